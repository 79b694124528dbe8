import * as z from "zod/mini";
import { ChassisEvent, EVENT_KINDS, EventReference } from "../../shared/domain/events.ts";
import { named } from "./schemas.ts";

named("EventReference", EventReference());
for (const { type, schema } of EVENT_KINDS) named(type, schema());
named("ChassisEvent", ChassisEvent);

const OPTIONS = EVENT_KINDS.map(({ schema }) => schema());

type Option = (typeof OPTIONS)[number];

/** A JSON media type, as `datacontenttype` may name one. */
const JSON_MEDIA_TYPE = /^[^\s/;]+\/([^\s/;]+\+)?json$/;

/** An event as it may be sent: an attribute that is null counts as absent, and data is JSON. */
const asSent = ({ shape }: Option): z.ZodMiniObject => {
  const attributes = Object.entries(shape).map(([name, schema]) => [
    name,
    schema instanceof z.ZodMiniOptional ? z.nullable(schema) : schema,
  ]);
  return z.looseObject({
    ...Object.fromEntries(attributes),
    datacontenttype: z.nullish(z.string().check(z.regex(JSON_MEDIA_TYPE))),
    data_base64: z.optional(z.null()),
  });
};

/** One event as a sender may send it. */
export const EventToSend = named("EventToSend", z.union(OPTIONS.map(asSent)));

/** What an event that might happen has to say. */
const SAID = { type: true, data: true } as const;

/** An event as it might happen: what does not say otherwise happens now, to the chassis that is asked about. */
const asImagined = (option: Option): z.ZodMiniObject => {
  const sent = asSent(option);
  return z.extend(z.pick(sent, SAID), z.partial(z.omit(sent, SAID)).shape);
};

/** One event that might happen. */
export const EventToImagine = named("EventToImagine", z.union(OPTIONS.map(asImagined)));

/** Events as a sender may send them together. */
export const EventsToSend = named("EventsToSend", z.array(EventToSend).check(z.minLength(1), z.maxLength(500)));

/** The data of an event, as it is sent in binary mode. */
export const DataToSend = named("DataToSend", z.looseObject({}));

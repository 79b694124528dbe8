import * as z from "zod";
import { ChassisEvent, EventReference } from "../../shared/domain/events.ts";
import { named } from "./schemas.ts";

named("EventReference", EventReference);
for (const option of ChassisEvent.options) named(option.shape.type.value, option);
named("ChassisEvent", ChassisEvent);

type Option = (typeof ChassisEvent.options)[number];

/** A JSON media type, as `datacontenttype` may name one. */
const JSON_MEDIA_TYPE = /^[^\s/;]+\/([^\s/;]+\+)?json$/;

/** An event as it may be sent: an attribute that is null counts as absent, and data is JSON. */
const asSent = ({ shape }: Option): z.ZodObject => {
  const attributes = Object.entries(shape).map(([name, schema]) => [
    name,
    schema instanceof z.ZodOptional ? schema.nullable() : schema,
  ]);
  return z.looseObject({
    ...Object.fromEntries(attributes),
    datacontenttype: z.string().regex(JSON_MEDIA_TYPE).nullish(),
    data_base64: z.null().optional(),
  });
};

/** One event as a sender may send it. */
export const EventToSend = named("EventToSend", z.union(ChassisEvent.options.map(asSent)));

/** An event as it might happen: what does not say otherwise happens now, to the chassis that is asked about. */
const asImagined = (option: Option): z.ZodObject => {
  const { type, data, ...attributes } = asSent(option).shape;
  return z.looseObject({ type, data, ...z.object(attributes).partial().shape });
};

/** One event that might happen. */
export const EventToImagine = named("EventToImagine", z.union(ChassisEvent.options.map(asImagined)));

/** Events as a sender may send them together. */
export const EventsToSend = named("EventsToSend", z.array(EventToSend).min(1).max(500));

/** The data of an event, as it is sent in binary mode. */
export const DataToSend = named("DataToSend", z.looseObject({}));

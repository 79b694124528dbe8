import * as z from "zod/mini";
import { BUS } from "../../shared/bus.ts";
import type { InputFault } from "../../shared/domain/errors.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { ChassisId } from "../../shared/domain/vocabulary.ts";
import { parseEvent } from "../../shared/edge/parse-event.ts";
import { faultsIn, IN_PLAIN_WORDS } from "../../shared/edge/schema-faults.ts";
import type { BusEntry } from "../../shared/ports.ts";

const Message = z.looseObject({ "detail-type": z.string(), detail: z.looseObject({}) });
const Several = z.looseObject({ chassisId: ChassisId(), events: z.array(z.unknown()).check(z.minLength(1)) });
const Stamped = z.object({ recordedtime: z.iso.datetime({ offset: true }) });

type Message = z.infer<typeof Message>;

/** What can never be projected: a message like the one received, but only with its faulty events, and what is wrong. */
export interface FaultyMessage {
  readonly message: string;
  readonly reason: string;
}

/** What a message of the queue holds: events to project, events that no one can, or some of both. */
export interface MessageContent {
  readonly entry: BusEntry | null;
  readonly faulty: FaultyMessage | null;
}

/**
 * Reads a message as a rule of the event bus delivers it: an entry of the API with several events of one chassis, or
 * one CloudEvent of any other producer. `sentAt` is when the queue took it.
 */
export const readMessage = (body: string, sentAt: Moment): MessageContent => {
  const json = parseJson(body);
  if (json === undefined) return whollyFaulty(body, "not JSON");
  const message = Message.safeParse(json, IN_PLAIN_WORDS);
  if (!message.success) return whollyFaulty(body, inWords(faultsIn(message.error)));
  return message.data["detail-type"] === BUS.detailType
    ? readSeveral(body, message.data, sentAt)
    : readSingle(body, message.data, sentAt);
};

/** The message by which an entry would reach the queue. */
export const messageOf = (entry: BusEntry): string => JSON.stringify({ "detail-type": BUS.detailType, detail: entry });

const readSingle = (body: string, { detail }: Message, sentAt: Moment): MessageContent => {
  const parsed = parseEvent(detail, sentAt);
  if (!parsed.ok) return whollyFaulty(body, inWords(parsed.faults, "/detail"));
  return { entry: { chassisId: parsed.event.subject, events: [parsed.event] }, faulty: null };
};

const readSeveral = (body: string, message: Message, sentAt: Moment): MessageContent => {
  const detail = Several.safeParse(message.detail, IN_PLAIN_WORDS);
  if (!detail.success) return whollyFaulty(body, inWords(faultsIn(detail.error), "/detail"));

  const { chassisId } = detail.data;
  const events: ChassisEvent[] = [];
  const faulty: unknown[] = [];
  const reasons: string[] = [];
  for (const [index, value] of detail.data.events.entries()) {
    const parsed = parseEvent(value, receiptOf(value, sentAt));
    if (parsed.ok && parsed.event.subject === chassisId) {
      events.push(parsed.event);
      continue;
    }
    const faults = parsed.ok ? [{ pointer: "/subject", detail: `is not the entry's ${chassisId}` }] : parsed.faults;
    faulty.push(value);
    reasons.push(inWords(faults, `/detail/events/${index}`));
  }

  const rest = { ...message, detail: { ...message.detail, events: faulty } };
  return {
    entry: events.length === 0 ? null : { chassisId, events },
    faulty: faulty.length === 0 ? null : { message: JSON.stringify(rest), reason: reasons.join("; ") },
  };
};

/** The API has stamped its receipt on the events already; the queue got them no earlier than that. */
const receiptOf = (value: unknown, sentAt: Moment): Moment => {
  const stamped = Stamped.safeParse(value);
  return stamped.success ? Math.min(Date.parse(stamped.data.recordedtime), sentAt) : sentAt;
};

const whollyFaulty = (message: string, reason: string): MessageContent => ({
  entry: null,
  faulty: { message, reason },
});

const inWords = (faults: readonly InputFault[], place = ""): string =>
  faults.map(({ pointer, detail }) => `${place}${pointer} ${detail}`.trimStart()).join("; ");

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

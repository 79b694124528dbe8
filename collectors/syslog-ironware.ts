import { createHash } from "node:crypto";
import type { ChassisEvent } from "../shared/domain/events.ts";
import { timeOf } from "./device-clock.ts";
import { readMessage } from "./ironware-messages.ts";
import { remember, type SyslogContext } from "./syslog-context.ts";
import { readHeader } from "./syslog-header.ts";

/** A line as a syslog receiver got it. */
export interface ReceivedLine {
  /** RFC 3339, UTC, with milliseconds. */
  readonly receivedAt: string;
  readonly host: string;
  /** The place of the line among all that this receiver got. */
  readonly order: number;
  readonly line: string;
}

/** What became of a line: events, or the reason why there are none. */
export interface ParsedLine {
  readonly events: readonly ChassisEvent[];
  readonly context: SyslogContext;
  /** The message is known, and is about this, which the twin does not describe. */
  readonly withoutMeaning?: string;
  /** The message is not known, or lacks what an event needs: the reason. */
  readonly unrecognised?: string;
}

/**
 * Reads one line of a device that runs IronWare. It is pure: what later lines need to know is in the context it
 * answers, and the same line, received at the same time in the same place, is the same event with the same id.
 */
export const parseIronware = (received: ReceivedLine, context: SyslogContext): ParsedLine => {
  const { stamp, text } = readHeader(received.line, received.host);
  const meaning = readMessage(text, context);
  if (!("body" in meaning)) return { events: [], context, ...meaning };
  const event: ChassisEvent = {
    specversion: "1.0",
    id: idOf(received),
    source: `syslog://${received.host}`,
    subject: context.chassisId,
    time: timeOf(stamp, received.receivedAt),
    carrier: "syslog",
    sequence: String(received.order),
    ...(stamp === undefined ? {} : { devicetime: stamp }),
    ...meaning.body,
  };
  return { events: [event], context: remember(context, event) };
};

const idOf = ({ receivedAt, order, line }: ReceivedLine): string =>
  createHash("sha256")
    .update(JSON.stringify([receivedAt, order, line]))
    .digest("base64url")
    .slice(0, 16);

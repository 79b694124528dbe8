import type { ChassisEvent } from "../shared/domain/events.ts";
import type { SyslogContext } from "./syslog-context.ts";
import { type ParsedLine, parseIronware, type ReceivedLine } from "./syslog-ironware.ts";

/** A line that became no event, and why. */
export interface UnusedLine {
  readonly order: number;
  readonly line: string;
  readonly reason: string;
}

/** What a capture holds: every line that is not blank is an event, without meaning, or unrecognised. */
export interface CollectedCapture {
  readonly events: readonly ChassisEvent[];
  readonly withoutMeaning: readonly UnusedLine[];
  readonly unrecognised: readonly UnusedLine[];
}

const RECORD = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2}))\s+(\S+)\s(.*)$/s;

/**
 * Turns the capture of a syslog receiver into events. A record is one line: when it was received (RFC 3339), the host
 * it came from, and the message as it came; its number in the capture is its order of receipt.
 *
 * @param contextOf what is known of the chassis behind a host, or undefined when there is none
 */
export const collectCapture = (
  capture: string,
  contextOf: (host: string) => SyslogContext | undefined,
): CollectedCapture => {
  const contexts = new Map<string, SyslogContext>();
  const events: ChassisEvent[] = [];
  const withoutMeaning: UnusedLine[] = [];
  const unrecognised: UnusedLine[] = [];

  for (const [index, line] of capture.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const order = index + 1;
    const received = readRecord(line, order);
    const context = received && (contexts.get(received.host) ?? contextOf(received.host));
    const parsed = read(received, context);
    events.push(...parsed.events);
    if (parsed.withoutMeaning !== undefined) withoutMeaning.push({ order, line, reason: parsed.withoutMeaning });
    if (parsed.unrecognised !== undefined) unrecognised.push({ order, line, reason: parsed.unrecognised });
    if (received && parsed.context) contexts.set(received.host, parsed.context);
  }
  return { events, withoutMeaning, unrecognised };
};

type Read = Omit<ParsedLine, "context"> & { readonly context?: SyslogContext };

const read = (received: ReceivedLine | undefined, context: SyslogContext | undefined): Read => {
  if (received === undefined) return { events: [], unrecognised: "the record does not begin with a time and a host" };
  if (context === undefined) return { events: [], unrecognised: `no chassis is known by the name ${received.host}` };
  return parseIronware(received, context);
};

const readRecord = (record: string, order: number): ReceivedLine | undefined => {
  const [, time = "", host = "", line = ""] = RECORD.exec(record) ?? [];
  const received = Date.parse(time);
  if (Number.isNaN(received)) return undefined;
  return { receivedAt: new Date(received).toISOString(), host, order, line };
};

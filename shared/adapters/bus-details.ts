import type { ChassisEvent } from "../domain/events.ts";
import type { BusEntry } from "../ports.ts";

/** The largest detail that we write, in bytes of UTF-8: what the bus and the queue bill as one message. */
export const LARGEST_DETAIL = 64 * 1024;

/** The most that one call of PutEvents takes; in bytes a little less than the service's 256 KB, for what we leave out. */
export const LARGEST_CALL = { entries: 10, bytes: 250_000 };

/**
 * The details, as JSON, that carry the events of an entry: one when they fit, else several with some of the events each.
 * An event that does not fit alone still gets a detail of its own.
 */
export const detailsOf = ({ chassisId, events }: BusEntry): readonly string[] => {
  const detail = (texts: readonly string[]) =>
    `{"chassisId":${JSON.stringify(chassisId)},"events":[${texts.join(",")}]}`;
  const texts = events.map((event: ChassisEvent) => JSON.stringify(event));
  const room = { count: events.length, size: LARGEST_DETAIL - sizeOf(detail([])) };
  // With each text goes a comma, which one of them does not need.
  return filled(texts, { ...room, size: room.size + 1 }, (text) => sizeOf(text) + 1).map(detail);
};

/** Divides what is to be sent into calls that the bus takes. */
export const callsOf = <T>(parts: readonly T[], bytesOf: (part: T) => number): readonly (readonly T[])[] =>
  filled(parts, { count: LARGEST_CALL.entries, size: LARGEST_CALL.bytes }, bytesOf);

/** How many bytes a text has in UTF-8. */
export const sizeOf = (text: string): number => Buffer.byteLength(text);

/** Groups neighbours, each group as long as the room allows; what is too large for any group stands alone. */
const filled = <T>(
  values: readonly T[],
  room: { readonly count: number; readonly size: number },
  measure: (value: T) => number,
): readonly (readonly T[])[] => {
  const groups: T[][] = [];
  let group: T[] = [];
  let filledSize = 0;
  for (const value of values) {
    const size = measure(value);
    if (group.length === 0 || group.length >= room.count || filledSize + size > room.size) {
      group = [];
      groups.push(group);
      filledSize = 0;
    }
    group.push(value);
    filledSize += size;
  }
  return groups;
};

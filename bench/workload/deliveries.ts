import { momentOf, receiptOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { Random } from "../../test/support/simulator/random.ts";

/** Events of one chassis that are projected together, and when. */
export interface Delivery {
  readonly events: readonly ChassisEvent[];
  readonly at: Moment;
}

/** Events one by one, in the order in which they happened. */
export const singly = (events: readonly ChassisEvent[]): readonly Delivery[] => inBursts(events, 1);

/** Events so many at a time, in the order in which they happened. */
export const inBursts = (events: readonly ChassisEvent[], size: number): readonly Delivery[] => {
  const bursts = Array.from({ length: Math.ceil(events.length / size) }, (_, index) =>
    events.slice(index * size, (index + 1) * size),
  );
  return timed(bursts);
};

/** How often events come again, or late, and how many events later. */
export interface Disorder {
  readonly duplicates: number;
  readonly late: number;
  readonly places: readonly [least: number, most: number];
}

/** Events one by one, of which a share comes twice, and another share later than events that happened after them. */
export const disordered = (
  events: readonly ChassisEvent[],
  random: Random,
  { duplicates, late, places }: Disorder,
): readonly Delivery[] => {
  const arrivals = events.flatMap((event, index) => {
    const chance = random.next();
    const later = index + random.within([...places]) + 0.5;
    if (chance < late) return [{ event, place: later }];
    return chance < late + duplicates
      ? [
          { event, place: index },
          { event, place: later },
        ]
      : [{ event, place: index }];
  });
  return timed(arrivals.sort((a, b) => a.place - b.place).map(({ event }) => [event]));
};

/** Every delivery comes after what it brings was received, and after the delivery before. */
const timed = (groups: readonly (readonly ChassisEvent[])[]): readonly Delivery[] => {
  let at = 0;
  return groups.map((events) => {
    at = Math.max(at + 1, ...events.map((event) => Math.max(momentOf(event), receiptOf(event)) + PROJECTION_DELAY_MS));
    return { events, at };
  });
};

/** What bus, queue and function take. */
const PROJECTION_DELAY_MS = 1_200;

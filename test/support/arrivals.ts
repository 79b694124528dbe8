import fc from "fast-check";
import type { ChassisEvent } from "../../shared/domain/events.ts";

/** How events of one chassis arrive: in batches, in any order, some of them more than once. */
export type Arrivals = readonly (readonly ChassisEvent[])[];

/** Every way in which events may arrive: any order, any of them again, cut into any batches. */
export const arrivalsOf = (events: readonly ChassisEvent[]): fc.Arbitrary<Arrivals> =>
  fc
    .record({
      order: fc.shuffledSubarray([...events], { minLength: events.length }),
      repeated: fc.subarray([...events], { maxLength: Math.ceil(events.length / 3) }),
      at: fc.infiniteStream(fc.nat({ max: events.length })),
      sizes: fc.infiniteStream(fc.integer({ min: 1, max: 12 })),
    })
    .map(({ order, repeated, at, sizes }) => inBatches(withRepeats(order, repeated, at), sizes));

/** Events that arrive nearly in order: each may be late by some places, as collectors and queues make them. */
export const slightlyLate = (events: readonly ChassisEvent[], places: number): fc.Arbitrary<Arrivals> =>
  fc
    .record({
      delays: fc.array(fc.nat({ max: places }), { minLength: events.length, maxLength: events.length }),
      sizes: fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
    })
    .map(({ delays, sizes }) => {
      const arrival = (index: number): number => index + (delays[index] ?? 0);
      const order = events.map((event, index) => ({ event, place: arrival(index) }));
      return inBatches(
        order.sort((a, b) => a.place - b.place).map(({ event }) => event),
        sizes,
      );
    });

const withRepeats = (
  order: readonly ChassisEvent[],
  repeated: readonly ChassisEvent[],
  at: fc.Stream<number>,
): readonly ChassisEvent[] => {
  const all = [...order];
  for (const event of repeated) all.splice(at.next().value ?? 0, 0, event);
  return all;
};

const inBatches = (events: readonly ChassisEvent[], sizes: fc.Stream<number>): Arrivals => {
  const batches: ChassisEvent[][] = [];
  for (let from = 0; from < events.length; ) {
    const size = sizes.next().value ?? 1;
    batches.push(events.slice(from, from + size));
    from += size;
  }
  return batches;
};

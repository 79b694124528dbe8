import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { arrivalsOf, slightlyLate } from "../support/arrivals.ts";
import { lateWorld } from "../support/late-world.ts";
import { runs } from "../support/property.ts";
import { simulate } from "../support/simulator/simulator.ts";

const CHASSIS = "bxr-lab-01";
const MOST_EVENTS = 500;

const anyPost = fc
  .record({ seed: fc.nat(), actions: fc.integer({ min: 1, max: 8 }) })
  .map(({ seed, actions }) => simulate({ seed, actions, chassisId: CHASSIS }).events.slice(0, MOST_EVENTS))
  .chain((events) =>
    fc.record({
      posted: fc.subarray(events, { minLength: 1 }),
      arrivals: fc.oneof(arrivalsOf(events), slightlyLate(events, 30)),
    }),
  );

describe("whatever is posted and however it arrives", () => {
  test("a read with its token answers once all of it has arrived, and not before", async () => {
    await fc.assert(
      fc.asyncProperty(anyPost, async ({ posted, arrivals }) => {
        const { tokenOf, read, deliver, entries } = lateWorld();
        const token = await tokenOf(posted);
        const asTaken = new Map(entries.flatMap(({ events }) => events).map((event) => [event.id, event]));
        const missing = new Set(asTaken.keys());

        for (const batch of arrivals) {
          await deliver({ chassisId: CHASSIS, events: batch.map((event) => asTaken.get(event.id) ?? event) });
          for (const { id } of batch) missing.delete(id);
          expect((await read(CHASSIS, token)).status).toBe(missing.size === 0 ? 200 : 504);
        }
        expect(missing).toEqual(new Set());
      }),
      runs(40),
    );
  });
});

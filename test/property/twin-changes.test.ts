import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import type { TwinChange } from "../../shared/domain/twin-change.ts";
import { compareTwins } from "../../shared/history/compare-twins.ts";
import { twinAt } from "../../shared/history/read-twin.ts";
import { runs } from "../support/property.ts";
import { simulate } from "../support/simulator/simulator.ts";

type Members = Record<string, unknown>;

/** The content of a twin with values put in the places that pointers name; what gets `null` in a list of members goes. */
const withValues = (twin: Twin, changes: readonly TwinChange[]): unknown => {
  const content: Members = JSON.parse(JSON.stringify(twin));
  for (const { pointer, after } of changes) {
    const names = pointer.split("/").slice(1);
    const last = names.pop() ?? "";
    const parent = names.reduce<Members>((members, name) => Object(members[name]), content);
    parent[last] = after;
  }
  return content;
};

const contentOf = ({ asOf: _a, lastEventAt: _l, revision: _r, ...content }: Members): Members => content;

describe("what changed between two moments", () => {
  const cases = fc.record({
    seed: fc.nat(),
    actions: fc.integer({ min: 2, max: 12 }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    to: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test("makes the earlier twin the later one, and rests on events of the time between or on promises made before", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ seed, actions, from, to }) => {
        const { chassisId, events } = simulate({ seed, actions, settle: true });
        const store = memoryStore();
        await projectChassis(store, { chassisId, events }, () => Date.parse("2026-06-01T00:00:00Z"));
        const times = events.map(({ time }) => Date.parse(time)).sort((a, b) => a - b);
        const momentAt = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
        const [first, last] = [momentAt(Math.min(from, to)), momentAt(Math.max(from, to)) + 30_000];

        const before = await twinAt(store, { chassisId }, { at: first });
        const after = await twinAt(store, { chassisId }, { at: last });
        const changes = await compareTwins(store, chassisId, { from: first, to: last });

        expect(contentOf(Object(withValues(before, changes)))).toEqual(contentOf(after));
        for (const { pointer, evidence } of changes) expect([pointer, evidence.length > 0]).toEqual([pointer, true]);
      }),
      runs(150),
    );
  });
});

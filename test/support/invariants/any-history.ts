import fc from "fast-check";
import type { ChassisEvent } from "../../../shared/domain/events.ts";
import { fold } from "../../../shared/domain/fold.ts";
import { initialState } from "../../../shared/domain/state.ts";
import { eventsOf, IN_GOOD_ORDER, STORY_START } from "../chassis-story.ts";
import { anyFact, anySight } from "./any-facts.ts";
import { type Start, UNHEARD } from "./history-walk.ts";

/** A history of any events, and where it begins. */
export interface AnyHistory {
  readonly start: Start;
  readonly events: readonly ChassisEvent[];
}

const goodOrderEvents = eventsOf(IN_GOOD_ORDER);

/** A chassis in good order, of which chance then says anything. */
const GOOD_ORDER: Start = { state: fold(initialState(), goodOrderEvents).state, events: goodOrderEvents };

/** Pauses between events, in milliseconds: many of them at or beside the times that count. */
const PAUSES = [
  ...[0, 0, 1, 500, 1000, 2000, 3000, 5000, 6999, 7000, 12_000, 30_000, 35_000, 59_999, 60_000, 60_001],
  ...[120_000, 120_001, 300_000, 600_000, 3_600_000, 86_400_000],
];

const pause = fc.constantFrom(...PAUSES);
const carrier = fc.constantFrom("trap", "syslog", "poll", "cli", "operator");
const source = fc.constantFrom("collector/one", "collector/two");

const report = fc.record({ pause, fact: anyFact, carrier, source });
const observation = fc.record({ pause, sight: anySight, begun: fc.constantFrom(0, 1, 1000, 20_000, 90_000), source });
const step = fc.oneof({ weight: 5, arbitrary: report }, { weight: 1, arbitrary: observation });

const envelope = (index: number, at: number, source: string) => ({
  specversion: "1.0" as const,
  id: `any-${index + 1}`,
  source,
  subject: "bxr-any-01",
  time: new Date(at).toISOString(),
  sequence: `${index + 1}`,
});

/** Any valid events about any slots, in any order: histories that no chassis could have, too. */
export const anyHistory = (most: number): fc.Arbitrary<AnyHistory> =>
  fc
    .record({
      start: fc.constantFrom(UNHEARD, GOOD_ORDER),
      steps: fc.array(step, { minLength: 1, maxLength: most, size: "max" }),
    })
    .map(({ start, steps }) => {
      let at = STORY_START;
      const events = steps.map((each, index): ChassisEvent => {
        at += each.pause;
        const common = envelope(index, at, each.source);
        if ("fact" in each) return { ...common, carrier: each.carrier, ...each.fact };
        const startedAt = new Date(at - each.begun).toISOString();
        return { ...common, carrier: "poll", type: "chassis.observed", data: { startedAt, ...each.sight } };
      });
      return { start, events };
    });

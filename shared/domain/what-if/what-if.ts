import { describeTwin } from "../describe.ts";
import type { ChassisEvent } from "../events.ts";
import { fold, orderedForFold } from "../fold.ts";
import { BIGIRON_RX } from "../profile.ts";
import type { Moment, TwinState } from "../state.ts";
import { ChangeWatch } from "../twin-changes.ts";
import type { Course, Situation } from "./course.ts";
import { type Described, explainImpact, impactOf } from "./impact.ts";
import type { Prospect, RecoveryTime } from "./prospect.ts";

/** From where one looks ahead: a chassis as it is at a moment, and what would happen to it from then on. */
export interface Outlook extends Situation, Pick<Course, "explanation" | "refusals"> {
  /** None earlier than `at`. */
  readonly events: readonly ChassisEvent[];
  readonly recovery: RecoveryTime;
}

/** Lets the reducer itself tell what would be, on a copy of the state. */
export const foresee = ({ chassisId, state, at, events, recovery, explanation, refusals }: Outlook): Prospect => {
  const describe = (described: TwinState, asOf: Moment): Described => ({
    state: described,
    twin: describeTwin({ chassisId, state: described, revision: described.eventCount, asOf }),
  });
  const ordered = orderedForFold(events);
  const end = Math.max(at, ...ordered.map(({ time }) => Date.parse(time)));
  const before = describe(state, at);
  const watch = new ChangeWatch(chassisId, state, at);
  const happened = fold(state, ordered, BIGIRON_RX, watch.observe);
  const after = describe(happened.state, end);
  const impact = impactOf(before, after, recovery);
  const words = ordered.length === 0 ? ["Nothing changes."] : explainImpact(before, after, impact);
  return {
    before: before.twin,
    after: after.twin,
    changes: [...watch.changesTo(after.twin)],
    impact,
    explanation: [...explanation, ...words],
    refusals: [...refusals],
  };
};

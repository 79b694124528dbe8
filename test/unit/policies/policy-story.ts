import { describeTwin } from "../../../shared/domain/describe.ts";
import type { ChassisEvent } from "../../../shared/domain/events.ts";
import { advance, fold, orderedForFold } from "../../../shared/domain/fold.ts";
import { initialState } from "../../../shared/domain/state.ts";
import type { Twin } from "../../../shared/domain/twin.ts";
import { eventsOf, foldStory, IN_GOOD_ORDER, type Line, STORY_START, tell } from "../../support/chassis-story.ts";

/** What became of one event: its disposition, and the id of the event that had said the same. */
export interface Fate {
  readonly disposition: string;
  readonly sameAs: string | null;
  readonly reason: string | null;
}

/** What becomes of the events of a story of a chassis in good order, in device order. */
export const fatesOf = (lines: readonly Line[]): Fate[] =>
  foldStory([...IN_GOOD_ORDER, ...lines])
    .outcomes.slice(IN_GOOD_ORDER.length)
    .map(({ disposition, sameAs, reason }) => ({ disposition, sameAs: sameAs?.id ?? null, reason }));

/** The dispositions alone. */
export const dispositionsOf = (lines: readonly Line[]): string[] =>
  fatesOf(lines).map(({ disposition }) => disposition);

/** The twin of events in whatever order they are given. */
export const twinOf = (events: readonly ChassisEvent[], asOfSeconds: number): Twin => {
  const asOf = STORY_START + asOfSeconds * 1000;
  const { state } = fold(initialState(), orderedForFold(events));
  return describeTwin({
    chassisId: "bxr-lab-01",
    state: advance(state, asOf),
    revision: state.eventCount,
    asOf,
  });
};

/** All that a twin says of the chassis itself: how many events are known, and which contradict, aside. */
export const factsOf = ({ revision: _, lastEventAt: __, findings, ...facts }: Twin): unknown => ({
  ...facts,
  findings: findings.filter(({ code }) => code !== "contradictory-report"),
});

/** The facts of a chassis in good order after a story, at a second. */
export const factsAfter = (lines: readonly Line[], asOfSeconds: number): unknown =>
  factsOf(tell([...IN_GOOD_ORDER, ...lines], asOfSeconds));

/** The valid events of lines that begin a story of their own. */
export const eventsAfterGoodOrder = (lines: readonly Line[]): ChassisEvent[] => eventsOf([...IN_GOOD_ORDER, ...lines]);

import { describeTwin } from "../../../shared/domain/describe.ts";
import type { ChassisEvent } from "../../../shared/domain/events.ts";
import { advance, fold, nextChangeAt } from "../../../shared/domain/fold.ts";
import { standingOf } from "../../../shared/domain/standing.ts";
import { initialState, type Moment, type TwinState } from "../../../shared/domain/state.ts";
import type { Outcome } from "../../../shared/domain/step.ts";
import type { Twin } from "../../../shared/domain/twin.ts";
import { frozen } from "../frozen.ts";

/** One moment of a history: right after an event, or when a deadline has passed. */
export interface Sight {
  readonly twin: Twin;
  /** The twin just before, at the same moment; of the very first sight that of a chassis never heard of. */
  readonly before: Twin;
  /** What happened in between; null when only time has passed. */
  readonly event: ChassisEvent | null;
  readonly outcome: Outcome | null;
  /** All events up to this moment, in device order. */
  readonly past: readonly ChassisEvent[];
  /** What the fleet is told of both twins. */
  readonly standings: readonly TwinAndStanding[];
}

/** A twin, and where its chassis stands in the fleet. */
export interface TwinAndStanding {
  readonly twin: Twin;
  readonly standing: ReturnType<typeof standingOf>;
}

/** What must hold at every moment of every history: false, or the words for what is wrong, when it does not. */
export type Invariant = (sight: Sight) => boolean;

/** Where a walk begins: a state and the events that led to it. */
export interface Start {
  readonly state: TwinState;
  readonly events: readonly ChassisEvent[];
}

/** A chassis never heard of. */
export const UNHEARD: Start = { state: initialState(), events: [] };

/** How many deadlines are looked at after the last event. */
const DEADLINES_AFTER_THE_END = 12;

const describe = (state: TwinState, asOf: Moment): Twin =>
  describeTwin({ chassisId: "bxr-any-01", state, revision: state.eventCount, asOf });

/** A deadline that falls due at the very time of an event comes after it: only then is there anything to be seen. */
const isDue = (state: TwinState, at: Moment): boolean => {
  const due = nextChangeAt(state);
  return due !== null && due <= at;
};

/**
 * Folds a history one event at a time and shows every moment of it: before it each deadline that passes, then the
 * event; at the end the deadlines that are still to come. No state may be changed once it was answered.
 */
export const walk = (events: readonly ChassisEvent[], show: (sight: Sight) => void, start = UNHEARD): void => {
  const past = [...start.events];
  let { state } = start;

  const passTime = (until: Moment, limit: number): void => {
    for (let count = 0; count < limit; count += 1) {
      const due = nextChangeAt(state);
      if (due === null || due > until) return;
      const before = describe(state, due);
      state = frozen(advance(state, due));
      const twin = describe(state, due);
      show({ twin, before, event: null, outcome: null, past, standings: [{ twin, standing: standingOf(state) }] });
    }
  };

  for (const event of events) {
    const at = Date.parse(event.time);
    passTime(at - 1, Number.POSITIVE_INFINITY);
    const before = describe(state, at);
    // What was settled last is told of every moment after that, until the next deadline.
    const standings = isDue(state, at) ? [] : [{ twin: before, standing: standingOf(state) }];
    const { state: next, outcomes } = fold(state, [event]);
    state = frozen(next);
    past.push(event);
    if (isDue(state, at)) continue;
    const twin = describe(state, at);
    standings.push({ twin, standing: standingOf(state) });
    show({ twin, before, event, outcome: outcomes[0] ?? null, past, standings });
  }
  passTime(Number.POSITIVE_INFINITY, DEADLINES_AFTER_THE_END);
};

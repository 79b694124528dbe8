import { momentOf } from "./chassis-record.ts";
import { deadlinesOf } from "./deadlines.ts";
import { inDeviceOrder, referenceTo, supersededAmong } from "./event-identity.ts";
import type { ChassisEvent, EventReference } from "./events.ts";
import { BIGIRON_RX, type DeviceProfile } from "./profile.ts";
import { interpret } from "./rules/interpret.ts";
import { settle, snapshotOf } from "./settle.ts";
import { type Moment, type Switchover, type TwinState, workingCopy } from "./state.ts";
import { noEffect, type Outcome, type Step } from "./step.ts";

/** A state, and what became of each event on the way to it. */
export interface Fold {
  readonly state: TwinState;
  /** In the order of the events. */
  readonly outcomes: readonly Outcome[];
  /** The switchovers that another one followed on the way, as complete as they became. */
  readonly followed: readonly Switchover[];
}

/** What one move of the fold led to: the state as it is then, and the events that the move rests on. */
export type Observer = (state: Readonly<TwinState>, at: Moment, evidence: readonly EventReference[]) => void;

/**
 * The state after more events (P2). The events are distinct, in device order, none earlier than those the state counts,
 * and all of one time are given together. Deadlines that fall due between two events are applied at their due time. `observe` is told of every move; the
 * state that it is shown changes with the next one.
 */
export const fold = (
  state: TwinState,
  events: readonly ChassisEvent[],
  profile: DeviceProfile = BIGIRON_RX,
  observe: Observer = unobserved,
): Fold => {
  const working = workingCopy(state);
  const superseded = supersededAmong(events);
  const followed: Switchover[] = [];
  const outcomes = events.map((event) => {
    const at = momentOf(event);
    passDeadlines(working, at - 1, profile, observe);
    const { lastSwitchover, switchoverCount } = working;
    const outcome = apply(working, { event, at, profile, isSuperseded: superseded.has(event) });
    if (lastSwitchover !== null && working.switchoverCount > switchoverCount) followed.push(lastSwitchover);
    observe(working, at, [referenceTo(event)]);
    return outcome;
  });
  return { state: working, outcomes, followed };
};

/** What becomes of a state while nothing is reported. */
export interface Outlook {
  /** The state at the moment: deadlines up to it have passed. */
  readonly state: TwinState;
  /** When it next changes; `null` when it never does. */
  readonly nextChangeAt: Moment | null;
}

/** The state at a moment when nothing more is reported until then, and how long it stays so. */
export const outlook = (
  state: TwinState,
  moment: Moment,
  profile: DeviceProfile = BIGIRON_RX,
  observe: Observer = unobserved,
): Outlook => {
  const due = nextChangeAt(state, profile);
  if (due === null || due > moment) return { state, nextChangeAt: due };
  const working = workingCopy(state);
  passDeadlines(working, moment, profile, observe);
  return { state: working, nextChangeAt: nextChangeAt(working, profile) };
};

/** The state at a moment when nothing more is reported until then. */
export const advance = (
  state: TwinState,
  moment: Moment,
  profile: DeviceProfile = BIGIRON_RX,
  observe: Observer = unobserved,
): TwinState => outlook(state, moment, profile, observe).state;

/** When the twin next changes though nothing is reported; `null` when it never does. */
export const nextChangeAt = (state: TwinState, profile: DeviceProfile = BIGIRON_RX): Moment | null =>
  deadlinesOf(state, profile)[0]?.dueAt ?? null;

/** Puts events in the order in which they are folded (P2). */
export const orderedForFold = (events: readonly ChassisEvent[]): readonly ChassisEvent[] =>
  events.toSorted(inDeviceOrder);

interface Application {
  readonly event: ChassisEvent;
  readonly at: Moment;
  readonly profile: DeviceProfile;
  readonly isSuperseded: boolean;
}

const apply = (state: TwinState, { event, at, profile, isSuperseded }: Application): Outcome => {
  state.eventCount += 1;
  state.lastEventAt = at;
  if (isSuperseded) {
    return { ...noEffect("another event with this source, id and time counts"), disposition: "quarantined" };
  }
  const step: Step = {
    state,
    at,
    evidence: [referenceTo(event)],
    carrier: event.carrier ?? null,
    reporter: `${event.carrier ?? ""} ${event.source}`,
    profile,
  };
  const before = snapshotOf(state);
  const outcome = interpret(step, event);
  settle(step, before);
  return outcome;
};

const unobserved: Observer = () => undefined;

const passDeadlines = (state: TwinState, until: Moment, profile: DeviceProfile, observe: Observer): void => {
  let due = deadlinesOf(state, profile);
  for (let at = due[0]?.dueAt; at !== undefined && at <= until; at = due[0]?.dueAt) {
    for (const { dueAt, pass, cause } of due) {
      if (dueAt !== at) break;
      const step = { state, at, evidence: cause.evidence, carrier: null, reporter: "deadline", profile };
      const before = snapshotOf(state);
      pass?.(step);
      settle(step, before);
      observe(state, at, cause.evidence);
    }
    state.deadlinesPassed = at;
    due = deadlinesOf(state, profile);
  }
  state.deadlinesPassed = Math.max(state.deadlinesPassed ?? until, until);
};

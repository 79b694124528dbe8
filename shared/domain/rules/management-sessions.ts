import type { EventOf } from "../events.ts";
import type { TwinState } from "../state.ts";
import { applied, noEffect, type Outcome, type Step } from "../step.ts";
import type { ManagementSlot } from "../vocabulary.ts";

/** How many of the newest sessions are remembered. */
const SESSION_LIMIT = 64;

/** P20: a session belongs to the active's port; one opened while none is known to be active belongs to the next [R/I]. */
export const sessionOpened = (step: Step, { data }: EventOf<"session.opened">): Outcome => {
  const { state } = step;
  if (state.sessions.some(({ sessionId }) => sessionId === data.sessionId))
    return noEffect("the session was known to be open");
  const session = {
    slot: state.activeSlot,
    sessionId: data.sessionId,
    kind: data.kind,
    peerAddress: data.peerAddress ?? null,
    since: step.at,
  };
  state.sessions = [...state.sessions, session].slice(-SESSION_LIMIT);
  return applied;
};

/** P20: a session ends. */
export const sessionClosed = (step: Step, { data }: EventOf<"session.closed">): Outcome => {
  const { state } = step;
  const remaining = state.sessions.filter(({ sessionId }) => sessionId !== data.sessionId);
  if (remaining.length === state.sessions.length) return noEffect("no such session was known to be open");
  state.sessions = remaining;
  return applied;
};

/**
 * P20: the sessions of a module close when it, or its port, is lost, and at a switchover away from it [R]. Answers how
 * many did.
 */
export const closeSessionsOf = (state: TwinState, slot: ManagementSlot): number => {
  const before = state.sessions.length;
  state.sessions = state.sessions.filter((session) => session.slot !== slot);
  return before - state.sessions.length;
};

/** P20: the sessions that had no active module to belong to belong to this one. */
export const giveSessionsTo = (state: TwinState, slot: ManagementSlot): void => {
  state.sessions = state.sessions.map((session) => (session.slot === null ? { ...session, slot } : session));
};

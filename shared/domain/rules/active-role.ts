import { isPredicted, isSyncApplicable } from "../facts.ts";
import type { PendingSwitchover, TwinState } from "../state.ts";
import { applied, isWithin, missEvent, noEffect, type Outcome, quarantine, type Step, withEvidence } from "../step.ts";
import { type ManagementSlot, otherSlot, type SwitchoverCause } from "../vocabulary.ts";
import { closeSessionsOf, giveSessionsTo } from "./management-sessions.ts";
import { reboot, seatBeside } from "./modules.ts";
import { holdUncopiedChanges } from "./running-config.ts";
import { abortTransfers } from "./transfers.ts";

/** A report that names the active module, in whatever words. */
export interface RoleClaim {
  readonly slot: ManagementSlot;
  /** The type of the event: two reports of different types are independent. */
  readonly type: string;
  /** An observation begun after the last transition, which is believed before anything else (P3). */
  readonly authoritative?: boolean;
  /** The switchover itself is reported, and why. */
  readonly completed?: { readonly cause: SwitchoverCause | null };
}

/**
 * Takes a report that a module is active: the first one (T0, T2), the evidence of a switchover (T11), the denial of a
 * predicted one (T12b), or another witness (P1).
 */
export const nameActive = (step: Step, claim: RoleClaim): Outcome => {
  const { state } = step;
  if (state.modules[claim.slot].presence === "absent" && !claim.authoritative) {
    return quarantine(step, `${claim.slot} is empty, so nothing in it can be active`);
  }
  if (state.phase === "disputed" && !claim.authoritative) {
    return noEffect("both modules claim to be active: an observation that shows one decides");
  }
  const outcome = decide(step, claim);
  if (outcome.disposition !== "quarantined") {
    state.roleReportedAt = step.at;
    state.aloneSince = null;
  }
  return outcome;
};

const decide = (step: Step, claim: RoleClaim): Outcome => {
  const { state } = step;
  if (state.lastActiveSlot === null) return makeActive(step, claim.slot);
  if (claim.slot !== state.lastActiveSlot) {
    return isDoubtful(step, claim) ? doubt(step, claim) : takeOver(step, claim);
  }
  if (isPredicted(state)) return denyPrediction(step, claim);
  if (state.activeSlot === null) return makeActive(step, claim.slot);
  return repeatActive(step, claim);
};

/** T0, T2, T18: a module is active of whom nobody knew before, or again; never a switchover [R]. */
export const makeActive = (step: Step, slot: ManagementSlot): Outcome => {
  seatActive(step, slot);
  seatBeside(step, slot);
  return applied;
};

/** T11: the active role has moved, by the evidence of this step [R]. */
export const takeOver = (step: Step, claim: RoleClaim): Outcome => {
  const { state } = step;
  const old = otherSlot(claim.slot);
  const { pending } = state;
  holdUncopiedChanges(step);
  abortTransfers(step);
  const closed = closeSessionsOf(state, old);
  state.switchoverCount += 1;
  state.macEpoch += 1;
  state.startKind = "warm";
  state.lastSwitchover = {
    from: old,
    to: claim.slot,
    cause: causeOf(claim, pending),
    at: step.at,
    approximate: claim.type === "chassis.observed",
    confirmedBy: step.carrier === null ? [] : [step.carrier],
    requestedAt: pending?.requested?.at ?? null,
    lostAt: pending?.lost?.at ?? null,
    backAt: null,
    inSyncAt: null,
    readyAt: null,
    sessionsClosed: (pending?.sessionsClosed ?? 0) + closed,
    configuration: state.possiblyLost === null ? "kept" : "possibly-lost",
  };
  if (pending === null && claim.completed === undefined) missEvent(step);
  const stillRan = state.modules[old].role === "active" && state.modules[old].status === "running";
  seatActive(step, claim.slot);
  if (stillRan) reboot(step, old);
  seatBeside(step, claim.slot);
  return applied;
};

/** The cause that the report itself names counts before the one inferred from a loss or request. */
const causeOf = (claim: RoleClaim, pending: PendingSwitchover | null): SwitchoverCause => {
  const named = claim.completed?.cause;
  return named != null && named !== "unknown" ? named : (pending?.cause ?? "unknown");
};

const seatActive = (step: Step, slot: ManagementSlot): void => {
  const { state } = step;
  Object.assign(state.modules[slot], {
    presence: "present",
    status: "running",
    role: "active",
    standbyState: null,
    readyReported: false,
    bootAwaited: null,
    shownEmpty: null,
  });
  Object.assign(state, {
    phase: "up",
    activeSlot: slot,
    activeConfidence: "reported",
    lastActiveSlot: slot,
    pending: null,
    doubted: null,
    noActive: null,
    headless: null,
  } satisfies Partial<TwinState>);
  closeSessionsOf(state, otherSlot(slot));
  giveSessionsTo(state, slot);
};

/** P1: soon after a switchover the former active cannot be active again unless it has been standby in between [I]. */
const isDoubtful = (step: Step, claim: RoleClaim): boolean => {
  const { state } = step;
  return (
    claim.authoritative !== true &&
    state.phase === "up" &&
    state.lastSwitchover?.from === claim.slot &&
    isWithin(step, step.profile.witnessSeconds, state.lastSwitchover.at) &&
    !isSyncApplicable(state)
  );
};

/** P1, T12b: one report against what is known is set aside; a second of another type is believed [I]. */
const doubt = (step: Step, claim: RoleClaim): Outcome => {
  const { state } = step;
  const { doubted } = state;
  if (doubted !== null && doubted.slot === claim.slot && doubted.type !== claim.type) {
    return isPredicted(state) ? makeActive(step, claim.slot) : takeOver(step, claim);
  }
  state.doubted = { slot: claim.slot, type: claim.type, at: step.at };
  return quarantine(step, `${claim.slot} lost the active role a moment ago: one report alone is not believed`);
};

/** T12b: the predicted takeover did not happen, the old active still is [I]. */
const denyPrediction = (step: Step, claim: RoleClaim): Outcome =>
  claim.authoritative ? makeActive(step, claim.slot) : doubt(step, claim);

/** P1: one more witness of who is active; only an observation restores lost confidence (P12) [I]. */
const repeatActive = (step: Step, claim: RoleClaim): Outcome => {
  const { state } = step;
  if (claim.type === "chassis.observed" && claim.authoritative) {
    if (state.activeConfidence === "unknown") {
      state.activeConfidence = "reported";
      return applied;
    }
    state.doubted = null;
  }
  const basis = state.basis["/activeSlot"];
  const outcome = noEffect(`${claim.slot} was known to be active`, basis);
  witnessSwitchover(step, claim);
  return outcome;
};

/** P1: another report of the last switchover, within its time, confirms it and may name its cause [I]. */
const witnessSwitchover = (step: Step, claim: RoleClaim): void => {
  const { state } = step;
  const last = state.lastSwitchover;
  if (last === null || last.to !== claim.slot || !isWithin(step, step.profile.witnessSeconds, last.at)) return;
  const named = claim.completed?.cause ?? "unknown";
  state.lastSwitchover = {
    ...last,
    cause: last.cause === "unknown" ? named : last.cause,
    confirmedBy:
      step.carrier === null || last.confirmedBy.includes(step.carrier)
        ? last.confirmedBy
        : [...last.confirmedBy, step.carrier],
  };
  const basis = state.basis["/activeSlot"];
  if (basis !== undefined) {
    state.basis["/activeSlot"] = { at: basis.at, evidence: withEvidence(basis.evidence, step.evidence) };
  }
};

import { isRunning, savedDefaultSlot } from "../facts.ts";
import type { TwinState } from "../state.ts";
import { applied, isWithin, noEffect, type Outcome, type Step, since } from "../step.ts";
import { MANAGEMENT_SLOTS, type ManagementSlot, otherSlot } from "../vocabulary.ts";
import { makeActive } from "./active-role.ts";
import { stop } from "./modules.ts";
import { abortTransfers, awaitComparison } from "./transfers.ts";

/**
 * T1: power-on or reset of the chassis. Whoever was active is not; sessions close, transfers end, unsaved configuration
 * is gone. Cold starts soon after one another, with no role reported between, are one (P11) [R].
 */
export const coldStarted = (step: Step): Outcome => {
  const { state, profile } = step;
  const first = state.coldStart;
  const sameStart =
    first !== null &&
    isWithin(step, profile.witnessSeconds, first.at) &&
    (state.roleReportedAt === null || state.roleReportedAt < first.at);
  if (sameStart) return noEffect("the same cold start was reported before", first);
  startCold(step, (slot) => isBootOfThisStart(step, slot));
  return applied;
};

/** T1: begins a new boot epoch, in which the modules named as booted have booted already. */
export const startCold = (step: Step, hasBooted: (slot: ManagementSlot) => boolean): void => {
  const { state } = step;
  abortTransfers(step);
  awaitComparison(step);
  const booted = MANAGEMENT_SLOTS.filter((slot) => hasBooted(slot));
  Object.assign(state, {
    phase: "booting",
    activeSlot: null,
    activeConfidence: "unknown",
    lastActiveSlot: null,
    aloneSince: null,
    coldStart: since(step),
    startKind: "cold",
    bootEpoch: state.bootEpoch + 1,
    settings: state.savedSettings,
    sessions: [],
    uncopied: [],
    copyFailed: false,
    possiblyLost: null,
    lost: null,
    missedEvent: null,
    pending: null,
    doubted: null,
    recentReports: [],
  } satisfies Partial<TwinState>);
  for (const slot of MANAGEMENT_SLOTS) restart(step, slot, booted.includes(slot));
  electActive(step);
};

const restart = (step: Step, slot: ManagementSlot, booted: boolean): void => {
  const module = step.state.modules[slot];
  if (module.presence !== "present") return;
  stop(module);
  module.role = "none";
  module.runningConfig = module.systemConfig;
  if (booted) return;
  if (module.status !== null) module.status = "coming-up";
  module.bootAwaited = since(step);
};

/** T1: the trap is sent by an agent already up, so a boot from rest shortly before belongs to this start [I]. */
const isBootOfThisStart = (step: Step, slot: ManagementSlot): boolean => {
  const module = step.state.modules[slot];
  return (
    isRunning(step.state, slot) &&
    module.bootedFromRest &&
    isWithin(step, step.profile.coldStartSlackSeconds, module.bootedAt)
  );
};

/**
 * T2: while booting, the saved default slot becomes active when it has booted; the other one when the default is absent
 * or has had its time [R/I].
 */
export const electActive = (step: Step): void => {
  const { state, profile } = step;
  if (state.phase !== "booting" || state.coldStart === null) return;
  const preferred = savedDefaultSlot(state, profile);
  const other = otherSlot(preferred);
  const waited = step.at >= state.coldStart.at + profile.bootSeconds * 1000;
  if (isRunning(state, preferred)) makeActive(step, preferred);
  else if (isRunning(state, other) && (waited || state.modules[preferred].presence === "absent"))
    makeActive(step, other);
};

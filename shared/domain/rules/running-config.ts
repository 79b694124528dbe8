import { activeModule, mayBeSame, runningStandby, syncPeriodSeconds } from "../facts.ts";
import type { DeviceProfile } from "../profile.ts";
import type { ConfigurationChange, Contents, ModuleFacts, Moment, TwinState } from "../state.ts";
import { type Step, since, withEvidence } from "../step.ts";
import { completeCopy } from "./transfers.ts";

/** How many changes are told apart; those between the first and the newest merge into their successors. */
const CHANGE_LIMIT = 8;

/** T7: the active's running-config has changed, and the standby's copy has not yet [R]. */
export const changeRunningConfig = (step: Step, active: ModuleFacts, contents: Contents): void => {
  const { state } = step;
  active.runningConfig = contents;
  const uncopied = [...state.uncopied, { ...since(step), ...contents }];
  state.uncopied = uncopied.filter((_, index) => index === 0 || index > uncopied.length - CHANGE_LIMIT);
};

/** T7, V7: with the period off, a standby that booted runs the saved configuration, not what was changed since [R/I]. */
export const recallUnsavedChanges = (step: Step): void => {
  const { state, profile } = step;
  const active = activeModule(state);
  if (active === null || state.uncopied.length > 0 || syncPeriodSeconds(state, profile) > 0) return;
  const { runningConfig, systemConfig } = active;
  if (!mayBeSame(runningConfig, systemConfig)) state.uncopied = [{ ...since(step), ...runningConfig }];
};

/** When a change counts as copied though nobody reports it: one period after it, or after the standby got ready (T7) [R/I]. */
export const presumedCopyAt = (
  state: TwinState,
  profile: DeviceProfile,
  change: ConfigurationChange,
): Moment | null => {
  const period = syncPeriodSeconds(state, profile);
  if (period === 0 || state.copyFailed || state.standbyReadySince === null) return null;
  return Math.max(change.at, state.standbyReadySince, state.periodSince ?? 0) + period * 1000;
};

/** T7: the period of the oldest changes has passed: the standby has them [R/I]. */
export const presumeCopied = (step: Step): void => {
  const { state } = step;
  const isCopied = (change: ConfigurationChange): boolean => {
    const dueAt = presumedCopyAt(state, step.profile, change);
    return dueAt !== null && dueAt <= step.at;
  };
  const newest = state.uncopied.findLast(isCopied);
  if (newest === undefined) return;
  state.uncopied = state.uncopied.filter((change) => !isCopied(change));
  completeCopy(step, "running-config", {
    revision: newest.revision ?? undefined,
    digest: newest.digest ?? undefined,
  });
};

/** V7: when a change is stale: its period and some slack after it, or after the standby's boot if that was later. */
export const staleAt = (state: TwinState, profile: DeviceProfile, change: ConfigurationChange): Moment | null => {
  const slot = runningStandby(state);
  if (slot === null) return null;
  const seconds = syncPeriodSeconds(state, profile) + profile.staleSlackSeconds;
  return Math.max(change.at, state.modules[slot].bootedAt ?? 0) + seconds * 1000;
};

/** A copy of the running-config reached the standby: the changes it holds are safe. */
export const forgetCopiedChanges = (state: TwinState, isCopied: (change: ConfigurationChange) => boolean): void => {
  state.uncopied = state.uncopied.filter((change) => !isCopied(change));
  state.copyFailed = false;
};

/** P17: what had not reached the standby may be lost with the active [R/I]. */
export const holdUncopiedChanges = (step: Step): void => {
  const { state } = step;
  const newest = state.uncopied.at(-1);
  if (newest === undefined) return;
  state.possiblyLost = {
    at: step.at,
    evidence: withEvidence(newest.evidence, step.evidence),
    revision: newest.revision,
    digest: newest.digest,
  };
  state.uncopied = [];
  if (state.files.runningConfig.status === "synchronizing") state.files.runningConfig.status = "aborted";
};

/** P17: an observation of the running-config decides whether the change held in doubt was lost [I]. */
export const decideLoss = (step: Step, observed: Contents): void => {
  const { state } = step;
  const { possiblyLost } = state;
  if (possiblyLost === null) return;
  if (possiblyLost.revision !== null && observed.revision !== null) {
    const isLost = observed.revision < possiblyLost.revision;
    if (isLost) state.lost = { at: step.at, evidence: withEvidence(possiblyLost.evidence, step.evidence) };
    conclude(state, isLost ? "lost" : "kept");
  } else if (possiblyLost.digest !== null && observed.digest === possiblyLost.digest) {
    conclude(state, "kept");
  }
};

const conclude = (state: TwinState, configuration: "kept" | "lost"): void => {
  state.possiblyLost = null;
  const last = state.lastSwitchover;
  if (last?.configuration === "possibly-lost") state.lastSwitchover = { ...last, configuration };
};

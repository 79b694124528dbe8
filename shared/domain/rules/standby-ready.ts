import { fileFacts, isPredicted, isRunning, runningStandby, SYNCHRONIZED_FILES, syncPeriodSeconds } from "../facts.ts";
import type { FileFacts, Moment } from "../state.ts";
import { applied, noEffect, type Outcome, quarantine, type Step } from "../step.ts";
import { type ManagementSlot, otherSlot, type SynchronizedFile } from "../vocabulary.ts";
import { nameActive } from "./active-role.ts";
import { attachStandby, judgeBootSource } from "./modules.ts";
import { forgetCopiedChanges, recallUnsavedChanges } from "./running-config.ts";
import { completeCopy } from "./transfers.ts";

/** T4: a module reports itself a standby that could take over, which shows that the other one is active (T0) [R]. */
export const standbyReportedReady = (step: Step, slot: ManagementSlot, type: string): Outcome => {
  const outcome = standbyReported(step, slot, type);
  if (runningStandby(step.state) !== slot) return outcome;
  return reportReady(step, slot, step.at)
    ? applied
    : noEffect(`${slot} was known to be a ready standby`, basisOf(step, slot));
};

/** T0, T3, T22: a module reports itself standby: the other one is active, and this one has booted beside it [R]. */
export const standbyReported = (step: Step, slot: ManagementSlot, type: string): Outcome => {
  const { state } = step;
  const other = otherSlot(slot);
  if (state.modules[slot].presence === "absent")
    return quarantine(step, `${slot} is empty, so nothing in it is a standby`);
  if (state.activeSlot === slot && !isPredicted(state)) {
    return quarantine(step, `${slot} is the active module, so it is not the standby`);
  }
  if (state.phase === "disputed")
    return noEffect("both modules claim to be active: an observation that shows one decides");
  if (state.activeSlot !== other || isPredicted(state)) {
    const named = nameActive(step, { slot: other, type });
    if (named.disposition === "quarantined") return named;
  } else if (runningStandby(state) === slot) {
    return noEffect(`${slot} was known to be the standby`, basisOf(step, slot));
  }
  state.roleReportedAt = step.at;
  state.aloneSince = null;
  countAsBooted(step, slot);
  return applied;
};

/** T3: the report of a module not seen booting counts as its boot [R]. */
export const countAsBooted = (step: Step, slot: ManagementSlot): void => {
  const module = step.state.modules[slot];
  if (runningStandby(step.state) === slot) return;
  const knownToBoot = module.status !== null && !isRunning(step.state, slot);
  module.bootedFrom = null;
  module.bootedAt = step.at;
  module.bootedFromRest = knownToBoot;
  attachStandby(step, slot);
  if (knownToBoot) judgeBootSource(step, slot);
};

/**
 * T4: the standby was ready at a moment: files that nobody reported copied are presumed so, but for what a transfer that
 * broke off or a period of 0 keeps apart [I]. Answers whether that said anything new.
 */
export const reportReady = (step: Step, slot: ManagementSlot, asOf: Moment): boolean => {
  const { state } = step;
  const module = state.modules[slot];
  const isNews = !module.readyReported;
  if (isNews && state.files.runningConfig.status === "unknown") recallUnsavedChanges(step);
  module.readyReported = true;
  const presumed = SYNCHRONIZED_FILES.filter((file) => presume(step, file, asOf));
  return isNews || presumed.length > 0;
};

/** Whether a file is copied with its changes by itself, is kept apart by a period of 0, or is compared at a boot. */
type Keeping = "carried" | "apart" | "compared";

const keepingOf = ({ state, profile }: Step, file: SynchronizedFile): Keeping => {
  if (file !== "running-config") return "compared";
  return syncPeriodSeconds(state, profile) > 0 ? "carried" : "apart";
};

const presume = (step: Step, file: SynchronizedFile, asOf: Moment): boolean => {
  const { state } = step;
  const keeping = keepingOf(step, file);
  if (keeping === "carried") forgetCopiedChanges(state, (change) => change.at <= asOf);
  if (keeping !== "compared" && state.uncopied.length > 0) return false;
  if (!isPresumable(fileFacts(state, file), asOf, keeping)) return false;
  completeCopy(step, file, "presumed");
  return true;
};

const isPresumable = (facts: FileFacts, asOf: Moment, keeping: Keeping): boolean => {
  switch (facts.status) {
    case "unknown":
    case "synchronizing":
      return facts.transfer === null || facts.transfer.at <= asOf;
    case "different":
      return keeping !== "apart";
    case "aborted":
      return keeping === "carried";
    case "in-sync":
      return false;
    default:
      return facts.status satisfies never;
  }
};

const basisOf = (step: Step, slot: ManagementSlot) => step.state.basis[`/modules/${slot}/role`];

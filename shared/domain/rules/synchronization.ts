import type { EventOf } from "../events.ts";
import { fileFacts, runningStandby, slotBesideActive, syncPeriodSeconds } from "../facts.ts";
import { applied, noEffect, type Outcome, quarantine, type Step, since } from "../step.ts";
import type { ManagementSlot } from "../vocabulary.ts";
import { forgetCopiedChanges } from "./running-config.ts";
import { abortTransfer, beginTransfer, completeCopy, confirmSame } from "./transfers.ts";
import { witnessed } from "./witness.ts";

interface Direction {
  readonly from?: ManagementSlot | undefined;
  readonly to?: ManagementSlot | undefined;
}

/**
 * P6, P15: synchronization flows from the active to a standby that runs. Answers why a message that says otherwise is
 * set aside or has no effect, or `null` when it may count [R/I].
 */
const refuse = (step: Step, { from, to }: Direction): Outcome | null => {
  const { state } = step;
  const { activeSlot } = state;
  const target = slotBesideActive(state);
  if (activeSlot === null || target === null)
    return noEffect("no module is known to be active, so nothing is synchronized");
  if ((from !== undefined && from !== activeSlot) || (to !== undefined && to !== target)) {
    return quarantine(step, `synchronization always flows from the active module, ${activeSlot}`);
  }
  if (state.modules[target].presence === "absent")
    return quarantine(step, `${target} is empty, so nothing is copied to it`);
  return runningStandby(state) === null ? noEffect("no standby runs, so nothing is synchronized") : null;
};

/** T5, P7: the active compared a file of the standby with its own, and overwrites it if it differs [R]. */
export const syncCompared = (step: Step, { data }: EventOf<"sync.compared">): Outcome => {
  const refused = refuse(step, data);
  if (refused !== null) return refused;
  const { state } = step;
  const facts = fileFacts(state, data.file);
  const witness = witnessed(step, `compared ${data.file} ${data.result}`);
  if (witness !== null) return witness;
  if (data.result === "same") {
    if (data.file === "running-config") forgetCopiedChanges(state, () => true);
    confirmSame(step, data.file);
    return applied;
  }
  facts.comparedAt = step.at;
  facts.comparedDifferent ??= since(step);
  if (facts.transfer === null) beginTransfer(step, data.file, "compared");
  return applied;
};

/** A transfer of a file to the standby has begun. */
export const syncStarted = (step: Step, { data }: EventOf<"sync.started">): Outcome => {
  const refused = refuse(step, data);
  if (refused !== null) return refused;
  const { state } = step;
  const facts = fileFacts(state, data.file);
  const witness = witnessed(step, `started ${data.file}`, { mode: data.mode });
  if (witness !== null) return witness;
  if (facts.transfer !== null) return noEffect("the transfer was known to run", facts.transfer);
  beginTransfer(step, data.file, data.mode ?? (data.file === "running-config" ? "periodic" : "compared"));
  return applied;
};

/** T6, P10, P19: a transfer of a file to the standby has completed [R]. */
export const syncCompleted = (step: Step, { data }: EventOf<"sync.completed">): Outcome => {
  const refused = refuse(step, data);
  if (refused !== null) return refused;
  const { state } = step;
  const witness = witnessed(step, `completed ${data.file}`, data);
  if (witness !== null) return witness;
  if (data.file === "running-config") {
    const { revision } = data;
    forgetCopiedChanges(
      state,
      (change) => revision === undefined || change.revision === null || change.revision <= revision,
    );
  }
  completeCopy(step, data.file, data);
  return applied;
};

/** A transfer of a file to the standby has failed (P10, V7) [R/I]. */
export const syncFailed = (step: Step, { data }: EventOf<"sync.failed">): Outcome => {
  const refused = refuse(step, data);
  if (refused !== null) return refused;
  const { state } = step;
  const facts = fileFacts(state, data.file);
  if (facts.status === "aborted") return noEffect("the transfer was known to have failed", facts.abortedTransfer);
  facts.from = state.activeSlot;
  facts.to = runningStandby(state);
  abortTransfer(step, data.file);
  if (data.file === "running-config") state.copyFailed = true;
  return applied;
};

/** T7: one immediate copy of the running-config, which leaves the period as it is. Answers whether there was one [R/I]. */
export const copyRunningConfigOnce = (step: Step): boolean => {
  const slot = runningStandby(step.state);
  if (slot === null || step.state.modules[slot].standbyState !== "ready") return false;
  forgetCopiedChanges(step.state, () => true);
  completeCopy(step, "running-config", {});
  step.state.files.runningConfig.mode = "manual";
  return true;
};

/** V6, P19, T7: what is known of the running-config's copy follows from the changes that have not reached it [R/I]. */
export const settleRunningConfig = (step: Step): void => {
  const { state, profile } = step;
  const slot = runningStandby(state);
  if (slot === null || state.uncopied.length === 0) return;
  const facts = state.files.runningConfig;
  if (facts.transfer !== null) return;
  if (syncPeriodSeconds(state, profile) === 0) facts.status = "different";
  else if (state.copyFailed) facts.status = "aborted";
  else if (state.modules[slot].standbyState === "ready") {
    Object.assign(facts, { status: "synchronizing", mode: "periodic", from: state.activeSlot, to: slot });
  } else if (facts.status !== "unknown") facts.status = "different";
};

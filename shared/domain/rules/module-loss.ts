import { isRunning } from "../facts.ts";
import { type ModuleFacts, unknownModule } from "../state.ts";
import { applied, isWithin, noEffect, type Outcome, type Step } from "../step.ts";
import { LOSS_RULES, type Loss } from "./loss-transitions.ts";
import { closeSessionsOf } from "./management-sessions.ts";
import { reboot, stop } from "./modules.ts";
import { holdUncopiedChanges } from "./running-config.ts";
import { abortTransfers } from "./transfers.ts";

/** A module no longer runs: what that means depends on who it was (T9, T10, T13, T15, T16, T20). */
export const loseModule = (step: Step, loss: Loss): Outcome => {
  const { state } = step;
  const module = state.modules[loss.slot];
  const suppliedCause = supplyCause(step, loss);
  if (isAlreadySo(step, module, loss)) {
    return suppliedCause
      ? applied
      : noEffect(`${loss.slot} was known to be lost`, state.basis[`/modules/${loss.slot}/role`]);
  }
  const rule = LOSS_RULES.find(({ when }) => when(step, loss));
  const sessionsClosed = fall(step, loss);
  rule?.result(step, loss);
  if (state.pending !== null && sessionsClosed > 0) {
    state.pending = { ...state.pending, sessionsClosed: state.pending.sessionsClosed + sessionsClosed };
  }
  return applied;
};

/** What a lost module shows, and what ends with it. Answers how many sessions closed. */
const fall = (step: Step, { slot, status }: Loss): number => {
  const { state } = step;
  const module = state.modules[slot];
  const carriesTransfers = isRunning(state, slot);
  if (state.activeSlot === slot) holdUncopiedChanges(step);
  if (carriesTransfers) abortTransfers(step);
  const sessionsClosed = closeSessionsOf(state, slot);
  if (status === "empty") {
    state.modules[slot] = {
      ...unknownModule(),
      presence: "absent",
      status: "empty",
      role: "none",
      exchangedAt: step.at,
      changedAt: module.changedAt,
    };
  } else if (status === "coming-up") {
    if (!isRunning(state, slot)) module.bootAwaited = null;
    reboot(step, slot);
  } else {
    stop(module);
    Object.assign(module, { presence: "present", status, role: "none" } satisfies Partial<ModuleFacts>);
  }
  return sessionsClosed;
};

/** What is already so has no effect; a reset of a rebooting module some time later starts its boot anew (T22) [I]. */
const isAlreadySo = (step: Step, module: ModuleFacts, loss: Loss): boolean => {
  if (module.presence !== (loss.status === "empty" ? "absent" : "present")) return false;
  if (module.status !== loss.status) return false;
  return !loss.restarts || isWithin(step, step.profile.witnessSeconds, module.bootAwaited?.at ?? step.at);
};

/** T11: a loss of the old active reported soon after its switchover supplies the cause nobody had named [I]. */
const supplyCause = (step: Step, { slot, cause }: Loss): boolean => {
  const last = step.state.lastSwitchover;
  if (last === null || last.cause !== "unknown" || last.from !== slot || cause === "unknown") return false;
  if (!isWithin(step, step.profile.witnessSeconds, last.at)) return false;
  step.state.lastSwitchover = { ...last, cause };
  return true;
};

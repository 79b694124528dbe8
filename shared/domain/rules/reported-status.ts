import type { EventOf } from "../events.ts";
import { isRunning, redundancyOf, slotBesideActive } from "../facts.ts";
import { noEffect, type Outcome, quarantine, type Step } from "../step.ts";
import {
  isManagementSlot,
  type ManagementSlot,
  type ModuleStatus,
  otherSlot,
  type SwitchoverCause,
} from "../vocabulary.ts";
import { nameActive } from "./active-role.ts";
import { changeInterfaceModule } from "./interface-modules.ts";
import { moduleBooted, moduleBooting } from "./module-boot.ts";
import { loseModule } from "./module-loss.ts";
import { standbyReported } from "./standby-ready.ts";

/** T10, T13: a module was taken out [R]. */
export const moduleRemoved = (step: Step, { data: { slot } }: EventOf<"module.removed">): Outcome =>
  isManagementSlot(slot)
    ? loseModule(step, { slot, status: "empty", cause: "active-removed" })
    : changeInterfaceModule(step, slot, { status: "empty", inSync: null });

/** T9, T13: a module reset itself or was reset; one reset in a switchover shows that it was asked for [R]. */
export const moduleReset = (step: Step, { data: { slot, cause } }: EventOf<"module.reset">): Outcome =>
  isGone(step, slot) ??
  loseModule(step, {
    slot,
    status: "coming-up",
    cause: cause === "switchover" ? "manual" : "active-failed",
    restarts: true,
  });

/** T10, T13: a module lost its power [R]. */
export const modulePowerLost = (step: Step, { data: { slot } }: EventOf<"module.power-lost">): Outcome =>
  isGone(step, slot) ?? loseModule(step, { slot, status: null, cause: "active-power-lost" });

/** T13: the standby is down; without a slot it is the module beside the active [R]. */
export const standbyDown = (step: Step, { data }: EventOf<"standby.down">): Outcome => {
  const { state } = step;
  const slot = data.slot ?? slotBesideActive(state);
  if (slot === null) return noEffect("no module is known to be active, so it is not known which one is the standby");
  if (slot === state.activeSlot) return quarantine(step, `${slot} is the active module, so it is not the standby`);
  return isGone(step, slot) ?? loseModule(step, { slot, status: "going-down", cause: "active-failed" });
};

/** T22: a module's status, as its board table shows it [R/I]. */
export const statusChanged = (step: Step, { data: { slot, to } }: EventOf<"module.status-changed">): Outcome =>
  isManagementSlot(slot) ? statusReported(step, slot, to) : changeInterfaceModule(step, slot, { status: to });

/** T22: what a status means for a management module. What is already so has no effect [R/I]. */
export const statusReported = (step: Step, slot: ManagementSlot, status: ModuleStatus): Outcome => {
  switch (status) {
    case "running":
      return isRunning(step.state, slot)
        ? noEffect(`${slot} was known to run`, step.state.basis[`/modules/${slot}/role`])
        : moduleBooted(step, { slot });
    case "coming-up":
      return isGone(step, slot) ?? moduleBooting(step, slot);
    default:
      return (
        (status === "empty" ? null : isGone(step, slot)) ??
        loseModule(step, { slot, status, cause: CAUSE_OF_STATUS[status] ?? "active-failed" })
      );
  }
};

const CAUSE_OF_STATUS: Partial<Record<ModuleStatus, SwitchoverCause>> = { empty: "active-removed" };

/** T11, T0, T22: a module's role, as it reports it of itself [R/I]. */
export const roleChanged = (step: Step, { type, data: { slot, to } }: EventOf<"module.role-changed">): Outcome => {
  switch (to) {
    case "active":
      return nameActive(step, { slot, type });
    case "standby":
      return roleStandby(step, slot, type);
    case "crashed":
      return isGone(step, slot, "a role") ?? loseModule(step, { slot, status: "bad", cause: "active-failed" });
    case "coming-up":
      return isGone(step, slot, "a role") ?? moduleBooting(step, slot);
    case "other":
      return quarantine(step, "only modules that are no management modules report the role other");
    default:
      return to satisfies never;
  }
};

/** T22: the active itself reports standby while the other was ready, or asked, to take over: a switchover [I]. */
export const roleStandby = (step: Step, slot: ManagementSlot, type: string): Outcome => {
  const { state } = step;
  const redundancy = redundancyOf(state);
  if (state.activeSlot === slot && (redundancy === "ready" || redundancy === "switching")) {
    return nameActive(step, { slot: otherSlot(slot), type });
  }
  return standbyReported(step, slot, type);
};

/** P15: a module that is not there cannot report anything [I]. */
const isGone = (step: Step, slot: ManagementSlot, what = "a state"): Outcome | null =>
  step.state.modules[slot].presence === "absent"
    ? quarantine(step, `${slot} is empty, so it cannot have ${what}`)
    : null;

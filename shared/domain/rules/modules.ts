import { bootSourceOf } from "../facts.ts";
import { type ModuleFacts, unknownModule } from "../state.ts";
import { missEvent, type Step, since } from "../step.ts";
import { type BootSource, type ManagementSlot, otherSlot } from "../vocabulary.ts";
import { abortTransfers, awaitComparison } from "./transfers.ts";

/** T3: beside an active, the other module runs as its standby and awaits comparison [R]. */
export const attachStandby = (step: Step, slot: ManagementSlot): void => {
  const module = step.state.modules[slot];
  abortTransfers(step);
  Object.assign(module, {
    presence: "present",
    status: "running",
    role: "standby",
    standbyState: "sync",
    readyReported: false,
    bootAwaited: null,
  } satisfies Partial<ModuleFacts>);
  awaitComparison(step);
};

/** Gives the module beside the active the role that its status leaves it (T2, T3, T14) [R]. */
export const seatBeside = (step: Step, active: ManagementSlot): void => {
  const slot = otherSlot(active);
  const module = step.state.modules[slot];
  if (module.status === "running") {
    attachStandby(step, slot);
    const isJudged = module.specifiedAtBoot !== null && module.bootedFrom !== null;
    if (module.bootedAt !== null && !isJudged) judgeBootSource(step, slot);
  } else {
    awaitComparison(step);
    module.role = module.status === "coming-up" ? "standby" : module.presence === "unknown" ? "unknown" : "none";
    module.standbyState = null;
  }
};

/** A module reboots: it runs no longer, and is awaited back. */
export const reboot = (step: Step, slot: ManagementSlot): void => {
  const module = step.state.modules[slot];
  const beside = step.state.activeSlot === otherSlot(slot);
  stop(module);
  Object.assign(module, {
    presence: "present",
    status: "coming-up",
    role: beside ? "standby" : "none",
    bootAwaited: module.bootAwaited ?? since(step),
  } satisfies Partial<ModuleFacts>);
};

/** What ends for a module when it stops running. */
export const stop = (module: ModuleFacts): void => {
  Object.assign(module, {
    standbyState: null,
    readyReported: false,
    shownEmpty: null,
    runningConfig: { revision: null, digest: null },
  } satisfies Partial<ModuleFacts>);
};

/** T14: a module is put into a slot; nothing of what was in it before holds for it [R]. */
export const insertModule = (step: Step, slot: ManagementSlot, serialNumber: string | null): void => {
  const { state } = step;
  state.aloneSince = null;
  state.modules[slot] = {
    ...unknownModule(),
    presence: "present",
    serialNumber,
    status: "coming-up",
    role: state.activeSlot === null ? "none" : "standby",
    bootAwaited: since(step),
    exchangedAt: step.at,
    changedAt: state.modules[slot].changedAt,
  };
};

/**
 * P12: another serial number than the known one, or an insertion where a module ran, shows an unseen exchange. Its role and status are kept,
 * what was known of its files is not; an active's confidence is lost until an observation repeats it [I].
 */
export const exchangeModule = (step: Step, slot: ManagementSlot, serialNumber: string | null): void => {
  const { state } = step;
  const { presence, status, role, bootAwaited, changedAt } = state.modules[slot];
  abortTransfers(step);
  state.modules[slot] = {
    ...unknownModule(),
    serialNumber,
    presence,
    status,
    role,
    bootAwaited,
    changedAt,
    standbyState: role === "standby" && status === "running" ? "sync" : null,
    exchangedAt: step.at,
  };
  if (slot === state.activeSlot) state.activeConfidence = "unknown";
  awaitComparison(step);
  missEvent(step);
};

/** Takes a serial number that a report names: a first one is learnt, another one is an exchange (P12). */
export const identify = (step: Step, slot: ManagementSlot, serialNumber: string | undefined): boolean => {
  const module = step.state.modules[slot];
  if (serialNumber === undefined || serialNumber === module.serialNumber) return false;
  if (module.serialNumber === null) {
    module.serialNumber = serialNumber;
    return false;
  }
  exchangeModule(step, slot, serialNumber);
  return true;
};

/** V8: remembers whether a module came from another source than the one specified for the active at its boot. */
export const judgeBootSource = (step: Step, slot: ManagementSlot): void => {
  const module = step.state.modules[slot];
  const specified = bootSourceOf(step.state);
  module.specifiedAtBoot = specified;
  if (step.state.activeSlot === otherSlot(slot)) module.bootedFrom ??= specified;
  module.bootFellBack = fellBack(module.bootedFrom, specified) ? since(step) : null;
};

/** Whether a module booted from another source than the specified one, as far as both are known. */
export const fellBack = (from: BootSource | null, specified: BootSource | null): boolean =>
  from !== null && specified !== null && from !== specified;

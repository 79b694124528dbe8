import type { EventOf } from "../events.ts";
import { isRunning, runningStandby } from "../facts.ts";
import type { ModuleFacts } from "../state.ts";
import { applied, isWithin, noEffect, type Outcome, type Step } from "../step.ts";
import type { BootSource, ManagementSlot } from "../vocabulary.ts";
import { isManagementSlot, otherSlot } from "../vocabulary.ts";
import { makeActive } from "./active-role.ts";
import { electActive, startCold } from "./election.ts";
import { changeInterfaceModule } from "./interface-modules.ts";
import { loseModule } from "./module-loss.ts";
import { attachStandby, exchangeModule, identify, insertModule, judgeBootSource } from "./modules.ts";

/** The versions that a boot or an observation reports. */
export interface ReportedVersions {
  readonly flashCode?: string | undefined;
  readonly monitor?: string | undefined;
  readonly bootCode?: string | undefined;
}

/** What a report says of a boot. */
export interface Boot {
  readonly slot: ManagementSlot;
  readonly bootSource?: BootSource | undefined;
  readonly versions?: ReportedVersions | undefined;
  readonly serialNumber?: string | undefined;
}

/** T14: a module put into a slot comes up as standby beside an active, whatever it was before (P5) [R]. */
export const moduleInserted = (step: Step, event: EventOf<"module.inserted">): Outcome => {
  const { slot, serialNumber } = event.data;
  if (!isManagementSlot(slot)) return changeInterfaceModule(step, slot, { status: "coming-up", inSync: null });
  const { state } = step;
  const module = state.modules[slot];
  const isThere = module.status === "running" || module.status === "coming-up";
  if (!isThere) insertModule(step, slot, serialNumber ?? null);
  else if (wasTakenOutUnseen(step, slot)) exchangeModule(step, slot, serialNumber ?? module.serialNumber);
  else if (serialNumber === undefined || serialNumber === module.serialNumber) {
    return noEffect(`a module was known to be in ${slot}`, state.basis[`/modules/${slot}/role`]);
  } else identify(step, slot, serialNumber);
  return applied;
};

/**
 * P12: a module that has run for a while beside the active cannot be put in unless it was taken out. One that has just
 * booted may be reported put in by an agent that came up later [I].
 */
const wasTakenOutUnseen = (step: Step, slot: ManagementSlot): boolean => {
  const { state, profile } = step;
  const { shownEmpty, bootedAt } = state.modules[slot];
  if (runningStandby(state) !== slot) return false;
  return shownEmpty !== null || !isWithin(step, profile.coldStartSlackSeconds, bootedAt);
};

/** T3, T2, T18: a module has booted; what it is then depends on who is active [R]. */
export const moduleBooted = (step: Step, boot: Boot): Outcome => {
  const { state } = step;
  const { slot } = boot;
  const ran = isRunning(state, slot);
  const before = JSON.stringify(state.modules[slot]);
  identify(step, slot, boot.serialNumber);
  const module = state.modules[slot];
  if (ran && isWithin(step, step.profile.witnessSeconds, module.bootedAt)) {
    return witnessBoot(step, boot, before);
  }
  Object.assign(module, {
    presence: "present",
    status: "running",
    bootedAt: step.at,
    bootedFromRest: !ran,
    bootAwaited: null,
    shownEmpty: null,
    readyReported: false,
    copiedSinceBoot: false,
    bootedFrom: boot.bootSource ?? null,
  } satisfies Partial<ModuleFacts>);
  if (state.activeSlot === otherSlot(slot) && state.phase !== "disputed") attachStandby(step, slot);
  judgeBootSource(step, slot);
  learnVersions(module, boot.versions, "boot");
  if (module.bootedFrom === "primary-flash" && module.integrity === "unknown") module.integrity = "ok";
  seatBooted(step, slot);
  return applied;
};

/** P1: another report of the same boot adds what the first did not say [I]. */
const witnessBoot = (step: Step, boot: Boot, before: string): Outcome => {
  const module = step.state.modules[boot.slot];
  if (boot.bootSource !== undefined && boot.bootSource !== module.bootedFrom) {
    module.bootedFrom = boot.bootSource;
    judgeBootSource(step, boot.slot);
  }
  learnVersions(module, boot.versions, "boot");
  const outcome = noEffect(`${boot.slot} was known to have booted`, step.state.basis[`/modules/${boot.slot}/role`]);
  return before === JSON.stringify(module) ? outcome : applied;
};

const seatBooted = (step: Step, slot: ManagementSlot): void => {
  const { state } = step;
  if (state.phase === "booting") {
    electActive(step);
  } else if (state.phase === "no-management-module") {
    makeActive(step, slot);
    state.aloneSince = step.at;
  } else if (state.activeSlot === otherSlot(slot)) {
    joinLoneModule(step);
  }
};

/** T18: both modules of an empty chassis boot soon after one another, with no role reported: a cold start (T1) [I]. */
const joinLoneModule = (step: Step): void => {
  const { state, profile } = step;
  if (isWithin(step, profile.coldStartSlackSeconds, state.aloneSince)) startCold(step, () => true);
  state.aloneSince = null;
};

/** T22: a module that begins to boot no longer runs [R]. */
export const moduleBooting = (step: Step, slot: ManagementSlot): Outcome =>
  loseModule(step, { slot, status: "coming-up", cause: isRunning(step.state, slot) ? "active-failed" : "unknown" });

/** A module failed to boot: it is bad, and its boot is still awaited. */
export const moduleBootFailed = (step: Step, { data }: EventOf<"module.boot-failed">): Outcome =>
  loseModule(step, { slot: data.slot, status: "bad", cause: "active-failed" });

/**
 * P19: which version runs, and at a boot from flash which is in that flash; an observation fills that in only where it
 * was not known [R/I].
 */
export const learnVersions = (
  module: ModuleFacts,
  reported: ReportedVersions | undefined,
  by: "boot" | "observation",
): void => {
  if (reported === undefined) return;
  const flash = FLASH_OF_SOURCE[module.bootedFrom ?? "tftp"];
  const held = module.versions;
  const isNew = flash !== undefined && (by === "boot" || (held[flash] === null && !module.copiedSinceBoot));
  module.versions = {
    ...held,
    running: reported.flashCode ?? held.running,
    monitor: reported.monitor ?? held.monitor,
    bootCode: reported.bootCode ?? held.bootCode,
    ...(isNew && reported.flashCode !== undefined ? { [flash]: reported.flashCode } : {}),
  };
};

const FLASH_OF_SOURCE: Partial<Record<BootSource, "primary" | "secondary">> = {
  "primary-flash": "primary",
  "secondary-flash": "secondary",
};

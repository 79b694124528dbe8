import {
  type BootSource,
  MANAGEMENT_SLOTS,
  type ManagementSlot,
  otherSlot,
  type SwitchoverCause,
} from "../../../shared/domain/vocabulary.ts";
import { FLASH_FILES, type FlashFile, type PhysicalModule } from "./physical-module.ts";
import type { Random } from "./random.ts";
import type { Reporter } from "./reporter.ts";
import type { DeviceTimings } from "./timings.ts";
import type { Timer, VirtualClock } from "./virtual-clock.ts";

/** How far the standby's copy of a file is from the active's. */
export interface FileCopy {
  state: "awaiting" | "copying" | "same" | "aborted";
  timer: Timer | null;
}

/** A running standby and what the active has done for it since it booted. */
export interface Pair {
  readonly standby: ManagementSlot;
  readonly files: Record<FlashFile, FileCopy>;
  /** When it first reported ready since its boot; null before. */
  readyAt: number | null;
  readyTimer: Timer | null;
  /** Running-config copies that are on their way. */
  copies: Timer[];
}

/** The redundancy settings an operator can choose. */
export interface RedundancySettings {
  readonly defaultActiveSlot: ManagementSlot;
  readonly syncPeriodSeconds: number;
}

/** A role change under way: after the loss of the active module, or on command. */
export interface RoleChange {
  readonly from: ManagementSlot;
  readonly to: ManagementSlot;
  readonly cause: SwitchoverCause;
  readonly timer: Timer;
}

/**
 * The chassis as a whole: without any module at work, starting after a cold start, under an active module, between the
 * loss of one and the takeover, or stranded with a standby that cannot take over.
 */
export type Phase = "off" | "starting" | "up" | "switching" | "stranded";

/** All that is physically so in one chassis. */
export interface Chassis {
  phase: Phase;
  /** Whether the chassis as a whole has power. */
  mains: boolean;
  activeSlot: ManagementSlot | null;
  /** The slot that will be active once its module has booted. */
  elected: ManagementSlot | null;
  electionTimer: Timer | null;
  restartTimer: Timer | null;
  takeover: RoleChange | null;
  request: RoleChange | null;
  readonly modules: Record<ManagementSlot, PhysicalModule | null>;
  /** Slots whose module was reported removed and not inserted since. */
  readonly knownAbsent: Record<ManagementSlot, boolean>;
  readonly cabled: Record<ManagementSlot, boolean>;
  pair: Pair | null;
  settings: RedundancySettings;
  savedSettings: RedundancySettings;
  bootOrder: readonly BootSource[];
  sessions: readonly string[];
  /** The configuration in force: that of the active module, or of the one just lost. */
  runningConfig: number | null;
  lastRevision: number;
  switchovers: number;
  lastCause: SwitchoverCause | null;
  coldStarts: number;
  lastColdStart: number | null;
}

/** What one device does that another need not. */
export interface DeviceTraits {
  /** Whether each running-config change is copied one period after it, or a cycle that runs since ready takes all. */
  readonly runningConfigCopy: "per-change" | "cycle";
  readonly reportsBooting: boolean;
  /** Whether a poll shows the standby's state or, as SNMP does, only its role. */
  readonly showsStandbyState: boolean;
  /** Whether a poll calls a standby ready while a running-config change is on its way to it. */
  readonly showsReadyInsideWindow: boolean;
  readonly transferFailureShare: number;
}

/** A chassis together with the time, chance and reporters of its simulation. */
export interface World {
  readonly chassis: Chassis;
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly reporter: Reporter;
  readonly timings: DeviceTimings;
  readonly traits: DeviceTraits;
}

/** Says that an action was asked for that nobody could do to this chassis now. */
export class ImpossibleAction extends Error {
  override readonly name = "ImpossibleAction";
}

/** The module in a slot that is known to hold one. */
export const moduleIn = (chassis: Chassis, slot: ManagementSlot): PhysicalModule => {
  const module = chassis.modules[slot];
  if (module === null) throw new ImpossibleAction(`slot ${slot} holds no module`);
  return module;
};

/** The slot of the active module, where there is one. */
export const activeOf = (chassis: Chassis): ManagementSlot => {
  if (chassis.activeSlot === null) throw new ImpossibleAction("no module is active");
  return chassis.activeSlot;
};

/** Whether the module in the slot has booted and works. */
export const isRunning = (chassis: Chassis, slot: ManagementSlot): boolean =>
  chassis.modules[slot]?.status === "running";

/** Whether the module runs or is about to: only such modules can be elected. */
export const isAtWork = (chassis: Chassis, slot: ManagementSlot): boolean =>
  isRunning(chassis, slot) || chassis.modules[slot]?.status === "booting";

/** Whether a module's management port has a link: it runs and is cabled. */
export const isPortUp = (chassis: Chassis, slot: ManagementSlot): boolean =>
  isRunning(chassis, slot) && chassis.cabled[slot];

/** Whether the standby could take over now: it reported ready since its boot and holds the active's files. */
export const isStandbyReady = ({ activeSlot, pair }: Chassis): boolean =>
  activeSlot !== null &&
  pair !== null &&
  pair.readyAt !== null &&
  FLASH_FILES.every((file) => pair.files[file].state === "same");

/** Both slots, the active module's last: the order in which a whole chassis goes down. */
export const standbyFirst = ({ activeSlot }: Chassis): readonly ManagementSlot[] =>
  activeSlot === null ? MANAGEMENT_SLOTS : [otherSlot(activeSlot), activeSlot];

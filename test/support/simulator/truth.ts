import {
  type BootSource,
  type ManagementSlot,
  otherSlot,
  type SwitchoverCause,
} from "../../../shared/domain/vocabulary.ts";
import {
  type Chassis,
  type FileCopy,
  isPortUp,
  isRunning,
  isStandbyReady,
  type Pair,
  type Phase,
  type RedundancySettings,
} from "./chassis.ts";
import type { PhysicalModule } from "./physical-module.ts";

/** How a file of the standby stands to the active's. */
export type FileSyncStatus = "in-sync" | "synchronizing" | "different" | "aborted" | "unknown" | "not-applicable";

/** How the standby stands to the active as a whole, flash-code and system-config taken together. */
export type OverallSyncStatus = "in-sync" | "synchronizing" | "out-of-sync" | "unknown" | "not-applicable";

/** What is physically so in one slot; null is what an empty slot, or a module that does not run, has not got. */
export interface ModuleTruth {
  readonly present: boolean;
  readonly serialNumber: string | null;
  readonly status: PhysicalModule["status"] | "empty";
  /** The part the module has, or boots to have, beside an active one. */
  readonly role: "active" | "standby" | "none";
  readonly bootedFrom: BootSource | null;
  readonly versions: {
    readonly running: string | null;
    readonly primary: string | null;
    readonly secondary: string | null;
    readonly monitor: string | null;
    readonly bootCode: string | null;
  };
  readonly systemConfig: number | null;
  readonly runningConfig: number | null;
  readonly cards: { readonly 1: boolean; readonly 2: boolean };
  readonly managementPort: "up" | "down";
}

/** All that is physically so in the chassis at one moment. */
export interface SimulatedTruth {
  readonly at: string;
  readonly phase: Phase;
  readonly activeSlot: ManagementSlot | null;
  /** The slot that is about to be active because the active one was lost beside a ready standby. */
  readonly takeoverBy: ManagementSlot | null;
  readonly switchoverRequested: boolean;
  /** Whether the standby could take over now. */
  readonly standbyReady: boolean;
  readonly sync: {
    readonly status: OverallSyncStatus;
    readonly flashCode: FileSyncStatus;
    readonly systemConfig: FileSyncStatus;
    readonly runningConfig: FileSyncStatus;
  };
  readonly switchoverCount: number;
  readonly lastSwitchoverCause: SwitchoverCause | null;
  /** Full restarts so far, however shortly they followed each other. */
  readonly coldStarts: number;
  readonly openSessions: readonly string[];
  readonly settings: RedundancySettings;
  readonly savedSettings: RedundancySettings;
  readonly bootOrder: readonly BootSource[];
  readonly modules: Readonly<Record<ManagementSlot, ModuleTruth>>;
}

/** Describes the chassis as it is at a moment; later changes do not reach the description. */
export const truthOf = (chassis: Chassis, now: number): SimulatedTruth => ({
  at: new Date(now).toISOString(),
  phase: chassis.phase,
  activeSlot: chassis.activeSlot,
  takeoverBy: chassis.takeover?.to ?? null,
  switchoverRequested: chassis.request !== null,
  standbyReady: isStandbyReady(chassis),
  sync: syncTruth(chassis),
  switchoverCount: chassis.switchovers,
  lastSwitchoverCause: chassis.lastCause,
  coldStarts: chassis.coldStarts,
  openSessions: chassis.sessions,
  settings: chassis.settings,
  savedSettings: chassis.savedSettings,
  bootOrder: chassis.bootOrder,
  modules: { M1: moduleTruth(chassis, "M1"), M2: moduleTruth(chassis, "M2") },
});

const moduleTruth = (chassis: Chassis, slot: ManagementSlot): ModuleTruth => {
  const module = chassis.modules[slot];
  return {
    present: module !== null,
    serialNumber: module?.serialNumber ?? null,
    status: module?.status ?? "empty",
    role: roleOf(chassis, slot),
    bootedFrom: module?.bootedFrom ?? null,
    versions: {
      running: module?.running ?? null,
      primary: module?.primary ?? null,
      secondary: module?.secondary ?? null,
      monitor: module?.monitor ?? null,
      bootCode: module?.bootCode ?? null,
    },
    systemConfig: module?.systemConfig ?? null,
    runningConfig: module?.runningConfig ?? null,
    cards: { 1: (module?.cards[1] ?? null) !== null, 2: (module?.cards[2] ?? null) !== null },
    managementPort: isPortUp(chassis, slot) ? "up" : "down",
  };
};

const roleOf = (chassis: Chassis, slot: ManagementSlot): ModuleTruth["role"] => {
  if (chassis.activeSlot === slot) return "active";
  const status = chassis.modules[slot]?.status;
  if (status === "running") return chassis.phase === "starting" ? "none" : "standby";
  const besideActive = chassis.activeSlot !== null || chassis.takeover?.to === otherSlot(slot);
  return status === "booting" && besideActive ? "standby" : "none";
};

const NOT_APPLICABLE: SimulatedTruth["sync"] = {
  status: "not-applicable",
  flashCode: "not-applicable",
  systemConfig: "not-applicable",
  runningConfig: "not-applicable",
};

const syncTruth = (chassis: Chassis): SimulatedTruth["sync"] => {
  const { pair } = chassis;
  if (pair === null || !isRunning(chassis, pair.standby)) return NOT_APPLICABLE;
  const flashCode = statusOf(pair.files["flash-code"]);
  const systemConfig = statusOf(pair.files["system-config"]);
  return {
    status: worstOf([flashCode, systemConfig]),
    flashCode,
    systemConfig,
    runningConfig: runningConfigStatus(chassis, pair),
  };
};

const FILE_STATUS = { awaiting: "unknown", copying: "synchronizing", same: "in-sync", aborted: "aborted" } as const;

const statusOf = ({ state }: FileCopy): FileSyncStatus => FILE_STATUS[state];

const worstOf = (files: readonly FileSyncStatus[]): OverallSyncStatus => {
  if (files.includes("different") || files.includes("aborted")) return "out-of-sync";
  if (files.includes("synchronizing")) return "synchronizing";
  return files.includes("unknown") ? "unknown" : "in-sync";
};

const runningConfigStatus = (chassis: Chassis, pair: Pair): FileSyncStatus => {
  if (pair.readyAt === null) return "unknown";
  if (chassis.modules[pair.standby]?.runningConfig === chassis.runningConfig) return "in-sync";
  if (chassis.activeSlot === null) return "aborted";
  return pair.copies.length > 0 ? "synchronizing" : "different";
};

import type { DeviceProfile } from "./profile.ts";
import type { Contents, FileFacts, ModuleFacts, OpenFinding, TwinState } from "./state.ts";
import {
  type BootSource,
  type ManagementSlot,
  otherSlot,
  type Redundancy,
  type SynchronizedFile,
  type SyncStatus,
} from "./vocabulary.ts";

/** The facts about a synchronized file. */
export const fileFacts = ({ files }: TwinState, file: SynchronizedFile): FileFacts => files[MEMBER_OF_FILE[file]];

const MEMBER_OF_FILE = {
  "flash-code": "flashCode",
  "system-config": "systemConfig",
  "running-config": "runningConfig",
} as const;

export const SYNCHRONIZED_FILES: readonly SynchronizedFile[] = ["flash-code", "system-config", "running-config"];

/** Whether two contents may be the same, as far as is known. */
export const mayBeSame = (a: Contents, b: Contents): boolean =>
  (a.revision === null || b.revision === null || a.revision === b.revision) &&
  (a.digest === null || b.digest === null || a.digest === b.digest);

/** Whether the module in a slot runs. */
export const isRunning = (state: TwinState, slot: ManagementSlot): boolean => state.modules[slot].status === "running";

/** The active module's facts, or `null` while none is active. */
export const activeModule = (state: TwinState): ModuleFacts | null =>
  state.activeSlot === null ? null : state.modules[state.activeSlot];

/** The slot beside the active one, or `null` while none is active. */
export const slotBesideActive = (state: TwinState): ManagementSlot | null =>
  state.activeSlot === null ? null : otherSlot(state.activeSlot);

/** The slot of the standby that runs beside the active, or `null`. */
export const runningStandby = (state: TwinState): ManagementSlot | null => {
  const slot = slotBesideActive(state);
  return slot !== null && state.modules[slot].role === "standby" && isRunning(state, slot) ? slot : null;
};

/** V5: an active, a running standby that reported ready, flash code and system-config in sync [R]. */
export const isStandbyReady = (state: TwinState): boolean => {
  const slot = runningStandby(state);
  return (
    slot !== null &&
    state.modules[slot].standbyState === "ready" &&
    state.files.flashCode.status === "in-sync" &&
    state.files.systemConfig.status === "in-sync"
  );
};

/** Whether a standby could take over, as one word. While up it is derived from the facts. */
export const redundancyOf = (state: TwinState): Redundancy => {
  if (state.phase !== "up") return state.phase;
  if (runningStandby(state) === null) return "simplex";
  return isStandbyReady(state) ? "ready" : "synchronizing";
};

/** V12: without a running standby beside an active, or without any module, there is nothing to synchronize. */
export const isSyncApplicable = (state: TwinState): boolean => {
  const redundancy = redundancyOf(state);
  return redundancy !== "simplex" && redundancy !== "no-management-module";
};

/** The status of flash code and system-config together, the worst first. */
export const syncStatusOf = (state: TwinState): SyncStatus => {
  if (!isSyncApplicable(state)) return "not-applicable";
  const statuses = [state.files.flashCode.status, state.files.systemConfig.status];
  if (statuses.some((status) => status === "different" || status === "aborted")) return "out-of-sync";
  if (statuses.includes("synchronizing")) return "synchronizing";
  return statuses.includes("unknown") ? "unknown" : "in-sync";
};

/** Where the chassis boots from: the first configured source, else where the active came from (P18) [R]. */
export const bootSourceOf = (state: TwinState): BootSource | null =>
  state.bootOrder[0] ?? activeModule(state)?.bootedFrom ?? null;

/** The slot that a power-on would elect: the saved default [R]. */
export const savedDefaultSlot = (state: TwinState, profile: DeviceProfile): ManagementSlot =>
  state.savedSettings.defaultActiveSlot ?? profile.defaultActiveSlot;

/** Seconds between copies of the running-config; 0 when they are off [R]. */
export const syncPeriodSeconds = (state: TwinState, profile: DeviceProfile): number =>
  state.settings.syncPeriodSeconds ?? profile.syncPeriodSeconds;

/** Whether the active was lost and the standby is taken to be taking over, without evidence yet (P4) [I]. */
export const isPredicted = (state: TwinState): boolean => state.phase === "switching" && state.pending?.lost != null;

/** The finding of a code that is open about a slot or file, or about none. */
export const knownFinding = ({ findings }: TwinState, code: string, about: string | null): OpenFinding | undefined =>
  findings.find((finding) => finding.code === code && finding.about === about);

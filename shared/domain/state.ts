import type { EventReference } from "./events.ts";
import type {
  BootSource,
  ManagementSlot,
  ModuleStatus,
  StandbyState,
  SwitchoverCause,
  SyncMode,
} from "./vocabulary.ts";

/** A point in time: milliseconds since 1970-01-01T00:00:00Z. */
export type Moment = number;

/** When a fact began to hold, and the events that say so (the newest few). */
export interface Since {
  readonly at: Moment;
  readonly evidence: readonly EventReference[];
}

/** What is known of the content of a configuration file. */
export interface Contents {
  readonly revision: number | null;
  readonly digest: string | null;
}

/** The code versions that a management module runs and holds. */
export interface ModuleVersions {
  readonly running: string | null;
  readonly primary: string | null;
  readonly secondary: string | null;
  readonly monitor: string | null;
  readonly bootCode: string | null;
}

export type Presence = "present" | "absent" | "unknown";
export type Role = "active" | "standby" | "none" | "unknown";
export type Integrity = "ok" | "suspect" | "unknown";

/** The facts about one management slot and the module in it. */
export interface ModuleFacts {
  presence: Presence;
  serialNumber: string | null;
  status: ModuleStatus | null;
  role: Role;
  standbyState: StandbyState | null;
  bootedFrom: BootSource | null;
  versions: ModuleVersions;
  integrity: Integrity;
  systemConfig: Contents;
  runningConfig: Contents;
  cards: { readonly "1": boolean | null; readonly "2": boolean | null };
  managementPort: "up" | "down" | "unknown";
  bootedAt: Moment | null;
  /** Whether the last boot came after a time of not running, as a power-on's does. */
  bootedFromRest: boolean;
  /** The source specified for the active when this module last booted. */
  specifiedAtBoot: BootSource | null;
  /** Whether a report has called this module a ready standby since its last boot. */
  readyReported: boolean;
  /** Since when a boot is awaited. */
  bootAwaited: Since | null;
  /** A copy has replaced the code in its flash since its last boot, so that what runs tells nothing of that. */
  copiedSinceBoot: boolean;
  /** The last boot came from another source than the one specified for the active. */
  bootFellBack: Since | null;
  /** One observation has shown this running module's slot empty; a second would be believed. */
  shownEmpty: Since | null;
  /** When a module was last put into the slot or taken out. */
  exchangedAt: Moment | null;
  /** When status, role or standby state last changed: an observation that began before cannot undo it. */
  changedAt: Moment | null;
}

/** How a synchronized file of the standby compares with the active's. `not-applicable` is derived, never stored. */
export type FileStatus = "in-sync" | "synchronizing" | "different" | "aborted" | "unknown";

/** The facts about one synchronized file. */
export interface FileFacts {
  status: FileStatus;
  mode: SyncMode | "presumed" | null;
  from: ManagementSlot | null;
  to: ManagementSlot | null;
  comparedAt: Moment | null;
  syncedAt: Moment | null;
  /** The start of the running transfer. */
  transfer: Since | null;
  /** A comparison found a difference that no copy has removed yet. */
  comparedDifferent: Since | null;
  /** A transfer ended without completing, and nothing has repaired the file since. */
  abortedTransfer: (Since & { readonly target: ManagementSlot }) | null;
}

/** A change of the active's running-config that is not known to have reached the standby. */
export interface ConfigurationChange extends Since, Contents {}

/** A switchover that is under way: asked for, or inferred from the loss of the active. */
export interface PendingSwitchover {
  readonly from: ManagementSlot;
  readonly to: ManagementSlot;
  readonly cause: SwitchoverCause;
  readonly requested: Since | null;
  readonly lost: Since | null;
  /** How many sessions closed with the active that was lost. */
  readonly sessionsClosed: number;
}

/** The last switchover that was evidenced, and how redundancy came back after it. */
export interface Switchover {
  readonly from: ManagementSlot;
  readonly to: ManagementSlot;
  readonly cause: SwitchoverCause;
  readonly at: Moment;
  readonly approximate: boolean;
  readonly confirmedBy: readonly string[];
  readonly requestedAt: Moment | null;
  readonly lostAt: Moment | null;
  /** When the other module ran as standby again, its files were in sync, and it was ready; `null` until then. */
  readonly backAt: Moment | null;
  readonly inSyncAt: Moment | null;
  readonly readyAt: Moment | null;
  readonly sessionsClosed: number;
  /** Whether changes of the configuration had not reached the new active. */
  readonly configuration: "kept" | "possibly-lost" | "lost";
}

/** A report that named a module active which the twin did not believe at once: a second of another type will be. */
export interface DoubtedClaim {
  readonly slot: ManagementSlot;
  readonly type: string;
  readonly at: Moment;
}

/** A management session on the active module's port. */
export interface Session {
  /** The module whose port carries it; `null` until one is active. */
  readonly slot: ManagementSlot | null;
  readonly sessionId: string;
  readonly kind: string;
  readonly peerAddress: string | null;
  readonly since: Moment;
}

/** What a configuration of redundancy sets; `null` where the device's own default holds. */
export interface RedundancySettings {
  readonly defaultActiveSlot: ManagementSlot | null;
  readonly syncPeriodSeconds: number | null;
}

/** What is known of one interface module. */
export interface InterfaceModule {
  readonly status: ModuleStatus | null;
  readonly inSync: boolean | null;
  readonly overwritten: boolean;
}

/** A finding that is open now. `slot` or `file` tells findings of one code apart where there may be several. */
export interface OpenFinding extends Since {
  readonly code: string;
  readonly about: string | null;
}

/** A report of the last seconds that another reporter may still repeat. */
export interface RecentReport extends Since, Contents {
  readonly fact: string;
  readonly mode: SyncMode | null;
  readonly reporters: readonly string[];
}

/** The fields of the twin of which it is remembered on which events they rest, by JSON Pointer. */
export type BasisPointer =
  | "/activeSlot"
  | "/redundancy"
  | "/sync"
  | "/bootSource"
  | "/modules/M1/role"
  | "/modules/M2/role";

export type Phase = "unknown" | "booting" | "up" | "switching" | "disputed" | "no-management-module";

/**
 * All that the twin remembers of a chassis: the fold of its events in device order. Everything a reader sees is
 * derived from it and the moment asked for.
 */
export interface TwinState {
  /** Distinct events folded, those that had no effect or were quarantined included. */
  eventCount: number;
  lastEventAt: Moment | null;
  retired: boolean;

  phase: Phase;
  /** Deadlines up to this moment have been applied. */
  deadlinesPassed: Moment | null;
  /** On which events the twin's main fields rest, and since when they have their value. */
  basis: Partial<Record<BasisPointer, Since>>;
  recentReports: readonly RecentReport[];

  activeSlot: ManagementSlot | null;
  activeConfidence: "reported" | "predicted" | "disputed" | "unknown";
  /** The active as last known, remembered while there is none, until a cold start. */
  lastActiveSlot: ManagementSlot | null;
  /** When phase or active slot last changed: an observation that began before cannot undo it. */
  transitionAt: Moment | null;
  /** When a report last named a role. */
  roleReportedAt: Moment | null;
  /** When a module became active by booting alone into an empty chassis, with no role reported since. */
  aloneSince: Moment | null;
  coldStart: Since | null;
  startKind: "cold" | "warm" | null;
  bootEpoch: number;

  settings: RedundancySettings;
  savedSettings: RedundancySettings;
  periodSince: Moment | null;
  bootOrder: readonly BootSource[];

  modules: Record<ManagementSlot, ModuleFacts>;
  files: { flashCode: FileFacts; systemConfig: FileFacts; runningConfig: FileFacts };
  /** When the standby last became able to take over: its ready report, or the end of a copy after it. */
  standbyReadySince: Moment | null;
  /** Changes of the running-config that no report or period has carried to the standby, oldest first. */
  uncopied: readonly ConfigurationChange[];
  /** A copy of the running-config failed: none is presumed until a report shows one. */
  copyFailed: boolean;
  /** A change that a takeover or loss may have lost. */
  possiblyLost: ConfigurationChange | null;
  /** A change that an observation showed to be lost. */
  lost: Since | null;

  pending: PendingSwitchover | null;
  doubted: DoubtedClaim | null;
  switchoverCount: number;
  lastSwitchover: Switchover | null;
  macEpoch: number;
  managementAddress: string | null;
  sessions: readonly Session[];

  /** Since when nobody is known to be active after a takeover failed or the last module went. */
  noActive: Since | null;
  headless: Since | null;
  contradiction: (Since & { readonly latest: Moment }) | null;
  missedEvent: (Since & { readonly latest: Moment }) | null;
  /** The last observation promised another: that is missed from `dueAt` on. */
  observationDue: (Since & { readonly dueAt: Moment }) | null;

  interfaceModules: Readonly<Record<string, InterfaceModule>>;
  findings: readonly OpenFinding[];
}

const unknownContents: Contents = { revision: null, digest: null };

/** The facts about a slot of which nothing has been reported. */
export const unknownModule = (): ModuleFacts => ({
  presence: "unknown",
  serialNumber: null,
  status: null,
  role: "unknown",
  standbyState: null,
  bootedFrom: null,
  versions: { running: null, primary: null, secondary: null, monitor: null, bootCode: null },
  integrity: "unknown",
  systemConfig: unknownContents,
  runningConfig: unknownContents,
  cards: { "1": null, "2": null },
  managementPort: "unknown",
  bootedAt: null,
  bootedFromRest: false,
  specifiedAtBoot: null,
  readyReported: false,
  copiedSinceBoot: false,
  bootAwaited: null,
  bootFellBack: null,
  shownEmpty: null,
  exchangedAt: null,
  changedAt: null,
});

/** The facts about a file that has not been compared yet. */
export const unknownFile = (): FileFacts => ({
  status: "unknown",
  mode: null,
  from: null,
  to: null,
  comparedAt: null,
  syncedAt: null,
  transfer: null,
  comparedDifferent: null,
  abortedTransfer: null,
});

/** The twin of a chassis before its first event. */
export const initialState = (): TwinState => ({
  eventCount: 0,
  lastEventAt: null,
  retired: false,
  phase: "unknown",
  deadlinesPassed: null,
  basis: {},
  recentReports: [],
  activeSlot: null,
  activeConfidence: "unknown",
  lastActiveSlot: null,
  transitionAt: null,
  roleReportedAt: null,
  aloneSince: null,
  coldStart: null,
  startKind: null,
  bootEpoch: 0,
  settings: { defaultActiveSlot: null, syncPeriodSeconds: null },
  savedSettings: { defaultActiveSlot: null, syncPeriodSeconds: null },
  periodSince: null,
  bootOrder: [],
  modules: { M1: unknownModule(), M2: unknownModule() },
  files: { flashCode: unknownFile(), systemConfig: unknownFile(), runningConfig: unknownFile() },
  standbyReadySince: null,
  uncopied: [],
  copyFailed: false,
  possiblyLost: null,
  lost: null,
  pending: null,
  doubted: null,
  switchoverCount: 0,
  lastSwitchover: null,
  macEpoch: 0,
  managementAddress: null,
  sessions: [],
  noActive: null,
  headless: null,
  contradiction: null,
  missedEvent: null,
  observationDue: null,
  interfaceModules: {},
  findings: [],
});

/**
 * A copy of a state whose facts may be set without changing the state. What a state shares with its copies is never
 * changed, only replaced.
 */
export const workingCopy = (state: TwinState): TwinState => {
  const { basis, modules, files } = state;
  return {
    ...state,
    basis: { ...basis },
    modules: { M1: { ...modules.M1 }, M2: { ...modules.M2 } },
    files: {
      flashCode: { ...files.flashCode },
      systemConfig: { ...files.systemConfig },
      runningConfig: { ...files.runningConfig },
    },
  };
};

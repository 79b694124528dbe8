import * as z from "zod/mini";
import { EventReference } from "./events.ts";
import {
  BootSource,
  ChassisId,
  InterfaceSlot,
  ManagementSlot,
  ModuleStatus,
  Redundancy,
  Severity,
  StandbyState,
  SwitchoverCause,
  SyncMode,
  SyncStatus,
} from "./vocabulary.ts";

const time = z.iso.datetime();
const evidence = z.array(EventReference());

const FileSync = z.object({
  status: z.enum(["in-sync", "synchronizing", "different", "aborted", "unknown", "not-applicable"]),
  mode: z.nullable(z.union([SyncMode(), z.literal("presumed")])),
  from: z.nullable(ManagementSlot()),
  to: z.nullable(ManagementSlot()),
  comparedAt: z.nullable(time),
  syncedAt: z.nullable(time),
});

/** Why a switchover would not succeed, or a reload would not be safe, now. */
export const Reason = z.object({
  code: z.string(),
  message: z.string(),
  slot: z.optional(ManagementSlot()),
  since: z.nullable(time),
  retryAfter: z.optional(time),
  evidence,
});
export type Reason = z.infer<typeof Reason>;

/** Something an operator should know of, with the events it rests on. */
export const Finding = z.object({
  code: z.string(),
  severity: Severity(),
  slots: z.array(z.union([ManagementSlot(), InterfaceSlot()])),
  file: z.optional(z.string()),
  since: time,
  message: z.string(),
  evidence,
});
export type Finding = z.infer<typeof Finding>;

/** Something that has to happen by a certain time, or becomes a finding of the same code. */
export const Expectation = z.object({
  code: z.string(),
  dueAt: time,
  since: time,
  slot: z.optional(ManagementSlot()),
  file: z.optional(z.string()),
});
export type Expectation = z.infer<typeof Expectation>;

const Contents = z.object({ revision: z.nullable(z.int()), digest: z.nullable(z.string()) });
const version = z.nullable(z.string());

const Module = z.object({
  presence: z.enum(["present", "absent", "unknown"]),
  serialNumber: z.nullable(z.string()),
  status: z.nullable(ModuleStatus()),
  role: z.enum(["active", "standby", "none", "unknown"]),
  standbyState: z.nullable(StandbyState()),
  bootedFrom: z.nullable(BootSource()),
  versions: z.object({ running: version, primary: version, secondary: version, monitor: version, bootCode: version }),
  integrity: z.enum(["ok", "suspect", "unknown"]),
  systemConfig: Contents,
  runningConfig: Contents,
  cards: z.object({ "1": z.nullable(z.boolean()), "2": z.nullable(z.boolean()) }),
  managementPort: z.enum(["up", "down", "unknown"]),
  bootedAt: z.nullable(time),
});

/** A switchover as a twin tells of its last one; lists of switchovers and notifications tell more of each. */
export const LastSwitchover = z.object({
  from: ManagementSlot(),
  to: ManagementSlot(),
  cause: SwitchoverCause(),
  at: time,
  approximate: z.boolean(),
  confirmedBy: z.array(z.string()),
});

/** On which events fields of a twin rest, by JSON Pointer. */
export const Provenance = z.record(z.string(), evidence);
export type Provenance = z.infer<typeof Provenance>;

/** The twin of one chassis as a reader sees it, at one moment. */
export const Twin = z.object({
  chassisId: ChassisId(),
  profile: z.string(),
  asOf: time,
  lastEventAt: z.nullable(time),
  revision: z.int(),
  retired: z.optional(z.literal(true)),
  activeSlot: z.nullable(ManagementSlot()),
  activeConfidence: z.enum(["reported", "predicted", "disputed", "unknown"]),
  redundancy: Redundancy(),
  forwarding: z.enum(["normal", "headless", "down", "unknown"]),
  startKind: z.nullable(z.enum(["cold", "warm"])),
  bootEpoch: z.int(),
  bootSource: z.nullable(BootSource()),
  configuration: z.object({
    defaultActiveSlot: ManagementSlot(),
    savedDefaultActiveSlot: ManagementSlot(),
    syncPeriodSeconds: z.int(),
    bootOrder: z.array(BootSource()),
  }),
  sync: z.object({ status: SyncStatus(), flashCode: FileSync, systemConfig: FileSync, runningConfig: FileSync }),
  switchover: z.object({
    ready: z.boolean(),
    reasons: z.array(Reason),
    count: z.int(),
    last: z.nullable(LastSwitchover),
  }),
  reload: z.object({ safe: z.boolean(), reasons: z.array(Reason) }),
  management: z.object({
    slot: z.nullable(ManagementSlot()),
    address: z.nullable(z.string()),
    macEpoch: z.int(),
    sessions: z.array(
      z.object({ sessionId: z.string(), kind: z.string(), peerAddress: z.nullable(z.string()), since: time }),
    ),
  }),
  modules: z.object({ M1: Module, M2: Module }),
  interfaceModules: z.record(
    z.string(),
    z.object({ status: z.nullable(ModuleStatus()), inSync: z.nullable(z.boolean()) }),
  ),
  findings: z.array(Finding),
  expectations: z.array(Expectation),
  provenance: z.optional(Provenance),
});
export type Twin = z.infer<typeof Twin>;

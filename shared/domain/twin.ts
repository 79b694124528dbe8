import * as z from "zod";
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
const evidence = z.array(EventReference);

const FileSync = z.object({
  status: z.enum(["in-sync", "synchronizing", "different", "aborted", "unknown", "not-applicable"]),
  mode: z.union([SyncMode, z.literal("presumed")]).nullable(),
  from: ManagementSlot.nullable(),
  to: ManagementSlot.nullable(),
  comparedAt: time.nullable(),
  syncedAt: time.nullable(),
});

/** Why a switchover would not succeed, or a reload would not be safe, now. */
export const Reason = z.object({
  code: z.string(),
  message: z.string(),
  slot: ManagementSlot.optional(),
  since: time.nullable(),
  retryAfter: time.optional(),
  evidence,
});
export type Reason = z.infer<typeof Reason>;

/** Something an operator should know of, with the events it rests on. */
export const Finding = z.object({
  code: z.string(),
  severity: Severity,
  slots: z.array(z.union([ManagementSlot, InterfaceSlot])),
  file: z.string().optional(),
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
  slot: ManagementSlot.optional(),
  file: z.string().optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const Contents = z.object({ revision: z.int().nullable(), digest: z.string().nullable() });
const version = z.string().nullable();

const Module = z.object({
  presence: z.enum(["present", "absent", "unknown"]),
  serialNumber: z.string().nullable(),
  status: ModuleStatus.nullable(),
  role: z.enum(["active", "standby", "none", "unknown"]),
  standbyState: StandbyState.nullable(),
  bootedFrom: BootSource.nullable(),
  versions: z.object({ running: version, primary: version, secondary: version, monitor: version, bootCode: version }),
  integrity: z.enum(["ok", "suspect", "unknown"]),
  systemConfig: Contents,
  runningConfig: Contents,
  cards: z.object({ "1": z.boolean().nullable(), "2": z.boolean().nullable() }),
  managementPort: z.enum(["up", "down", "unknown"]),
  bootedAt: time.nullable(),
});

/** A switchover as a twin tells of its last one; lists of switchovers and notifications tell more of each. */
export const LastSwitchover = z.object({
  from: ManagementSlot,
  to: ManagementSlot,
  cause: SwitchoverCause,
  at: time,
  approximate: z.boolean(),
  confirmedBy: z.array(z.string()),
});

/** On which events fields of a twin rest, by JSON Pointer. */
export const Provenance = z.record(z.string(), evidence);
export type Provenance = z.infer<typeof Provenance>;

/** The twin of one chassis as a reader sees it, at one moment. */
export const Twin = z.object({
  chassisId: ChassisId,
  profile: z.string(),
  asOf: time,
  lastEventAt: time.nullable(),
  revision: z.int(),
  retired: z.literal(true).optional(),
  activeSlot: ManagementSlot.nullable(),
  activeConfidence: z.enum(["reported", "predicted", "disputed", "unknown"]),
  redundancy: Redundancy,
  forwarding: z.enum(["normal", "headless", "down", "unknown"]),
  startKind: z.enum(["cold", "warm"]).nullable(),
  bootEpoch: z.int(),
  bootSource: BootSource.nullable(),
  configuration: z.object({
    defaultActiveSlot: ManagementSlot,
    savedDefaultActiveSlot: ManagementSlot,
    syncPeriodSeconds: z.int(),
    bootOrder: z.array(BootSource),
  }),
  sync: z.object({ status: SyncStatus, flashCode: FileSync, systemConfig: FileSync, runningConfig: FileSync }),
  switchover: z.object({
    ready: z.boolean(),
    reasons: z.array(Reason),
    count: z.int(),
    last: LastSwitchover.nullable(),
  }),
  reload: z.object({ safe: z.boolean(), reasons: z.array(Reason) }),
  management: z.object({
    slot: ManagementSlot.nullable(),
    address: z.string().nullable(),
    macEpoch: z.int(),
    sessions: z.array(
      z.object({ sessionId: z.string(), kind: z.string(), peerAddress: z.string().nullable(), since: time }),
    ),
  }),
  modules: z.object({ M1: Module, M2: Module }),
  interfaceModules: z.record(z.string(), z.object({ status: ModuleStatus.nullable(), inSync: z.boolean().nullable() })),
  findings: z.array(Finding),
  expectations: z.array(Expectation),
  provenance: Provenance.optional(),
});
export type Twin = z.infer<typeof Twin>;

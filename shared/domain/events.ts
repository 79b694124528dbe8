import * as z from "zod";
import {
  BootSource,
  Carrier,
  ChassisId,
  InterfaceSlot,
  ManagementSlot,
  ModuleStatus,
  ReportedRole,
  ResetCause,
  Slot,
  StandbyState,
  SwitchoverCause,
  SynchronizedFile,
  SyncMode,
} from "./vocabulary.ts";

const text = z.string().min(1);
const moment = z.iso.datetime({ offset: true, error: "must be an RFC 3339 time such as 2026-01-31T12:00:00.000Z" });
const revision = z.int().min(0);
const versions = z.looseObject({
  flashCode: text.optional(),
  monitor: text.optional(),
  bootCode: text.optional(),
});
const contents = { revision: revision.optional(), digest: text.optional() };
const card = z.union([z.literal(1), z.literal(2)], { error: "must be the number of a card slot, 1 or 2" });
const errorCode = z.union([z.string(), z.number()], { error: "must be a text or a number" });
const direction = { from: ManagementSlot.optional(), to: ManagementSlot.optional() };

/** The largest running-config period a device takes, in seconds. */
const LONGEST_SYNC_PERIOD_SECONDS = 3600;

/** One row of an observation: what a poll or a command showed of one slot. */
export const ObservedModule = z.looseObject({
  slot: Slot,
  status: ModuleStatus.optional(),
  role: ReportedRole.optional(),
  standbyState: StandbyState.optional(),
  serialNumber: text.optional(),
  uptimeSeconds: z.number().min(0).optional(),
  versions: versions.optional(),
  bootedFrom: BootSource.optional(),
});
export type ObservedModule = z.infer<typeof ObservedModule>;

const envelope = {
  specversion: z.literal("1.0"),
  id: z.string().min(1).max(128),
  source: z.string().min(1).max(256),
  subject: ChassisId,
  time: moment,
  carrier: Carrier.optional(),
  sequence: z
    .string()
    .regex(/^[0-9]{1,20}$/, "must be a decimal string of 1 to 20 digits")
    .optional(),
  correlationid: z.string().optional(),
  devicetime: z.string().optional(),
  recordedtime: moment.optional(),
};

const event = <T extends string, D extends z.ZodRawShape>(type: T, data: D) =>
  z.looseObject({ ...envelope, type: z.literal(type), data: z.looseObject(data) });

/**
 * Every event the twin understands, as a CloudEvent 1.0: one schema per `type`. Unknown extensions and unknown extra
 * fields in `data` are kept verbatim and otherwise ignored.
 */
export const ChassisEvent = z.discriminatedUnion("type", [
  event("module.inserted", {
    slot: Slot,
    serialNumber: text.optional(),
    partNumber: text.optional(),
    description: text.optional(),
  }),
  event("module.removed", { slot: Slot }),
  event("module.booting", { slot: ManagementSlot, bootSource: BootSource.optional() }),
  event("module.booted", {
    slot: ManagementSlot,
    bootSource: BootSource.optional(),
    versions: versions.optional(),
    serialNumber: text.optional(),
  }),
  event("module.boot-failed", { slot: ManagementSlot, bootSource: BootSource.optional(), reason: text.optional() }),
  event("module.reset", { slot: ManagementSlot, cause: ResetCause.optional(), reason: text.optional() }),
  event("module.power-lost", { slot: ManagementSlot }),
  event("module.status-changed", {
    slot: Slot,
    from: ModuleStatus.optional(),
    to: ModuleStatus,
    reason: text.optional(),
    errorCode: errorCode.optional(),
  }),
  event("module.role-changed", { slot: ManagementSlot, from: ReportedRole.optional(), to: ReportedRole }),
  event("standby.ready", { slot: ManagementSlot }),
  event("standby.down", {
    slot: ManagementSlot.optional(),
    reason: text.optional(),
    errorCode: errorCode.optional(),
  }),
  event("sync.compared", { file: SynchronizedFile, result: z.enum(["same", "different"]), ...direction }),
  event("sync.started", { file: SynchronizedFile, mode: SyncMode.optional(), ...direction }),
  event("sync.completed", { file: SynchronizedFile, version: text.optional(), ...contents, ...direction }),
  event("sync.failed", { file: SynchronizedFile, reason: text.optional(), ...direction }),
  event("config.changed", { ...contents, by: text.optional() }),
  event("config.saved", { ...contents, by: text.optional() }),
  event("image.updated", {
    slot: ManagementSlot,
    image: z.enum(["primary", "secondary", "monitor", "boot"]),
    version: text,
    digest: text.optional(),
    verified: z.boolean().optional(),
  }),
  event("boot-source.configured", { order: z.array(BootSource).max(6) }),
  event("card.inserted", { slot: ManagementSlot, card }),
  event("card.removed", { slot: ManagementSlot, card }),
  event("chassis.retired", { by: text.optional(), reason: text.optional() }),
  event("redundancy.configured", {
    defaultActiveSlot: ManagementSlot.optional(),
    syncPeriodSeconds: z.int().max(LONGEST_SYNC_PERIOD_SECONDS).optional(),
    saved: z.boolean().optional(),
  }),
  event("switchover.requested", { by: text.optional(), ...direction }),
  event("switchover.refused", { reason: text }),
  event("switchover.completed", {
    from: ManagementSlot.optional(),
    to: ManagementSlot,
    cause: SwitchoverCause.optional(),
    durationMs: z.number().min(0).optional(),
  }),
  event("chassis.cold-started", { reporterSlot: ManagementSlot.optional() }),
  event("chassis.warm-started", { reporterSlot: ManagementSlot.optional() }),
  event("chassis.observed", {
    startedAt: moment,
    endedAt: moment.optional(),
    nextWithinSeconds: z.number().positive().optional(),
    managementAddress: text.optional(),
    modules: z.array(ObservedModule),
    runningConfig: z.looseObject(contents).optional(),
  }),
  event("session.opened", {
    sessionId: text,
    kind: z.enum(["cli", "web", "inm"]),
    peerAddress: text.optional(),
  }),
  event("session.closed", { sessionId: text, reason: text.optional() }),
  event("management-port.up", { slot: ManagementSlot }),
  event("management-port.down", { slot: ManagementSlot }),
  event("interface-module.out-of-sync", { slot: InterfaceSlot, overwritten: z.boolean().optional() }),
  event("interface-module.resynced", { slot: InterfaceSlot, overwritten: z.boolean().optional() }),
]);
export type ChassisEvent = z.infer<typeof ChassisEvent>;

/** The name of an event type, such as `module.inserted`. */
export type EventType = ChassisEvent["type"];

/** The events of one type. */
export type EventOf<T extends EventType> = Extract<ChassisEvent, { type: T }>;

/** Names one event for ever: who said it and under which id (API: `evidence`). */
export const EventReference = z.object({ source: z.string(), id: z.string() });
export type EventReference = z.infer<typeof EventReference>;

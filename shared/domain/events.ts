import * as z from "zod/mini";
import { onFirstUse } from "./on-first-use.ts";
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

// What several types have. Whoever starts has no use for most of it.
const text = onFirstUse(() => z.string().check(z.minLength(1)));
const moment = onFirstUse(() =>
  z.iso.datetime({ offset: true, error: "must be an RFC 3339 time such as 2026-01-31T12:00:00.000Z" }),
);
const versions = onFirstUse(() =>
  z.looseObject({ flashCode: z.optional(text()), monitor: z.optional(text()), bootCode: z.optional(text()) }),
);
const contents = onFirstUse(() => ({
  revision: z.optional(z.int().check(z.minimum(0))),
  digest: z.optional(text()),
}));
const card = onFirstUse(() =>
  z.union([z.literal(1), z.literal(2)], { error: "must be the number of a card slot, 1 or 2" }),
);
const errorCode = onFirstUse(() => z.union([z.string(), z.number()], { error: "must be a text or a number" }));
const direction = onFirstUse(() => ({ from: z.optional(ManagementSlot()), to: z.optional(ManagementSlot()) }));

/** The largest running-config period a device takes, in seconds. */
const LONGEST_SYNC_PERIOD_SECONDS = 3600;

/** One row of an observation: what a poll or a command showed of one slot. */
export const ObservedModule = onFirstUse(() =>
  z.looseObject({
    slot: Slot(),
    status: z.optional(ModuleStatus()),
    role: z.optional(ReportedRole()),
    standbyState: z.optional(StandbyState()),
    serialNumber: z.optional(text()),
    uptimeSeconds: z.optional(z.number().check(z.minimum(0))),
    versions: z.optional(versions()),
    bootedFrom: z.optional(BootSource()),
  }),
);
export type ObservedModule = z.infer<ReturnType<typeof ObservedModule>>;

const envelope = onFirstUse(() => ({
  specversion: z.literal("1.0"),
  id: z.string().check(z.minLength(1), z.maxLength(128)),
  source: z.string().check(z.minLength(1), z.maxLength(256)),
  subject: ChassisId(),
  time: moment(),
  carrier: z.optional(Carrier()),
  sequence: z.optional(z.string().check(z.regex(/^[0-9]{1,20}$/, "must be a decimal string of 1 to 20 digits"))),
  correlationid: z.optional(z.string()),
  devicetime: z.optional(z.string()),
  recordedtime: z.optional(moment()),
}));

const event = <T extends string, D extends z.core.$ZodShape>(type: T, data: () => D) => ({
  type,
  schema: onFirstUse(() => z.looseObject({ ...envelope(), type: z.literal(type), data: z.looseObject(data()) })),
});

/**
 * Every event the twin understands, as a CloudEvent 1.0: one schema per `type`, made when the first event of that type
 * comes, as a function that starts sees few types before it is done. Unknown extensions and unknown extra fields in `data`
 * are kept verbatim and otherwise ignored.
 */
export const EVENT_KINDS = [
  event("module.inserted", () => ({
    slot: Slot(),
    serialNumber: z.optional(text()),
    partNumber: z.optional(text()),
    description: z.optional(text()),
  })),
  event("module.removed", () => ({ slot: Slot() })),
  event("module.booting", () => ({ slot: ManagementSlot(), bootSource: z.optional(BootSource()) })),
  event("module.booted", () => ({
    slot: ManagementSlot(),
    bootSource: z.optional(BootSource()),
    versions: z.optional(versions()),
    serialNumber: z.optional(text()),
  })),
  event("module.boot-failed", () => ({
    slot: ManagementSlot(),
    bootSource: z.optional(BootSource()),
    reason: z.optional(text()),
  })),
  event("module.reset", () => ({
    slot: ManagementSlot(),
    cause: z.optional(ResetCause()),
    reason: z.optional(text()),
  })),
  event("module.power-lost", () => ({ slot: ManagementSlot() })),
  event("module.status-changed", () => ({
    slot: Slot(),
    from: z.optional(ModuleStatus()),
    to: ModuleStatus(),
    reason: z.optional(text()),
    errorCode: z.optional(errorCode()),
  })),
  event("module.role-changed", () => ({
    slot: ManagementSlot(),
    from: z.optional(ReportedRole()),
    to: ReportedRole(),
  })),
  event("standby.ready", () => ({ slot: ManagementSlot() })),
  event("standby.down", () => ({
    slot: z.optional(ManagementSlot()),
    reason: z.optional(text()),
    errorCode: z.optional(errorCode()),
  })),
  event("sync.compared", () => ({ file: SynchronizedFile(), result: z.enum(["same", "different"]), ...direction() })),
  event("sync.started", () => ({ file: SynchronizedFile(), mode: z.optional(SyncMode()), ...direction() })),
  event("sync.completed", () => ({
    file: SynchronizedFile(),
    version: z.optional(text()),
    ...contents(),
    ...direction(),
  })),
  event("sync.failed", () => ({ file: SynchronizedFile(), reason: z.optional(text()), ...direction() })),
  event("config.changed", () => ({ ...contents(), by: z.optional(text()) })),
  event("config.saved", () => ({ ...contents(), by: z.optional(text()) })),
  event("image.updated", () => ({
    slot: ManagementSlot(),
    image: z.enum(["primary", "secondary", "monitor", "boot"]),
    version: text(),
    digest: z.optional(text()),
    verified: z.optional(z.boolean()),
  })),
  event("boot-source.configured", () => ({ order: z.array(BootSource()).check(z.maxLength(6)) })),
  event("card.inserted", () => ({ slot: ManagementSlot(), card: card() })),
  event("card.removed", () => ({ slot: ManagementSlot(), card: card() })),
  event("chassis.retired", () => ({ by: z.optional(text()), reason: z.optional(text()) })),
  event("redundancy.configured", () => ({
    defaultActiveSlot: z.optional(ManagementSlot()),
    syncPeriodSeconds: z.optional(z.int().check(z.maximum(LONGEST_SYNC_PERIOD_SECONDS))),
    saved: z.optional(z.boolean()),
  })),
  event("switchover.requested", () => ({ by: z.optional(text()), ...direction() })),
  event("switchover.refused", () => ({ reason: text() })),
  event("switchover.completed", () => ({
    from: z.optional(ManagementSlot()),
    to: ManagementSlot(),
    cause: z.optional(SwitchoverCause()),
    durationMs: z.optional(z.number().check(z.minimum(0))),
  })),
  event("chassis.cold-started", () => ({ reporterSlot: z.optional(ManagementSlot()) })),
  event("chassis.warm-started", () => ({ reporterSlot: z.optional(ManagementSlot()) })),
  event("chassis.observed", () => ({
    startedAt: moment(),
    endedAt: z.optional(moment()),
    nextWithinSeconds: z.optional(z.number().check(z.positive())),
    managementAddress: z.optional(text()),
    modules: z.array(ObservedModule()),
    runningConfig: z.optional(z.looseObject(contents())),
  })),
  event("session.opened", () => ({
    sessionId: text(),
    kind: z.enum(["cli", "web", "inm"]),
    peerAddress: z.optional(text()),
  })),
  event("session.closed", () => ({ sessionId: text(), reason: z.optional(text()) })),
  event("management-port.up", () => ({ slot: ManagementSlot() })),
  event("management-port.down", () => ({ slot: ManagementSlot() })),
  event("interface-module.out-of-sync", () => ({ slot: InterfaceSlot(), overwritten: z.optional(z.boolean()) })),
  event("interface-module.resynced", () => ({ slot: InterfaceSlot(), overwritten: z.optional(z.boolean()) })),
] as const;

/** The schema of the events of a type; `undefined` for what is no type. */
export const eventSchemaOf = (type: unknown) => KINDS.get(type)?.schema();

const KINDS = new Map<unknown, (typeof EVENT_KINDS)[number]>(EVENT_KINDS.map((kind) => [kind.type, kind]));

/** An event of any type. */
export const ChassisEvent = z.lazy(() => {
  const [first, ...others] = EVENT_KINDS;
  return z.discriminatedUnion("type", [first.schema(), ...others.map(({ schema }) => schema())]);
});
export type ChassisEvent = z.infer<typeof ChassisEvent>;

/** The name of an event type, such as `module.inserted`. */
export type EventType = ChassisEvent["type"];

/** The events of one type. */
export type EventOf<T extends EventType> = Extract<ChassisEvent, { type: T }>;

/** Names one event for ever: who said it and under which id (API: `evidence`). */
export const EventReference = onFirstUse(() => z.object({ source: z.string(), id: z.string() }));
export type EventReference = z.infer<ReturnType<typeof EventReference>>;

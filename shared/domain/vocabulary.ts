import * as z from "zod/mini";
import { onFirstUse } from "./on-first-use.ts";

/** Words of the field, and their schema, which is made when it is first asked for: few starts need them all. */
const words = <const W extends readonly [string, ...string[]]>(options: W) =>
  Object.assign(
    onFirstUse(() => z.enum(options)),
    { options },
  );

/** Identifies one chassis in the fleet; the `subject` of every event about it. */
export const ChassisId = onFirstUse(() =>
  z
    .string()
    .check(
      z.regex(
        /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/,
        "must be 1 to 128 letters, digits, '.', '_' or '-', and begin with a letter or digit",
      ),
    ),
);

/** The two slots that take a management module. */
export const ManagementSlot = words(["M1", "M2"]);
export type ManagementSlot = (typeof ManagementSlot.options)[number];
export const MANAGEMENT_SLOTS = ManagementSlot.options;

/** An interface-module slot, `S1` to `S32` (the largest chassis of the family has 32). */
export const InterfaceSlot = onFirstUse(() =>
  z.templateLiteral(["S", z.string().check(z.regex(/^(?:[1-9]|[12][0-9]|3[0-2])$/))], {
    error: "must be an interface slot, S1 to S32",
  }),
);
export type InterfaceSlot = z.infer<ReturnType<typeof InterfaceSlot>>;

/** Any slot that a module event may name. */
export const Slot = onFirstUse(() =>
  z.union([ManagementSlot(), InterfaceSlot()], { error: "must be a slot: M1, M2 or S1 to S32" }),
);
export type Slot = z.infer<ReturnType<typeof Slot>>;

/** Where a module may load its code from (snAgBootSeqTable). */
export const BootSource = words([
  "primary-flash",
  "secondary-flash",
  "pcmcia-slot-1",
  "pcmcia-slot-2",
  "tftp",
  "bootp",
]);
export type BootSource = (typeof BootSource.options)[number];

/** The files that the active module copies to the standby. Boot code is never one of them [R]. */
export const SynchronizedFile = words(["flash-code", "system-config", "running-config"]);
export type SynchronizedFile = (typeof SynchronizedFile.options)[number];

/** snAgentBrdModuleStatus. */
export const ModuleStatus = words([
  "empty",
  "going-down",
  "rejected",
  "bad",
  "configured",
  "coming-up",
  "running",
  "blocked",
]);
export type ModuleStatus = (typeof ModuleStatus.options)[number];

/** snAgentBrdRedundantStatus: the role a module reports of itself. */
export const ReportedRole = words(["active", "standby", "crashed", "coming-up", "other"]);
export type ReportedRole = (typeof ReportedRole.options)[number];

/** What the command line calls the standby's progress towards being able to take over. */
export const StandbyState = words(["init", "wait", "sync", "ready"]);
export type StandbyState = (typeof StandbyState.options)[number];

/** How the reporter of an event learnt of it. */
export const Carrier = words(["syslog", "trap", "poll", "cli", "operator"]);
export type Carrier = (typeof Carrier.options)[number];

export const ResetCause = words(["fault", "operator", "switchover", "thermal", "watchdog", "unknown"]);
export const SyncMode = words(["compared", "unconditional", "periodic", "manual"]);
export type SyncMode = (typeof SyncMode.options)[number];

/** Why the active role moved. */
export const SwitchoverCause = words(["manual", "active-failed", "active-power-lost", "active-removed", "unknown"]);
export type SwitchoverCause = (typeof SwitchoverCause.options)[number];

/** Who leads the chassis, and whether a standby could take over (section "Redundancy" of the twin). */
export const Redundancy = words([
  "unknown",
  "no-management-module",
  "booting",
  "simplex",
  "synchronizing",
  "ready",
  "switching",
  "disputed",
]);
export type Redundancy = (typeof Redundancy.options)[number];

/** The status of flash code and system-config together, the worst first. */
export const SyncStatus = words(["out-of-sync", "synchronizing", "unknown", "in-sync", "not-applicable"]);
export type SyncStatus = (typeof SyncStatus.options)[number];

/** How bad a finding is, the worst first. */
export const Severity = words(["critical", "warning", "info"]);
export type Severity = (typeof Severity.options)[number];

/** The CloudEvents source of notifications, and their source on the bus. */
export const NOTIFICATION_SOURCE = "chassis-twin";

/** The other of the two management slots. */
export const otherSlot = (slot: ManagementSlot): ManagementSlot => (slot === "M1" ? "M2" : "M1");

/** Tells a management slot from an interface slot. */
export const isManagementSlot = (slot: Slot): slot is ManagementSlot => slot === "M1" || slot === "M2";

import * as z from "zod/mini";

/** Identifies one chassis in the fleet; the `subject` of every event about it. */
export const ChassisId = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/,
      "must be 1 to 128 letters, digits, '.', '_' or '-', and begin with a letter or digit",
    ),
  );

/** The two slots that take a management module. */
export const ManagementSlot = z.enum(["M1", "M2"]);
export type ManagementSlot = z.infer<typeof ManagementSlot>;
export const MANAGEMENT_SLOTS = ManagementSlot.options;

/** An interface-module slot, `S1` to `S32` (the largest chassis of the family has 32). */
export const InterfaceSlot = z.templateLiteral(["S", z.string().check(z.regex(/^(?:[1-9]|[12][0-9]|3[0-2])$/))], {
  error: "must be an interface slot, S1 to S32",
});
export type InterfaceSlot = z.infer<typeof InterfaceSlot>;

/** Any slot that a module event may name. */
export const Slot = z.union([ManagementSlot, InterfaceSlot], { error: "must be a slot: M1, M2 or S1 to S32" });
export type Slot = z.infer<typeof Slot>;

/** Where a module may load its code from (snAgBootSeqTable). */
export const BootSource = z.enum([
  "primary-flash",
  "secondary-flash",
  "pcmcia-slot-1",
  "pcmcia-slot-2",
  "tftp",
  "bootp",
]);
export type BootSource = z.infer<typeof BootSource>;

/** The files that the active module copies to the standby. Boot code is never one of them [R]. */
export const SynchronizedFile = z.enum(["flash-code", "system-config", "running-config"]);
export type SynchronizedFile = z.infer<typeof SynchronizedFile>;

/** snAgentBrdModuleStatus. */
export const ModuleStatus = z.enum([
  "empty",
  "going-down",
  "rejected",
  "bad",
  "configured",
  "coming-up",
  "running",
  "blocked",
]);
export type ModuleStatus = z.infer<typeof ModuleStatus>;

/** snAgentBrdRedundantStatus: the role a module reports of itself. */
export const ReportedRole = z.enum(["active", "standby", "crashed", "coming-up", "other"]);
export type ReportedRole = z.infer<typeof ReportedRole>;

/** What the command line calls the standby's progress towards being able to take over. */
export const StandbyState = z.enum(["init", "wait", "sync", "ready"]);
export type StandbyState = z.infer<typeof StandbyState>;

/** How the reporter of an event learnt of it. */
export const Carrier = z.enum(["syslog", "trap", "poll", "cli", "operator"]);
export type Carrier = z.infer<typeof Carrier>;

export const ResetCause = z.enum(["fault", "operator", "switchover", "thermal", "watchdog", "unknown"]);
export const SyncMode = z.enum(["compared", "unconditional", "periodic", "manual"]);
export type SyncMode = z.infer<typeof SyncMode>;

/** Why the active role moved. */
export const SwitchoverCause = z.enum(["manual", "active-failed", "active-power-lost", "active-removed", "unknown"]);
export type SwitchoverCause = z.infer<typeof SwitchoverCause>;

/** Who leads the chassis, and whether a standby could take over (section "Redundancy" of the twin). */
export const Redundancy = z.enum([
  "unknown",
  "no-management-module",
  "booting",
  "simplex",
  "synchronizing",
  "ready",
  "switching",
  "disputed",
]);
export type Redundancy = z.infer<typeof Redundancy>;

/** The status of flash code and system-config together, the worst first. */
export const SyncStatus = z.enum(["out-of-sync", "synchronizing", "unknown", "in-sync", "not-applicable"]);
export type SyncStatus = z.infer<typeof SyncStatus>;

/** How bad a finding is, the worst first. */
export const Severity = z.enum(["critical", "warning", "info"]);
export type Severity = z.infer<typeof Severity>;

/** The CloudEvents source of notifications, and their source on the bus. */
export const NOTIFICATION_SOURCE = "chassis-twin";

/** The other of the two management slots. */
export const otherSlot = (slot: ManagementSlot): ManagementSlot => (slot === "M1" ? "M2" : "M1");

/** Tells a management slot from an interface slot. */
export const isManagementSlot = (slot: Slot): slot is ManagementSlot => slot === "M1" || slot === "M2";

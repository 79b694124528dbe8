import * as z from "zod";
import { BootSource, ChassisId, ManagementSlot, Redundancy, SyncStatus } from "./vocabulary.ts";

/** One chassis in a fleet answer. */
export const FleetItem = z.object({
  chassisId: ChassisId,
  activeSlot: ManagementSlot.nullable(),
  activeConfidence: z.enum(["reported", "predicted", "disputed", "unknown"]),
  redundancy: Redundancy,
  syncStatus: SyncStatus,
  bootSource: BootSource.nullable(),
  switchoverReady: z.boolean(),
  findings: z.array(z.string()),
  lastEventAt: z.iso.datetime().nullable(),
  revision: z.int(),
});
export type FleetItem = z.infer<typeof FleetItem>;

import * as z from "zod/mini";
import { BootSource, ChassisId, ManagementSlot, Redundancy, SyncStatus } from "./vocabulary.ts";

/** One chassis in a fleet answer. */
export const FleetItem = z.object({
  chassisId: ChassisId(),
  activeSlot: z.nullable(ManagementSlot()),
  activeConfidence: z.enum(["reported", "predicted", "disputed", "unknown"]),
  redundancy: Redundancy(),
  syncStatus: SyncStatus(),
  bootSource: z.nullable(BootSource()),
  switchoverReady: z.boolean(),
  findings: z.array(z.string()),
  lastEventAt: z.nullable(z.iso.datetime()),
  revision: z.int(),
});
export type FleetItem = z.infer<typeof FleetItem>;

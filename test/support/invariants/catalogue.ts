import { FLEET_INVARIANTS } from "./fleet.ts";
import type { Invariant } from "./history-walk.ts";
import { MANAGEMENT_INVARIANTS } from "./management.ts";
import { READINESS_INVARIANTS } from "./readiness.ts";
import { REPORT_INVARIANTS } from "./reports.ts";
import { ROLE_INVARIANTS } from "./roles.ts";
import { SYNCHRONIZATION_INVARIANTS } from "./synchronization.ts";

/** What holds at every moment of every history, by the sentence that says it. */
export const INVARIANTS: readonly (readonly [sentence: string, holds: Invariant])[] = Object.entries({
  ...ROLE_INVARIANTS,
  ...SYNCHRONIZATION_INVARIANTS,
  ...MANAGEMENT_INVARIANTS,
  ...READINESS_INVARIANTS,
  ...REPORT_INVARIANTS,
  ...FLEET_INVARIANTS,
});

import { bucketOf, findingsByCode } from "../../../shared/domain/fleet.ts";
import type { Finding } from "../../../shared/domain/twin.ts";
import type { Invariant } from "./history-walk.ts";

const codeAndTime = ({ code, since }: Finding) => ({ code, at: Date.parse(since) });

/** ADR 10: what the fleet index tells of a chassis. */
export const FLEET_INVARIANTS = {
  "ADR 10: the fleet is told of a chassis what its twin says": ({ standings }) =>
    standings.every(
      ({ twin, standing }) =>
        JSON.stringify(bucketOf(standing)) === JSON.stringify(bucketOf(twin)) &&
        JSON.stringify(findingsByCode(standing.findings)) ===
          JSON.stringify(findingsByCode(twin.findings.map(codeAndTime))),
    ),
} satisfies Record<string, Invariant>;

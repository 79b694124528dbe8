import * as z from "zod/mini";
import { FINDING_CODES } from "../../shared/domain/findings/catalogue.ts";
import { FleetItem } from "../../shared/domain/fleet-item.ts";
import { Finding, Reason } from "../../shared/domain/twin.ts";
import { ChassisId } from "../../shared/domain/vocabulary.ts";
import { ROUTES } from "../../shared/edge/routes.ts";
import type { FleetFinding } from "./ranked-findings.ts";
import { VOCABULARY } from "./summarize-fleet.ts";

const counts = (words: readonly string[]) =>
  z.object(Object.fromEntries(words.map((word) => [word, z.int().check(z.minimum(0))])));

/** The answer of `GET /chassis`. */
export const FleetPageAnswer = z.object({ items: z.array(FleetItem), nextCursor: z.optional(z.string()) });

/** An open finding of the fleet. */
export const FleetFindingAnswer = z.extend(Finding, { chassisId: ChassisId() }) satisfies z.ZodMiniType<FleetFinding>;

/** The answer of `GET /fleet/findings`. */
export const FindingPage = z.object({ items: z.array(FleetFindingAnswer), nextCursor: z.optional(z.string()) });

const filters = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.union([z.string(), z.boolean()]))]));

/** What came of one assertion. */
export const AssertionAnswer = z.object({
  name: z.string(),
  passed: z.boolean(),
  checked: z.int().check(z.minimum(0)),
  failed: z.int().check(z.minimum(0)),
  failures: z.array(
    z.object({
      chassisId: ChassisId(),
      expected: filters,
      forbidden: z.optional(filters),
      actual: filters,
      findings: z.array(Finding),
      reasons: z.array(Reason),
    }),
  ),
});

/** The answer of `POST /fleet/assertions`. */
export const AssertionsAnswer = z.object({ passed: z.boolean(), results: z.array(AssertionAnswer) });

/** The answer of `GET /fleet/summary`. */
export const FleetSummary = z.object({
  asOf: z.iso.datetime(),
  total: z.int().check(z.minimum(0)),
  activeSlot: counts(VOCABULARY.activeSlot),
  redundancy: counts(VOCABULARY.redundancy),
  sync: counts(VOCABULARY.sync),
  bootSource: counts(VOCABULARY.bootSource),
  switchoverReady: counts(VOCABULARY.switchoverReady),
  severity: counts(VOCABULARY.severity),
  findings: z.partialRecord(z.enum(FINDING_CODES), z.int().check(z.minimum(1))),
});

/** The answer of `GET /`. */
export const IndexAnswer = z.object({
  name: z.literal("chassis-twin"),
  routes: z.array(
    z.object({
      method: z.enum(ROUTES.map(({ method }) => method)),
      path: z.string(),
      summary: z.string(),
    }),
  ),
});

/** The answer of `GET /health` when all is well. */
export const HealthAnswer = z.object({ status: z.literal("ok") });

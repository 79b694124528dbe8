import { FINDING_CODES } from "../../shared/domain/findings/catalogue.ts";
import { type FleetBucket, fleetItemOf } from "../../shared/domain/fleet.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { Redundancy, Severity, SyncStatus } from "../../shared/domain/twin.ts";
import { BootSource, MANAGEMENT_SLOTS } from "../../shared/domain/vocabulary.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { parseQuery } from "../../shared/edge/query.ts";
import { type FleetSources, twinsNow } from "./fleet-sources.ts";
import { pageAt, walkOver } from "./fleet-walk.ts";

/** What chassis are counted by, and every word that may be said of them. */
const VOCABULARY = {
  activeSlot: [...MANAGEMENT_SLOTS, "none"],
  redundancy: Redundancy.options,
  sync: SyncStatus.options,
  bootSource: [...BootSource.options, "unknown"],
  switchoverReady: ["true", "false"],
  severity: ["none", ...Severity.options],
} satisfies Record<keyof FleetBucket, readonly string[]>;

/** How many twins with findings are read at a time. */
const PAGE_SIZE = 100;

type Counts = Readonly<Record<string, number>>;

/**
 * `GET /fleet/summary`: how many chassis there are for each word that may be said of one, zeros included, and for each
 * finding that is open somewhere.
 */
export const summarizeFleet =
  (sources: FleetSources): Answer =>
  async (request) => {
    parseQuery(request, {});
    const now = sources.clock();
    const buckets = await sources.fleet.buckets();
    const [sizes, findings] = await Promise.all([
      Promise.all(buckets.map(async (bucket) => ({ bucket, size: await sources.fleet.count(bucket) }))),
      countFindings(sources, buckets, now),
    ]);
    return json(200, { asOf: new Date(now).toISOString(), ...countWords(sizes), findings });
  };

const countWords = (sizes: readonly { readonly bucket: FleetBucket; readonly size: number }[]) => {
  const countsOf = (dimension: keyof FleetBucket): Counts =>
    Object.fromEntries(
      VOCABULARY[dimension].map((word) => [
        word,
        total(sizes.filter(({ bucket }) => bucket[dimension] === word).map(({ size }) => size)),
      ]),
    );
  return {
    total: total(sizes.map(({ size }) => size)),
    activeSlot: countsOf("activeSlot"),
    redundancy: countsOf("redundancy"),
    sync: countsOf("sync"),
    bootSource: countsOf("bootSource"),
    switchoverReady: countsOf("switchoverReady"),
    severity: countsOf("severity"),
  };
};

const countFindings = async (
  { store, fleet }: FleetSources,
  buckets: readonly FleetBucket[],
  now: Moment,
): Promise<Counts> => {
  const walk = walkOver(
    buckets.filter(({ severity }) => severity !== "none"),
    [""],
  );
  const found: string[] = [];
  for (let position = walk.start(); position !== null; ) {
    const page = await pageAt(fleet, position, PAGE_SIZE);
    const twins = await twinsNow(store, page.chassisIds, now);
    found.push(...twins.flatMap((twin) => fleetItemOf(twin).findings));
    position = walk.following(position, page);
  }
  const counts = FINDING_CODES.map((code) => [code, found.filter((one) => one === code).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
};

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

import type { ChassisRecord } from "../../shared/domain/chassis-record.ts";
import type { FleetBucket } from "../../shared/domain/fleet.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { pastTwinOf, twinOf } from "../../shared/history/read-twin.ts";
import { mapInParallel } from "../../shared/in-parallel.ts";
import type { Clock, FleetEntry, FleetIndex, FleetPart, TwinStore } from "../../shared/ports.ts";
import { pagesAlong, walkOver } from "./fleet-walk.ts";

/** Where answers about the fleet come from. */
export interface FleetSources {
  readonly store: TwinStore;
  readonly fleet: FleetIndex;
  readonly clock: Clock;
}

/** A part of the fleet index that shows chassis which are not retired. */
export interface BucketPart extends FleetPart {
  readonly group: FleetBucket;
}

/** How many entries of the index are read at a time by those who need them all, */
const ENTRIES_AT_ONCE = 1000;

/** and of how many parts at once. */
const PARTS_AT_ONCE = 16;

/** How many past twins are computed at once: each may have to wait for its commits. */
const AT_ONCE = 8;

/** Tells the parts of buckets from those of the retired. */
export const isOfBucket = (part: FleetPart): part is BucketPart => part.group !== "retired";

/** An entry of the fleet index, and where it was found. */
export interface FoundEntry {
  readonly entry: FleetEntry;
  readonly part: BucketPart;
}

/** All entries of some parts that begin with one of the prefixes. */
export const entriesIn = async (
  fleet: FleetIndex,
  parts: readonly BucketPart[],
  prefixes: readonly string[],
): Promise<readonly FoundEntry[]> => {
  const found = await mapInParallel(parts, PARTS_AT_ONCE, async (part) => {
    const entries: FleetEntry[] = [];
    for await (const page of pagesAlong(fleet, walkOver([part], prefixes, null), ENTRIES_AT_ONCE))
      entries.push(...page.entries);
    return entries.map((entry) => ({ entry, part }));
  });
  return found.flat();
};

/** The twins of chassis as they are `now`, in the order asked for; a chassis without record is left out. */
export const twinsNow = async (
  store: TwinStore,
  chassisIds: readonly string[],
  now: Moment,
): Promise<readonly Twin[]> => (await recordsOf(store, chassisIds)).map((record) => twinOf(record, now));

/**
 * The twins of chassis as the devices were `at` a moment, in the order asked for; those not yet heard of are left out.
 * Only a record whose state is of later times needs its commits read.
 */
export const twinsAt = async (
  store: TwinStore,
  chassisIds: readonly string[],
  at: Moment,
): Promise<readonly Twin[]> => {
  const records = await recordsOf(store, chassisIds);
  const twins = await mapInParallel(records, AT_ONCE, (record) => pastTwinOf(store, record, { at }));
  return twins.flatMap((twin) => twin ?? []);
};

const recordsOf = async (store: TwinStore, chassisIds: readonly string[]): Promise<readonly ChassisRecord[]> => {
  const records = new Map((await store.loadMany(chassisIds)).map((record) => [record.chassisId, record]));
  return chassisIds.flatMap((chassisId) => records.get(chassisId) ?? []);
};

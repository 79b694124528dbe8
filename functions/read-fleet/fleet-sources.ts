import type { ChassisRecord } from "../../shared/domain/chassis-record.ts";
import type { FleetBucket } from "../../shared/domain/fleet.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { pastTwinOf, twinOf } from "../../shared/history/read-twin.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import type { Clock, FleetIndex, FleetPart, TwinStore } from "../../shared/ports.ts";

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

/** How many past twins are computed at once: each may have to wait for its commits. */
const AT_ONCE = 8;

/** Tells the parts of buckets from those of the retired. */
export const isOfBucket = (part: FleetPart): part is BucketPart => part.group !== "retired";

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
  const twins = new Map<ChassisRecord, Promise<Twin | null>>();
  await inParallel(records, AT_ONCE, async (record) => {
    const twin = pastTwinOf(store, record, { at });
    twins.set(record, twin);
    await Promise.allSettled([twin]);
  });
  const found = await Promise.all(records.map((record) => twins.get(record)));
  return found.flatMap((twin) => twin ?? []);
};

const recordsOf = async (store: TwinStore, chassisIds: readonly string[]): Promise<readonly ChassisRecord[]> => {
  const records = new Map((await store.loadMany(chassisIds)).map((record) => [record.chassisId, record]));
  return chassisIds.flatMap((chassisId) => records.get(chassisId) ?? []);
};

import type { Moment } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { twinOf } from "../../shared/history/read-twin.ts";
import type { Clock, FleetIndex, TwinStore } from "../../shared/ports.ts";

/** Where answers about the fleet come from. */
export interface FleetSources {
  readonly store: TwinStore;
  readonly fleet: FleetIndex;
  readonly clock: Clock;
}

/** The twins of chassis as they are `now`, in the order asked for; a chassis without record is left out. */
export const twinsNow = async (
  store: TwinStore,
  chassisIds: readonly string[],
  now: Moment,
): Promise<readonly Twin[]> => {
  const records = new Map((await store.loadMany(chassisIds)).map((record) => [record.chassisId, record]));
  return chassisIds.flatMap((chassisId) => {
    const record = records.get(chassisId);
    return record === undefined ? [] : [twinOf(record, now)];
  });
};

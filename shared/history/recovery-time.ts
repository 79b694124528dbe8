import type { ChassisRecord } from "../domain/chassis-record.ts";
import type { Moment } from "../domain/state.ts";
import type { RecoveryTime } from "../domain/what-if/prospect.ts";
import type { FleetIndex, TwinStore } from "../ports.ts";
import { stateOf } from "./read-twin.ts";
import { secondsWithoutRedundancy, switchoversOf } from "./switchover-history.ts";

/** So many of a chassis's newest switchovers are looked at, */
const OWN_SWITCHOVERS = 50;

/** and of so many other chassis the last one. */
const OTHER_CHASSIS = 200;

/** How long a chassis is usually without redundancy after a switchover. */
export const recoveryTime = async (
  store: TwinStore,
  fleet: FleetIndex,
  record: ChassisRecord,
  now: Moment,
): Promise<RecoveryTime> => {
  const { items } = await switchoversOf(store, record, { limit: OWN_SWITCHOVERS }, now);
  const own = known(items.map(({ durations }) => durations.withoutRedundancySeconds));
  if (own.length > 0) return { seconds: median(own), from: "chassis", switchovers: own.length };
  const others = known(await othersSeconds(store, fleet, now));
  if (others.length > 0) return { seconds: median(others), from: "fleet", switchovers: others.length };
  return { seconds: null, from: "unknown", switchovers: 0 };
};

const othersSeconds = async (store: TwinStore, fleet: FleetIndex, now: Moment): Promise<readonly (number | null)[]> => {
  const chassisIds = await someChassis(fleet);
  return (await store.loadMany(chassisIds)).map((record) => {
    const { lastSwitchover } = stateOf(record, now);
    return lastSwitchover === null ? null : secondsWithoutRedundancy(lastSwitchover);
  });
};

const someChassis = async (fleet: FleetIndex): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const part of await fleet.parts()) {
    if (found.length >= OTHER_CHASSIS) break;
    const { entries } = await fleet.page({ part, limit: OTHER_CHASSIS - found.length });
    found.push(...entries.map((entry) => entry.chassisId));
  }
  return found;
};

const known = (seconds: readonly (number | null)[]): readonly number[] => seconds.filter((one) => one !== null);

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
};

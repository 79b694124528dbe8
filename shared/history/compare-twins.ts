import { momentOf } from "../domain/chassis-record.ts";
import { describeTwin } from "../domain/describe.ts";
import { ChassisNotFound } from "../domain/errors.ts";
import type { ChassisEvent } from "../domain/events.ts";
import { advance, fold } from "../domain/fold.ts";
import { BIGIRON_RX } from "../domain/profile.ts";
import type { Moment } from "../domain/state.ts";
import type { TwinChange } from "../domain/twin-change.ts";
import { ChangeWatch } from "../domain/twin-changes.ts";
import type { TwinStore } from "../ports.ts";
import { notKnownAt } from "./read-twin.ts";
import { replay } from "./replay.ts";

/** The evidence of changes is sought among so many of the newest events at most, to bound what one question costs. */
const WATCHED_EVENTS = 5000;

/**
 * What changed of a chassis between two moments, and the events that it rests on. Throws `ChassisNotFound` for a chassis
 * never heard of, or not up to the first moment.
 */
export const compareTwins = async (
  store: TwinStore,
  chassisId: string,
  { from, to }: { readonly from: Moment; readonly to: Moment },
): Promise<readonly TwinChange[]> => {
  const record = await store.load(chassisId);
  if (record === null) throw new ChassisNotFound(chassisId);
  const { checkpoint, events } = await replay(store, record, { before: from + 1, until: to });
  const earlier = events.filter((event) => momentOf(event) <= from);
  const later = events.slice(earlier.length);
  const first = advance(fold(checkpoint, earlier).state, from);
  if (first.eventCount === 0) throw notKnownAt(chassisId, from);

  const watch = new ChangeWatch(chassisId, first, from);
  const cut = startOfNewest(WATCHED_EVENTS, later);
  const { state: unwatched } = fold(first, later.slice(0, cut));
  const { state } = fold(unwatched, later.slice(cut), BIGIRON_RX, watch.observe);
  const last = advance(state, to, BIGIRON_RX, watch.observe);
  return watch.changesTo(describeTwin({ chassisId, state: last, revision: last.eventCount, asOf: to }));
};

/** Where the newest so many events begin; events of one time stay together. */
const startOfNewest = (count: number, events: readonly ChassisEvent[]): number => {
  const oldest = events[Math.max(events.length - count, 0)];
  return oldest === undefined ? 0 : events.findIndex(({ time }) => time === oldest.time);
};

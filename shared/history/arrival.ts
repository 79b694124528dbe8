import { type ChassisRecord, type Commit, momentOf } from "../domain/chassis-record.ts";
import type { ChassisEvent } from "../domain/events.ts";
import type { Moment } from "../domain/state.ts";
import type { CommitReader } from "../ports.ts";

/** Events of one chassis that somebody waits for. They are known by digests of their contents only. */
export interface AwaitedEvents {
  /** None of them happened before this moment, */
  readonly from: Moment;
  /** nor after this one. */
  readonly until: Moment;
  /** Of those that have not arrived. */
  readonly digests: ReadonlySet<string>;
  digestOf(event: ChassisEvent): string;
}

/**
 * What is still awaited once a record was looked at. An event has arrived when its chassis knows it, whatever it did: a
 * fresh one is in the record's tail, one that was known long before may be in the commits of its time.
 */
export const stillAwaited = async (
  store: CommitReader,
  record: ChassisRecord,
  awaited: AwaitedEvents,
): Promise<AwaitedEvents> => {
  const digests = new Set(awaited.digests);
  const strike = (events: readonly ChassisEvent[]): void => {
    for (const event of events) if (isInTime(awaited, event)) digests.delete(awaited.digestOf(event));
  };

  strike(record.tail.map(({ event }) => event));
  // What happened after the base is in the tail, if anywhere.
  const until = Math.min(awaited.until, record.base.lastEventAt ?? Number.NEGATIVE_INFINITY);
  if (digests.size > 0 && awaited.from <= until) {
    for await (const commit of commitsBetween(store, record.chassisId, { from: awaited.from, until })) {
      strike(commit.events);
      if (digests.size === 0) break;
    }
  }
  return { ...awaited, digests };
};

/** Every commit in which events of a time may be, and few others, oldest first. */
export const commitsBetween = async function* (
  store: CommitReader,
  chassisId: string,
  { from, until }: { readonly from: Moment; readonly until: Moment },
): AsyncIterable<Commit> {
  for await (const commit of store.commitsFrom(chassisId, from)) {
    if ((commit.checkpoint?.lastEventAt ?? until) > until) return;
    yield commit;
  }
};

const isInTime = ({ from, until }: AwaitedEvents, event: ChassisEvent): boolean => {
  const at = momentOf(event);
  return at >= from && at <= until;
};

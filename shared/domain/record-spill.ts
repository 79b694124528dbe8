import { type ChassisRecord, type Commit, latestReceipt, momentOf, type TailEntry } from "./chassis-record.ts";
import type { ChassisEvent } from "./events.ts";
import { fold } from "./fold.ts";
import type { Moment } from "./state.ts";

/** The newest events stay in the record, so that those that come a little late find their place there. */
const KEPT_EVENTS = 4;

/** What one write unit of the store pays for. A record that grows beyond it makes every further write cost one more. */
const UNIT_BYTES = 1024;

/**
 * To let go of events costs a write too, so it has to be worth it: at least so many go, and so many times those that
 * this write brings, since a burst shares the cost of a larger write. Measured with a chassis of eight interface
 * modules: single events cost 1.1 units, those in bursts of five less than half a unit.
 */
const FEWEST_GONE = 6;
const GONE_PER_BROUGHT = 3;

/** A record lets go of its older events in any case when it holds more than so many, */
const MOST_EVENTS = 16;

/** or takes more than so many bytes. */
const MOST_BYTES = 16 * 1024;

/** What a record lets go of, and what remains of it. */
export interface Spill {
  readonly record: ChassisRecord;
  readonly commits: readonly Commit[];
}

/** Tells how many bytes the store would keep for a record. */
export type BytesOf = (record: ChassisRecord) => number;

/**
 * Lets go of older events when a record has grown. Only events that the stored record held are let go: a fresh one in a
 * commit would look known to a retry after a lost race. Events of one time stay together, and none ahead of its time goes.
 */
export const spill = (record: ChassisRecord, stored: ChassisRecord, now: Moment, bytesOf: BytesOf): Spill => {
  const whole = { record, commits: [] };
  if (record.tail.length > MOST_EVENTS) return letGo(record, stored, leavingOf(record, stored, now));
  const bytes = bytesOf(record);
  if (bytes <= UNIT_BYTES) return whole;
  const leaving = leavingOf(record, stored, now);
  if (bytes > MOST_BYTES) return letGo(record, stored, leaving);
  const brought = record.revision - stored.revision;
  if (leaving.length < Math.max(FEWEST_GONE, GONE_PER_BROUGHT * brought)) return whole;
  const smaller = letGo(record, stored, leaving);
  return unitsOf(bytesOf(smaller.record)) < unitsOf(bytes) ? smaller : whole;
};

const unitsOf = (bytes: number): number => Math.ceil(bytes / UNIT_BYTES);

/** The entries that a record may let go of, those that came late first. */
const leavingOf = ({ tail }: ChassisRecord, stored: ChassisRecord, now: Moment): readonly TailEntry[] => {
  const isStored = new Set(stored.tail.map(({ event }) => event));
  const late = tail.filter(({ event, folded }) => folded && isStored.has(event));
  const counted = tail.filter(({ folded }) => !folded);
  const cut = cutOf(counted, (event) => isStored.has(event) && momentOf(event) <= now);
  return [...late, ...counted.slice(0, cut)];
};

const letGo = (record: ChassisRecord, stored: ChassisRecord, leaving: readonly TailEntry[]): Spill => {
  const { chassisId, base, baseRecordedAt, tail } = record;
  const { revision } = stored;
  const commits: Commit[] = byTime(leaving.filter(({ folded }) => folded)).map((events) => ({
    chassisId,
    revision,
    checkpoint: null,
    checkpointRecordedAt: null,
    events,
  }));
  const events = leaving.filter(({ folded }) => !folded).map(({ event }) => event);
  if (events.length > 0) {
    commits.push({ chassisId, revision, checkpoint: base, checkpointRecordedAt: baseRecordedAt, events });
  }
  const gone = new Set(leaving);
  return {
    record: {
      ...record,
      base: events.length > 0 ? fold(base, events).state : base,
      baseRecordedAt: latestReceipt(baseRecordedAt, events),
      tail: tail.filter((entry) => !gone.has(entry)),
    },
    commits,
  };
};

/** How many of the oldest entries may go: up to the first that must stay, and never between two of one time. */
const cutOf = (entries: readonly TailEntry[], mayGo: (event: ChassisEvent) => boolean): number => {
  const firstKept = entries.findIndex(({ event }) => !mayGo(event));
  const cut = Math.min(firstKept === -1 ? entries.length : firstKept, Math.max(entries.length - KEPT_EVENTS, 0));
  const next = entries[cut]?.event.time;
  return entries.slice(0, cut).findLastIndex(({ event }) => event.time !== next) + 1;
};

const byTime = (entries: readonly TailEntry[]): readonly (readonly ChassisEvent[])[] => {
  const groups = new Map<string, ChassisEvent[]>();
  for (const { event } of entries) {
    const group = groups.get(event.time) ?? [];
    group.push(event);
    groups.set(event.time, group);
  }
  return [...groups.values()];
};

import {
  type ChassisRecord,
  type Commit,
  latestReceipt,
  momentOf,
  receiptOf,
  type StaleMark,
  type TailEntry,
} from "./chassis-record.ts";
import { inDeviceOrder } from "./event-identity.ts";
import type { ChassisEvent } from "./events.ts";
import { fold } from "./fold.ts";
import type { Moment, TwinState } from "./state.ts";

/** How many marks of late events are told apart; the oldest merge, which only makes some checkpoints go unused. */
const MARK_LIMIT = 16;

/** Whether an event belongs among those that the base state counts already. */
export const isLate = ({ base }: ChassisRecord, event: ChassisEvent): boolean =>
  base.lastEventAt !== null && momentOf(event) <= base.lastEventAt;

/** The state after a record's base and tail. */
export const stateAfter = (base: TwinState, tail: readonly TailEntry[]): TwinState => {
  const events = tail.filter(({ folded }) => !folded).map(({ event }) => event);
  return events.length === 0 ? base : fold(base, events).state;
};

/** The record with more events in its tail, in device order, none of them late or known. */
export const withEvents = (record: ChassisRecord, events: readonly ChassisEvent[]): ChassisRecord => {
  const { base, tail, head, revision } = record;
  const [first] = events;
  if (first === undefined) return record;
  const fresh = events.map((event) => ({ event, folded: false }));
  const grown = { ...record, revision: revision + events.length };
  // All of the tail is earlier then: what came late to it happened before the last event of the base.
  if (head.lastEventAt === null || momentOf(first) > head.lastEventAt) {
    return { ...grown, tail: [...tail, ...fresh], head: fold(head, events).state };
  }
  const merged = inOrder([...tail, ...fresh]);
  return { ...grown, tail: merged, head: stateAfter(base, merged) };
};

/** The record with late events in its tail, on the base state that counts them. */
export const withLateEvents = (
  record: ChassisRecord,
  events: readonly ChassisEvent[],
  base: TwinState,
): ChassisRecord => {
  const revision = record.revision + events.length;
  const from = Math.min(...events.map(momentOf));
  return {
    ...record,
    revision,
    base,
    baseRecordedAt: latestReceipt(record.baseRecordedAt, events),
    tail: inOrder([...record.tail, ...events.map((event) => ({ event, folded: true }))]),
    head: stateAfter(base, record.tail),
    stale: withMark(record.stale, { from, revision, recordedAt: Math.min(...events.map(receiptOf)) }),
  };
};

/**
 * Whether a checkpoint counts just the events up to its time that are known, or were known by a moment: no late one
 * came after it was made, and it counts none received later.
 */
export const isSound = (
  { stale }: ChassisRecord,
  { checkpoint, checkpointRecordedAt, revision }: Omit<Commit, "chassisId" | "events">,
  knownAt: Moment = Number.POSITIVE_INFINITY,
): boolean => {
  const upTo = checkpoint?.lastEventAt ?? null;
  if (upTo === null) return true;
  if (checkpointRecordedAt !== null && checkpointRecordedAt > knownAt) return false;
  return !stale.some((mark) => mark.revision > revision && mark.from <= upTo && mark.recordedAt <= knownAt);
};

/**
 * A commit again, with a checkpoint that counts the late events which came since it was made. Without it every later
 * late event would have to be folded from ever further back. `events` are those known between `checkpoint` and the
 * commit's last, stored in `stored` or before.
 */
export const renewed = (
  commit: Commit,
  stored: ChassisRecord,
  { checkpoint, checkpointRecordedAt, events }: CheckpointAndEvents,
): Commit => {
  const first = Math.min(...commit.events.map(momentOf));
  const earlier = events.filter((event) => momentOf(event) < first);
  return {
    ...commit,
    revision: stored.revision,
    checkpoint: fold(checkpoint, earlier).state,
    checkpointRecordedAt: latestReceipt(checkpointRecordedAt, earlier),
  };
};

interface CheckpointAndEvents {
  readonly checkpoint: TwinState;
  readonly checkpointRecordedAt: Moment | null;
  readonly events: readonly ChassisEvent[];
}

const inOrder = (entries: readonly TailEntry[]): readonly TailEntry[] =>
  entries.toSorted((a, b) => inDeviceOrder(a.event, b.event));

/** An earlier mark of a later revision says all that a later one of an earlier revision does. */
const withMark = (marks: readonly StaleMark[], mark: StaleMark): readonly StaleMark[] => {
  const implied = marks.filter(({ from }) => from >= mark.from);
  const kept = [
    ...marks.filter(({ from }) => from < mark.from),
    { ...mark, recordedAt: Math.min(mark.recordedAt, ...implied.map(({ recordedAt }) => recordedAt)) },
  ];
  const [oldest, next, ...others] = kept;
  if (kept.length <= MARK_LIMIT || oldest === undefined || next === undefined) return kept;
  const recordedAt = Math.min(oldest.recordedAt, next.recordedAt);
  return [{ from: oldest.from, revision: next.revision, recordedAt }, ...others];
};

import type { ChassisEvent } from "./events.ts";
import { initialState, type Moment, type TwinState } from "./state.ts";
import { momentOfTimestamp } from "./timestamp.ts";

/** One of the newest events of a chassis, kept beside the state. */
export interface TailEntry {
  readonly event: ChassisEvent;
  /** The event came late, and the base state counts it already. */
  readonly folded: boolean;
}

/**
 * A late event's mark: every checkpoint at or after `from` that was made from a record of a lower revision lacks it.
 */
export interface StaleMark {
  readonly from: Moment;
  readonly revision: number;
  /** When the first of the late events was received. */
  readonly recordedAt: Moment;
}

/**
 * What is stored of a chassis in its one item: the state after the newest events, these events, and the state before
 * them, on which they are folded again when one of them turns out not to have been the last. The base always ends
 * between two times: events of one time are never divided.
 */
export interface ChassisRecord {
  readonly chassisId: string;
  /** Distinct events known, in the tail, in commits or ahead of their time; also the version for optimistic writes. */
  readonly revision: number;
  readonly base: TwinState;
  /** When the last of the events that the base counts was received; `null` when it counts none. */
  readonly baseRecordedAt: Moment | null;
  /** In device order. */
  readonly tail: readonly TailEntry[];
  /** The fold of the base and of the tail's events that the base does not count, those ahead of their time included. */
  readonly head: TwinState;
  /** In order of revision, and so of `from`. */
  readonly stale: readonly StaleMark[];
}

/**
 * Older events that no longer fit the record, immutable. A commit is written before the record that lets go of its
 * events and holds only events that a stored record held: whether that write then succeeds or not, its events are known.
 */
export interface Commit {
  readonly chassisId: string;
  /** The revision of the record the commit was made from: its checkpoint counts the events known then. */
  readonly revision: number;
  /** The state before the first of its events; `null` for late events, which all have one time. */
  readonly checkpoint: TwinState | null;
  /** When the last of the events that the checkpoint counts was received. */
  readonly checkpointRecordedAt: Moment | null;
  /** In device order, never empty. */
  readonly events: readonly ChassisEvent[];
}

/** The record of a chassis never heard of. */
export const emptyRecord = (chassisId: string): ChassisRecord => ({
  chassisId,
  revision: 0,
  base: initialState(),
  baseRecordedAt: null,
  tail: [],
  head: initialState(),
  stale: [],
});

/** When an event happened, in milliseconds. */
export const momentOf = ({ time }: ChassisEvent): Moment => momentOfTimestamp(time) ?? Date.parse(time);

/** When an event was received, in milliseconds; when it happened if nobody stamped that. */
export const receiptOf = (event: ChassisEvent): Moment => {
  const { recordedtime = event.time } = event;
  return momentOfTimestamp(recordedtime) ?? Date.parse(recordedtime);
};

/** The latest receipt of some events and of what was counted before them. */
export const latestReceipt = (before: Moment | null, events: readonly ChassisEvent[]): Moment | null =>
  events.reduce<Moment | null>((latest, event) => Math.max(latest ?? receiptOf(event), receiptOf(event)), before);

/** The time of the newest event of a commit, by which it is found. */
export const newestOf = (commit: Commit): Moment => Math.max(...commit.events.map(momentOf));

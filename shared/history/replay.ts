import { type ChassisRecord, type Commit, momentOf, newestOf, receiptOf } from "../domain/chassis-record.ts";
import { HistoryNotKept } from "../domain/errors.ts";
import { DistinctEvents, inDeviceOrder } from "../domain/event-identity.ts";
import type { ChassisEvent } from "../domain/events.ts";
import { isSound } from "../domain/record-growth.ts";
import type { Moment, TwinState } from "../domain/state.ts";
import { timestamp } from "../domain/timestamp.ts";
import type { CommitReader } from "../ports.ts";
import { commitsBetween } from "./arrival.ts";

/** A state, and the events after it. */
export interface Replay {
  readonly checkpoint: TwinState;
  /** When the last of the events that the checkpoint counts was received. */
  readonly checkpointRecordedAt: Moment | null;
  /** In device order, each once. */
  readonly events: readonly ChassisEvent[];
  /** The last commit before the moment whose own checkpoint lacks late events; `null` when there is none. */
  readonly outdated: Commit | null;
}

/** Which part of a chassis's history to read. */
export interface ReplayRange {
  /** The checkpoint ends before this moment. */
  readonly before: Moment;
  /** The last moment whose events are wanted. */
  readonly until: Moment;
  /** Only what had been received by this moment; all that is known when left out. */
  readonly knownAt?: Moment | undefined;
}

/**
 * The latest sound state before a moment and all known events after it up to another. It reads the record it is given,
 * else the commits of that time, and earlier ones only as far back as their checkpoints lack a late event. Throws
 * `HistoryNotKept` when the commits that it needs have expired.
 */
export const replay = async (store: CommitReader, record: ChassisRecord, range: ReplayRange): Promise<Replay> => {
  const { before, until } = range;
  const search = new CheckpointSearch(record, range);
  const counted = record.tail.filter(({ folded }) => !folded).map(({ event }) => event);
  if (search.takesBase()) return search.result(counted);
  for await (const commit of commitsBetween(store, record.chassisId, { from: before, until })) search.take(commit);
  for await (const commit of store.commitsBefore(record.chassisId, before)) {
    if (search.reaches(newestOf(commit))) break;
    search.take(commit);
  }
  return search.result(record.tail.map(({ event }) => event));
};

/** As `replay` does, for lists that end where no more is kept: `null` then. */
export const replayIfKept = async (
  store: CommitReader,
  record: ChassisRecord,
  range: ReplayRange,
): Promise<Replay | null> => {
  try {
    return await replay(store, record, range);
  } catch (error) {
    if (error instanceof HistoryNotKept) return null;
    throw error;
  }
};

/** Whether a state counts events of before a moment only. */
const isBefore = ({ lastEventAt }: TwinState, moment: Moment): boolean => lastEventAt === null || lastEventAt < moment;

interface Checkpoint {
  readonly state: TwinState;
  readonly recordedAt: Moment | null;
}

class CheckpointSearch {
  readonly #record: ChassisRecord;
  readonly #range: ReplayRange;
  readonly #events: ChassisEvent[] = [];
  #best: Checkpoint | null = null;
  #outdated: Commit | null = null;

  constructor(record: ChassisRecord, range: ReplayRange) {
    this.#record = record;
    this.#range = range;
  }

  /** Whether the record's own base state will do, so that no commit need be read. */
  takesBase(): boolean {
    const { base, baseRecordedAt, revision } = this.#record;
    return this.#consider({ checkpoint: base, checkpointRecordedAt: baseRecordedAt, revision });
  }

  take(commit: Commit): void {
    this.#events.push(...commit.events);
    if (this.#consider(commit) || commit.checkpoint === null || newestOf(commit) >= this.#range.before) return;
    if (this.#outdated === null || newestOf(commit) > newestOf(this.#outdated)) this.#outdated = commit;
  }

  #consider(candidate: Omit<Commit, "chassisId" | "events">): boolean {
    const { checkpoint, checkpointRecordedAt: recordedAt } = candidate;
    const { before, knownAt } = this.#range;
    if (checkpoint === null || !isBefore(checkpoint, before) || !isSound(this.#record, candidate, knownAt))
      return false;
    const isLater = this.#best === null || (checkpoint.lastEventAt ?? 0) > (this.#best.state.lastEventAt ?? 0);
    if (isLater) this.#best = { state: checkpoint, recordedAt };
    return true;
  }

  /** Whether everything after the best checkpoint has been read once commits of this time come next. */
  reaches(newest: Moment): boolean {
    return this.#best?.state.lastEventAt != null && newest <= this.#best.state.lastEventAt;
  }

  result(tail: readonly ChassisEvent[]): Replay {
    // The first commit of all has a checkpoint that counts nothing: where none is found, that one has expired.
    if (this.#best === null) throw new HistoryNotKept(this.#record.chassisId, timestamp(this.#range.before));
    const { state: checkpoint, recordedAt: checkpointRecordedAt } = this.#best;
    const { until, knownAt = Number.POSITIVE_INFINITY } = this.#range;
    const after = checkpoint.lastEventAt ?? Number.NEGATIVE_INFINITY;
    const found = new DistinctEvents();
    for (const event of [...this.#events, ...tail]) {
      const at = momentOf(event);
      if (at > after && at <= until && receiptOf(event) <= knownAt) found.add(event);
    }
    const events = found.values().sort(inDeviceOrder);
    return { checkpoint, checkpointRecordedAt, events, outdated: this.#outdated };
  }
}

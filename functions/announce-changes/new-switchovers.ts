import { type ChassisRecord, type Commit, momentOf } from "../../shared/domain/chassis-record.ts";
import { DistinctEvents, inDeviceOrder } from "../../shared/domain/event-identity.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { fold } from "../../shared/domain/fold.ts";
import type { Moment, Switchover, TwinState } from "../../shared/domain/state.ts";
import { type Replay, replay } from "../../shared/history/replay.ts";
import type { CommitReader, StoredTwin } from "../../shared/ports.ts";

/**
 * The switchovers that a write added, oldest first, however many others followed them in it. Those that late events
 * brought lie behind the record's base state, so for them alone the commits are read.
 */
export const newSwitchovers = async (
  commits: CommitReader,
  before: StoredTwin,
  after: StoredTwin,
): Promise<readonly Switchover[]> => {
  const held = new DistinctEvents(eventsOf(before.record));
  const fresh = eventsOf(after.record).filter((event) => !held.has(event));
  const brought = new DistinctEvents(fresh);
  const { checkpoint, events } = await stretch(commits, { before, after, fresh });
  const known = events.filter((event) => !brought.has(event));
  return added(
    switchoversUntil(checkpoint, known, before.evaluatedAt),
    switchoversUntil(checkpoint, events, after.evaluatedAt),
  );
};

interface Change {
  readonly before: StoredTwin;
  readonly after: StoredTwin;
  readonly fresh: readonly ChassisEvent[];
}

/** A state from before all that the write brought, and every event known now that comes after it. */
const stretch = async (
  commits: CommitReader,
  { before, after, fresh }: Change,
): Promise<Pick<Replay, "checkpoint" | "events">> => {
  const { record, evaluatedAt } = after;
  const late = record.stale.findLast(({ revision }) => revision > before.record.revision);
  if (late !== undefined) {
    return await replay(commitsKnownTo(commits, record), record, { before: late.from, until: evaluatedAt });
  }
  const counted = before.record.tail.filter(({ folded }) => !folded).map(({ event }) => event);
  return { checkpoint: before.record.base, events: [...counted, ...fresh].sort(inDeviceOrder) };
};

/** The stream lags the table: what was written after this record is none of its history. */
const commitsKnownTo = (commits: CommitReader, { revision }: ChassisRecord): CommitReader => {
  const only = async function* (all: AsyncIterable<Commit>) {
    for await (const commit of all) if (commit.revision <= revision) yield commit;
  };
  return {
    commitsFrom: (chassisId, from) => only(commits.commitsFrom(chassisId, from)),
    commitsBefore: (chassisId, before) => only(commits.commitsBefore(chassisId, before)),
  };
};

const switchoversUntil = (
  checkpoint: TwinState,
  events: readonly ChassisEvent[],
  moment: Moment,
): readonly Switchover[] => {
  const { state, followed } = fold(
    checkpoint,
    events.filter((event) => momentOf(event) <= moment),
  );
  return state.lastSwitchover === null ? followed : [...followed, state.lastSwitchover];
};

/** A late event may date a known switchover anew: the nearest of the same direction counts as that one. */
const added = (before: readonly Switchover[], after: readonly Switchover[]): readonly Switchover[] => {
  const moments = new Set(after.map(({ at }) => at));
  const redated = before.filter(({ at }) => !moments.has(at));
  const known = new Set(before.map(({ at }) => at));
  return redated.reduce(
    withoutNearest,
    after.filter(({ at }) => !known.has(at)),
  );
};

const withoutNearest = (switchovers: readonly Switchover[], { from, at }: Switchover): readonly Switchover[] => {
  const distance = (other: Switchover) => Math.abs(other.at - at);
  const [nearest] = switchovers.filter((other) => other.from === from).sort((a, b) => distance(a) - distance(b));
  return switchovers.filter((other) => other !== nearest);
};

const eventsOf = ({ tail }: ChassisRecord): readonly ChassisEvent[] => tail.map(({ event }) => event);

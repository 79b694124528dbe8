import { momentOf, newestOf } from "../../shared/domain/chassis-record.ts";
import { DistinctEvents } from "../../shared/domain/event-identity.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { CommitReader } from "../../shared/ports.ts";

/**
 * All events found in the commits where late events would be. An event is in a commit of its own time, or in the one whose
 * checkpoint ends before it and whose newest event does not, so two or three commits are read for each stretch of late
 * events, however long the history.
 */
export const knownInCommits = async (
  commits: CommitReader,
  chassisId: string,
  late: readonly ChassisEvent[],
): Promise<DistinctEvents> => {
  const known = new DistinctEvents();
  let wanted = late.map(momentOf).sort((a, b) => a - b);
  while (wanted[0] !== undefined) wanted = await scan(commits, { chassisId, wanted, known });
  return known;
};

interface Scan {
  readonly chassisId: string;
  /** The times of the events looked for, in order, not empty. */
  readonly wanted: readonly Moment[];
  readonly known: DistinctEvents;
}

/** Reads from the first wanted time on. Answers the times that need another scan, further on. */
const scan = async (commits: CommitReader, { chassisId, wanted, known }: Scan): Promise<Moment[]> => {
  let remaining = [...wanted];
  for await (const commit of commits.commitsFrom(chassisId, remaining[0] ?? 0)) {
    for (const event of commit.events) known.add(event);
    if (commit.checkpoint === null) continue;
    const { lastEventAt } = commit.checkpoint;
    remaining = remaining.filter((time) => lastEventAt === null || time > lastEventAt);
    const [next] = remaining;
    if (next === undefined || next > newestOf(commit)) return remaining;
  }
  return [];
};

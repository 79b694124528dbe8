import { type ChassisRecord, type Commit, latestReceipt, momentOf } from "./chassis-record.ts";
import type { ChassisEvent } from "./events.ts";
import { fold } from "./fold.ts";
import type { Moment, TwinState } from "./state.ts";

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

import type { ChassisRecord } from "../../shared/domain/chassis-record.ts";
import { EventsNotArrived } from "../../shared/edge/request-errors.ts";
import { type AwaitedEvents, stillAwaited } from "../../shared/history/arrival.ts";
import type { Clock, Pause, TwinStore } from "../../shared/ports.ts";

/** How long a reader waits for events, in milliseconds. */
const PATIENCE_MS = 5000;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 800;

/** What waiting takes. */
export interface Waiting {
  readonly store: TwinStore;
  readonly clock: Clock;
  readonly pause: Pause;
}

/** The record of a chassis once it has all of the awaited events. Throws `EventsNotArrived` when it has not in time. */
export const recordWith = async (
  chassisId: string,
  awaited: AwaitedEvents,
  { store, clock, pause }: Waiting,
): Promise<ChassisRecord> => {
  const giveUpAt = clock() + PATIENCE_MS;
  let missing = awaited;
  let revisionSeen = 0;
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
    const record = await store.load(chassisId);
    if (record !== null && record.revision !== revisionSeen) {
      missing = await stillAwaited(store, record, missing);
      if (missing.digests.size === 0) return record;
      revisionSeen = record.revision;
    }
    const left = giveUpAt - clock();
    if (left <= 0) throw new EventsNotArrived(chassisId, missing.digests.size);
    await pause(Math.min(wait, left));
  }
};

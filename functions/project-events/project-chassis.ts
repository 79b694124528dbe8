import { setTimeout as pause } from "node:timers/promises";
import { countNothing } from "../../shared/counting.ts";
import { type ChassisRecord, emptyRecord, momentOf } from "../../shared/domain/chassis-record.ts";
import { HistoryNotKept, RevisionConflict } from "../../shared/domain/errors.ts";
import { DistinctEvents, inDeviceOrder } from "../../shared/domain/event-identity.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { fold } from "../../shared/domain/fold.ts";
import { isLate, renewed, withEvents, withLateEvents } from "../../shared/domain/record-growth.ts";
import { type Spill, spill } from "../../shared/domain/record-spill.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { evaluate } from "../../shared/history/evaluate.ts";
import { replay } from "../../shared/history/replay.ts";
import type { BusEntry, Clock, CommitReader, Counter, TwinStore } from "../../shared/ports.ts";
import { knownInCommits } from "./known-events.ts";
import { readingOnce } from "./read-once.ts";

/** One write takes at most so many characters of events, so that no item nears the store's limit. */
const SLICE_CHARACTERS = 64 * 1024;

/** How long a projector that keeps losing races goes on trying, in milliseconds. */
const PATIENCE = 20_000;

/** The longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE = 250;

/** A late event that has more than so many events to be folded after it leaves a newer checkpoint behind. */
const LONG_REPLAY = 64;

/**
 * Makes the twin of a chassis count events. Those it counts already change nothing; of the others the stored record
 * holds either all of a slice or none. Counts events that were new and that were not, and lost races. Answers the events
 * that cannot be counted because they happened before what is still kept of the chassis. Throws `RevisionConflict` when
 * other projectors win every race for too long.
 */
export const projectChassis = async (
  store: TwinStore,
  entry: BusEntry,
  clock: Clock,
  count: Counter = countNothing,
): Promise<readonly ChassisEvent[]> => {
  const tooOld: ChassisEvent[] = [];
  const sent = new DistinctEvents(entry.events).values().sort(inDeviceOrder);
  count("EventsRepeated", entry.events.length - sent.length);
  for (const events of slicesOf(sent)) {
    tooOld.push(...(await projectSlice(store, { chassisId: entry.chassisId, events }, clock, count)));
  }
  return tooOld;
};

const projectSlice = async (
  store: TwinStore,
  entry: BusEntry,
  clock: Clock,
  count: Counter,
): Promise<readonly ChassisEvent[]> => {
  const giveUpAt = clock() + PATIENCE;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await tryToProject(store, entry, clock(), count);
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      count("RevisionConflicts");
      if (clock() >= giveUpAt) throw error;
      await pause(Math.random() * Math.min(LONGEST_PAUSE, 2 ** attempt));
    }
  }
};

/** Reads the record, adds what it does not know yet, and writes it back unless somebody else did meanwhile. */
const tryToProject = async (
  store: TwinStore,
  { chassisId, events }: BusEntry,
  now: Moment,
  count: Counter,
): Promise<readonly ChassisEvent[]> => {
  const stored = (await store.load(chassisId)) ?? emptyRecord(chassisId);
  const fresh = notHeld(stored, events);
  const commits = readingOnce(store);
  const late = await unknownLate(commits, stored, fresh);
  const newer = fresh.filter((event) => !isLate(stored, event));
  const rebased = await rebase(commits, stored, late);
  const grown = withEvents(rebased.record, newer);
  if (grown.revision > stored.revision) {
    const seen = evaluate(grown, now);
    const bytesOf = (record: ChassisRecord) => store.bytesOf({ ...seen, record });
    const spilled = rebased.record === stored ? spill(grown, stored, now, bytesOf) : { ...rebased, record: grown };
    const { record } = spilled;
    await store.save({ ...seen, record, commits: spilled.commits, expectedRevision: stored.revision });
  }
  count("EventsProjected", grown.revision - stored.revision);
  count("EventsRepeated", events.length - late.length - newer.length);
  return rebased.tooOld;
};

/** Those that the record does not hold among its newest events. What happened after all of these is none of them. */
const notHeld = ({ head, tail }: ChassisRecord, events: readonly ChassisEvent[]): readonly ChassisEvent[] => {
  const { lastEventAt } = head;
  if (lastEventAt === null || events.every((event) => momentOf(event) > lastEventAt)) return events;
  const held = new DistinctEvents(tail.map(({ event }) => event));
  return events.filter((event) => !held.has(event));
};

const unknownLate = async (
  commits: CommitReader,
  stored: ChassisRecord,
  fresh: readonly ChassisEvent[],
): Promise<readonly ChassisEvent[]> => {
  const late = fresh.filter((event) => isLate(stored, event));
  if (late.length === 0) return [];
  const known = await knownInCommits(commits, stored.chassisId, late);
  return late.filter((event) => !known.has(event));
};

/** A record on a base that counts late events, what is stored besides, and those that are too old to be counted. */
interface Rebased extends Spill {
  readonly tooOld: readonly ChassisEvent[];
}

/** Folds again from the last sound state before the earliest late event, with the late ones in their places. */
const rebase = async (
  commits: CommitReader,
  stored: ChassisRecord,
  late: readonly ChassisEvent[],
): Promise<Rebased> => {
  if (late.length === 0) return { record: stored, commits: [], tooOld: [] };
  const before = Math.min(...late.map(momentOf));
  const until = stored.base.lastEventAt ?? before;
  try {
    const found = await replay(commits, stored, { before, until });
    const { checkpoint, events, outdated } = found;
    const { state } = fold(checkpoint, [...events, ...late].sort(inDeviceOrder));
    const isLong = outdated !== null && events.filter((event) => momentOf(event) < before).length > LONG_REPLAY;
    const checkpoints = isLong ? [renewed(outdated, stored, found)] : [];
    return { record: withLateEvents(stored, late, state), commits: checkpoints, tooOld: [] };
  } catch (error) {
    if (!(error instanceof HistoryNotKept)) throw error;
    const isTooOld = (event: ChassisEvent): boolean => momentOf(event) === before;
    const rebased = await rebase(
      commits,
      stored,
      late.filter((event) => !isTooOld(event)),
    );
    return { ...rebased, tooOld: [...late.filter(isTooOld), ...rebased.tooOld] };
  }
};

const slicesOf = (events: readonly ChassisEvent[]): readonly (readonly ChassisEvent[])[] => {
  // An event is never divided, and nearly always comes alone: its size does not matter then.
  if (events.length === 1) return [events];
  const slices: ChassisEvent[][] = [];
  let room = 0;
  for (const event of events) {
    const size = JSON.stringify(event).length;
    if (size > room) {
      slices.push([]);
      room = SLICE_CHARACTERS;
    }
    slices.at(-1)?.push(event);
    room -= size;
  }
  return slices;
};

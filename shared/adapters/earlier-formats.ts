import { inflateRawSync } from "node:zlib";
import * as z from "zod/mini";
import type { StaleMark, TailEntry } from "../domain/chassis-record.ts";
import type { ChassisEvent } from "../domain/events.ts";
import { initialState, type Moment, type TwinState } from "../domain/state.ts";
import { DICTIONARY_1 } from "./format-2/dictionary-1.ts";
import { unpack } from "./format-2/unpack.ts";
import { completed, hasMembers, type Members, wholeOf } from "./members.ts";

/** A record as the earlier formats keep it: without its head. */
export interface EarlierRecord {
  readonly base: TwinState;
  readonly tail: readonly TailEntry[];
  readonly stale: readonly StaleMark[];
  readonly baseRecordedAt: Moment | null;
}

/** A commit as the earlier formats keep it. */
export interface EarlierCommit {
  readonly checkpoint: TwinState | null;
  readonly events: readonly ChassisEvent[];
  readonly revision: number;
  readonly checkpointRecordedAt: Moment | null;
}

/** Reads the JSON value that was stored. */
type Unpack = (bytes: Uint8Array, chassisId: string) => unknown;

/** The formats that are only read any more, by the number that stored data begins with. */
const EARLIER_FORMATS: ReadonlyMap<number, Unpack> = new Map<number, Unpack>([
  [1, (bytes) => JSON.parse(inflateRawSync(bytes).toString())],
  [2, (bytes, chassisId) => unpack(bytes, chassisId, DICTIONARY_1)],
]);

/** What reads data of an earlier format; `undefined` when the number is none of theirs. */
export const earlierFormat = (number: number): EarlierFormat | undefined => {
  const unpack = EARLIER_FORMATS.get(number);
  return (
    unpack && { record: (...stored) => recordIn(unpack(...stored)), commit: (...stored) => commitIn(unpack(...stored)) }
  );
};

/** Reads data of one format. Methods throw when it is damaged or of another shape. */
export interface EarlierFormat {
  record(bytes: Uint8Array, chassisId: string): EarlierRecord;
  commit(bytes: Uint8Array, chassisId: string): EarlierCommit;
}

const StoredEvent = z.custom<ChassisEvent>(hasMembers);
const StoredState = z.custom<TwinState>(hasMembers);
// What of a state was not as at first.
const StateDifference = z.custom<Members>(hasMembers);
const count = z.int().check(z.minimum(0));
const moment = z.int();

const RecordEnvelope = z.tuple([
  StateDifference,
  z.array(z.tuple([StoredEvent, z.literal([0, 1])])),
  z.array(z.tuple([moment, count, moment])),
  z.nullable(moment),
]);

const CommitEnvelope = z.tuple([
  z.nullable(StateDifference),
  z.array(StoredEvent).check(z.minLength(1)),
  count,
  z.nullable(moment),
]);

const recordIn = (value: unknown): EarlierRecord => {
  const [difference, entries, stale, baseRecordedAt] = RecordEnvelope.parse(value);
  return {
    base: stateOf(difference),
    tail: entries.map(([event, folded]) => ({ event, folded: folded === 1 })),
    stale: stale.map(([from, revision, recordedAt]) => ({ from, revision, recordedAt })),
    baseRecordedAt,
  };
};

const commitIn = (value: unknown): EarlierCommit => {
  const [checkpoint, events, revision, checkpointRecordedAt] = CommitEnvelope.parse(value);
  return { checkpoint: checkpoint && stateOf(checkpoint), events, revision, checkpointRecordedAt };
};

const stateOf = (difference: Members): TwinState =>
  StoredState.parse(completed(wholeOf({ ...initialState() }), difference));

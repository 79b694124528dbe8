import { inflateRawSync } from "node:zlib";
import * as z from "zod/mini";
import type { StaleMark, TailEntry } from "../domain/chassis-record.ts";
import type { ChassisEvent } from "../domain/events.ts";
import { onFirstUse } from "../domain/on-first-use.ts";
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
    unpack && { record: (...bytes) => recordIn(unpack(...bytes)), commit: (...bytes) => commitIn(unpack(...bytes)) }
  );
};

/** Reads data of one format. Methods throw when it is damaged or of another shape. */
export interface EarlierFormat {
  record(bytes: Uint8Array, chassisId: string): EarlierRecord;
  commit(bytes: Uint8Array, chassisId: string): EarlierCommit;
}

/** What was stored, made when it is met, as nearly no function ever meets it. */
const stored = onFirstUse(() => {
  const event = z.custom<ChassisEvent>(hasMembers);
  // What of a state was not as at first.
  const difference = z.custom<Members>(hasMembers);
  const count = z.int().check(z.minimum(0));
  const moment = z.int();
  return {
    record: z.tuple([
      difference,
      z.array(z.tuple([event, z.literal([0, 1])])),
      z.array(z.tuple([moment, count, moment])),
      z.nullable(moment),
    ]),
    commit: z.tuple([z.nullable(difference), z.array(event).check(z.minLength(1)), count, z.nullable(moment)]),
    state: z.custom<TwinState>(hasMembers),
  };
});

const recordIn = (value: unknown): EarlierRecord => {
  const [difference, entries, stale, baseRecordedAt] = stored().record.parse(value);
  return {
    base: stateOf(difference),
    tail: entries.map(([event, folded]) => ({ event, folded: folded === 1 })),
    stale: stale.map(([from, revision, recordedAt]) => ({ from, revision, recordedAt })),
    baseRecordedAt,
  };
};

const commitIn = (value: unknown): EarlierCommit => {
  const [checkpoint, events, revision, checkpointRecordedAt] = stored().commit.parse(value);
  return { checkpoint: checkpoint && stateOf(checkpoint), events, revision, checkpointRecordedAt };
};

const stateOf = (difference: Members): TwinState =>
  stored().state.parse(completed(wholeOf({ ...initialState() }), difference));

import * as z from "zod/mini";
import type { ChassisRecord, Commit, TailEntry } from "../domain/chassis-record.ts";
import type { ChassisEvent } from "../domain/events.ts";
import { initialState, type TwinState } from "../domain/state.ts";
import type { Begun } from "./compact/pack.ts";
import { differenceOf, hasMembers, type Members, restore } from "./difference.ts";
import { UnreadableItem } from "./errors.ts";
import { pack, packGrown, unpack, unpackToGrow } from "./format.ts";

// Events and states are not checked again on reading: events were checked at the edge, states were made from them, and
// only this file writes them. The envelopes around them are checked, so that foreign bytes do not pass for a record.
const StoredEvent = z.custom<ChassisEvent>(hasMembers);
const StoredState = z.custom<TwinState>(hasMembers);
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
type CommitEnvelope = z.infer<typeof CommitEnvelope>;

// A record is weighed before it is written.
const encoded = new WeakMap<ChassisRecord, Uint8Array>();

/** A record's tail as it was decoded, and what it takes to add to it. */
interface Decoded {
  readonly tail: readonly TailEntry[];
  readonly begun: Begun;
}

// Most writes add to the tail of a record that was just read, so that the rest of it need not be packed again.
const decoded = new WeakMap<TwinState, Decoded>();

/** The bytes that keep a record, but for its chassis and revision, which its key and an attribute tell. */
export const encodeRecord = (record: ChassisRecord): Uint8Array => {
  const bytes = encoded.get(record) ?? encodeAnew(record);
  encoded.set(record, bytes);
  return bytes;
};

const encodeAnew = (record: ChassisRecord): Uint8Array => {
  const { chassisId, base, baseRecordedAt, tail, stale } = record;
  const rest = [stale.map(({ from, revision, recordedAt }) => [from, revision, recordedAt]), baseRecordedAt] as const;
  const stored = decodedOf(record);
  if (stored !== null) {
    const more = tail.slice(stored.tail.length).map(entryOf);
    return packGrown(stored.begun, { more, rest }, chassisId);
  }
  return pack([differenceFromInitial(base), tail.map(entryOf), ...rest], chassisId);
};

/** What a record grew from by events later than all that it had; `null` when it did not. */
const decodedOf = ({ base, tail }: ChassisRecord): Decoded | null => {
  const stored = decoded.get(base) ?? null;
  return stored?.tail.every((entry, index) => entry === tail[index]) ? stored : null;
};

const entryOf = ({ event, folded }: TailEntry) => [event, folded ? 1 : 0] as const;

/**
 * The record that bytes keep. What the state had no member for when it was written reads as in the initial state.
 * Throws `UnknownFormat` or `UnreadableItem`.
 */
export const decodeRecord = (
  { chassisId, revision }: Pick<ChassisRecord, "chassisId" | "revision">,
  bytes: Uint8Array,
): ChassisRecord => {
  const { value, begun } = unpackToGrow(bytes, chassisId);
  const [difference, entries, stale, baseRecordedAt] = checked(RecordEnvelope, value);
  const base = stateOf(difference);
  const tail = entries.map(([event, folded]) => ({ event, folded: folded === 1 }));
  if (begun !== null) decoded.set(base, { tail, begun });
  return {
    chassisId,
    revision,
    base,
    baseRecordedAt,
    tail,
    stale: stale.map(([from, revision, recordedAt]) => ({ from, revision, recordedAt })),
  };
};

/** The bytes that keep a commit, but for its chassis. */
export const encodeCommit = (commit: Commit): Uint8Array => {
  const { chassisId, checkpoint, checkpointRecordedAt, events, revision } = commit;
  const envelope: CommitEnvelope = [
    checkpoint && differenceFromInitial(checkpoint),
    [...events],
    revision,
    checkpointRecordedAt,
  ];
  return pack(envelope, chassisId);
};

/** The commit that bytes keep. Throws `UnknownFormat` or `UnreadableItem`. */
export const decodeCommit = (chassisId: string, bytes: Uint8Array): Commit => {
  const [checkpoint, events, revision, checkpointRecordedAt] = checked(CommitEnvelope, unpack(bytes, chassisId));
  return { chassisId, revision, checkpoint: checkpoint && stateOf(checkpoint), checkpointRecordedAt, events };
};

const differenceFromInitial = (state: TwinState): Members => differenceOf({ ...initialState() }, { ...state });

const stateOf = (difference: Members): TwinState => StoredState.parse(restore({ ...initialState() }, difference));

const checked = <T>(envelope: z.ZodMiniType<T>, value: unknown): T => {
  const found = envelope.safeParse(value);
  if (!found.success) throw new UnreadableItem("stored data is of another shape", { cause: found.error });
  return found.data;
};

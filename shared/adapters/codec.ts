import * as z from "zod";
import type { ChassisRecord, Commit } from "../domain/chassis-record.ts";
import type { ChassisEvent } from "../domain/events.ts";
import { initialState, type TwinState } from "../domain/state.ts";
import { differenceOf, hasMembers, type Members, restore } from "./difference.ts";
import { UnreadableItem } from "./errors.ts";
import { pack, unpack } from "./format.ts";

// Events and states are not checked again on reading: events were checked at the edge, states were made from them, and
// only this file writes them. The envelopes around them are checked, so that foreign bytes do not pass for a record.
const StoredEvent = z.custom<ChassisEvent>(hasMembers);
const StoredState = z.custom<TwinState>(hasMembers);
const StateDifference = z.custom<Members>(hasMembers);
const count = z.int().min(0);
const moment = z.int();

const RecordEnvelope = z.tuple([
  StateDifference,
  z.array(z.tuple([StoredEvent, z.union([z.literal(0), z.literal(1)])])),
  z.array(z.tuple([moment, count, moment])),
  moment.nullable(),
]);
type RecordEnvelope = z.infer<typeof RecordEnvelope>;

const CommitEnvelope = z.tuple([StateDifference.nullable(), z.array(StoredEvent).min(1), count, moment.nullable()]);
type CommitEnvelope = z.infer<typeof CommitEnvelope>;

// A record is weighed before it is written.
const encoded = new WeakMap<ChassisRecord, Uint8Array>();

/** The bytes that keep a record, but for its chassis and revision, which its key and an attribute tell. */
export const encodeRecord = (record: ChassisRecord): Uint8Array => {
  const bytes = encoded.get(record) ?? encodeAnew(record);
  encoded.set(record, bytes);
  return bytes;
};

const encodeAnew = ({ chassisId, base, baseRecordedAt, tail, stale }: ChassisRecord): Uint8Array => {
  const envelope: RecordEnvelope = [
    differenceFromInitial(base),
    tail.map(({ event, folded }) => [event, folded ? 1 : 0]),
    stale.map(({ from, revision, recordedAt }) => [from, revision, recordedAt]),
    baseRecordedAt,
  ];
  return pack(envelope, chassisId);
};

/**
 * The record that bytes keep. What the state had no member for when it was written reads as in the initial state.
 * Throws `UnknownFormat` or `UnreadableItem`.
 */
export const decodeRecord = (
  { chassisId, revision }: Pick<ChassisRecord, "chassisId" | "revision">,
  bytes: Uint8Array,
): ChassisRecord => {
  const [base, tail, stale, baseRecordedAt] = open(RecordEnvelope, bytes, chassisId);
  return {
    chassisId,
    revision,
    base: stateOf(base),
    baseRecordedAt,
    tail: tail.map(([event, folded]) => ({ event, folded: folded === 1 })),
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
  const [checkpoint, events, revision, checkpointRecordedAt] = open(CommitEnvelope, bytes, chassisId);
  return { chassisId, revision, checkpoint: checkpoint && stateOf(checkpoint), checkpointRecordedAt, events };
};

const differenceFromInitial = (state: TwinState): Members => differenceOf({ ...initialState() }, { ...state });

const stateOf = (difference: Members): TwinState => StoredState.parse(restore({ ...initialState() }, difference));

const open = <T>(envelope: z.ZodType<T>, bytes: Uint8Array, chassisId: string): T => {
  const opened = envelope.safeParse(unpack(bytes, chassisId));
  if (!opened.success) throw new UnreadableItem("stored data is of another shape", { cause: opened.error });
  return opened.data;
};

import type { ChassisRecord, Commit, TailEntry } from "../domain/chassis-record.ts";
import { stateAfter } from "../domain/record-growth.ts";
import type { Moment, TwinState } from "../domain/state.ts";
import { Beside } from "./beside.ts";
import { Primed } from "./compact/primer.ts";
import { PRIMER_1 } from "./compact/primer-1.ts";
import { endOf, type Grown, ValueReader } from "./compact/value-reader.ts";
import { BEGINNING, ValueWriter } from "./compact/value-writer.ts";
import { type EarlierFormat, earlierFormat } from "./earlier-formats.ts";
import { UnknownFormat, UnreadableItem } from "./errors.ts";
import * as parts from "./parts.ts";

/** The number that stored data begins with. Once anything is stored in a format, the format never changes. */
const FORMAT = 3;

const primed = new Primed(PRIMER_1);

// A record is weighed before it is written.
const encoded = new Beside<ChassisRecord, Uint8Array>();

/** What a base was stored with. */
interface Stored {
  readonly recordedAt: Moment | null;
  readonly tail: Grown<TailEntry>;
}

// Most writes add to the tail of a record that was just read, or let go of its oldest events: what was read need not be
// written anew for that.
const storedWith = new Beside<TwinState, Stored>();

/** The bytes that keep a record, but for its chassis and revision, which its key and an attribute tell. */
export const encodeRecord = (record: ChassisRecord): Uint8Array => {
  const bytes = encoded.of(record) ?? encodeAnew(record);
  encoded.keep(record, bytes);
  return bytes;
};

const encodeAnew = ({ chassisId, base, baseRecordedAt, tail, head, stale }: ChassisRecord): Uint8Array => {
  const stored = storedTail(base, baseRecordedAt);
  const hasGrown = stored?.list.every((entry, index) => entry === tail[index]) ?? false;
  const writer =
    stored !== null && hasGrown
      ? new ValueWriter(endOf(stored), stored.memory.next(), chassisId)
      : writerAfter(base, baseRecordedAt, chassisId);
  writer.putGrowing(tail.slice(hasGrown ? stored?.list.length : 0), (entry) => parts.putEntry(writer, entry));
  writer.putGrowing(stale, (mark) => parts.putMark(writer, mark));
  parts.putState(writer, head);
  return numbered(writer);
};

/**
 * The record that bytes keep. What the state had no member for when it was written reads as in the initial state.
 * Throws `UnknownFormat` or `UnreadableItem`.
 */
export const decodeRecord = (
  { chassisId, revision }: Pick<ChassisRecord, "chassisId" | "revision">,
  bytes: Uint8Array,
): ChassisRecord =>
  reading(bytes, chassisId, {
    now: (reader) => {
      const base = parts.takeState(reader);
      const baseRecordedAt = parts.takeMoment(reader);
      const tail = reader.takeGrown(() => parts.takeEntry(reader));
      storedWith.keep(base, { recordedAt: baseRecordedAt, tail });
      const stale = reader.takeGrowing(() => parts.takeMark(reader));
      return { chassisId, revision, base, baseRecordedAt, tail: tail.list, head: parts.takeState(reader), stale };
    },
    earlier: (format, packed) => {
      const record = format.record(packed, chassisId);
      return { chassisId, revision, ...record, head: stateAfter(record.base, record.tail) };
    },
  });

/** The bytes that keep a commit, but for its chassis. They begin as those of the record did that held its events. */
export const encodeCommit = (commit: Commit): Uint8Array => {
  const writer = commitAsStored(commit) ?? commitAnew(commit);
  writer.count(commit.revision);
  return numbered(writer);
};

const commitAnew = ({ chassisId, checkpoint, checkpointRecordedAt, events }: Commit): ValueWriter => {
  const writer = writerAfter(checkpoint, checkpointRecordedAt, chassisId);
  writer.putGrowing(events, (event) => parts.putEntry(writer, { event, folded: false }));
  return writer;
};

/** What was stored of a record whose oldest events a commit keeps; `null` when there is no such record. */
const commitAsStored = ({ chassisId, checkpoint, checkpointRecordedAt, events }: Commit): ValueWriter | null => {
  const stored = checkpoint && storedTail(checkpoint, checkpointRecordedAt);
  const place = events.every((event, index) => event === stored?.list[index]?.event)
    ? stored?.ends[events.length]
    : undefined;
  if (!stored || place === undefined) return null;
  const writer = new ValueWriter(place, stored.memory, chassisId);
  writer.putGrowing([], () => undefined);
  return writer;
};

/** The commit that bytes keep. Throws `UnknownFormat` or `UnreadableItem`. */
export const decodeCommit = (chassisId: string, bytes: Uint8Array): Commit =>
  reading(bytes, chassisId, {
    now: (reader) => {
      const checkpoint = parts.takeStateIfAny(reader);
      const checkpointRecordedAt = parts.takeMoment(reader);
      const events = reader.takeGrowing(() => parts.takeEntry(reader).event);
      return { chassisId, revision: reader.count(), checkpoint, checkpointRecordedAt, events };
    },
    earlier: (format, packed) => ({ chassisId, ...format.commit(packed, chassisId) }),
  });

const storedTail = (base: TwinState, recordedAt: Moment | null): Grown<TailEntry> | null => {
  const stored = storedWith.of(base);
  return stored !== undefined && stored.recordedAt === recordedAt ? stored.tail : null;
};

const writerAfter = (base: TwinState | null, recordedAt: Moment | null, chassisId: string): ValueWriter => {
  const writer = new ValueWriter(BEGINNING, primed.memory(), chassisId);
  parts.putState(writer, base);
  parts.putMoment(writer, recordedAt);
  return writer;
};

const numbered = (writer: ValueWriter): Uint8Array => writer.toBytes([NUMBER]);

const NUMBER = Uint8Array.of(FORMAT);

/** How a value is read from what is written now, and from the earlier formats. */
interface Ways<T> {
  readonly now: (reader: ValueReader) => T;
  readonly earlier: (format: EarlierFormat, packed: Uint8Array) => T;
}

const reading = <T>(bytes: Uint8Array, chassisId: string, { now, earlier }: Ways<T>): T => {
  const number = bytes[0];
  const format = number === undefined ? undefined : earlierFormat(number);
  if (number !== FORMAT && format === undefined) throw new UnknownFormat(number);
  const packed = bytes.subarray(1);
  try {
    if (format !== undefined) return earlier(format, packed);
    const reader = new ValueReader(packed, primed.memory(), chassisId);
    const value = now(reader);
    reader.end();
    return value;
  } catch (cause) {
    throw new UnreadableItem("stored data is damaged", { cause });
  }
};

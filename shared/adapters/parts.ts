import type { StaleMark, TailEntry } from "../domain/chassis-record.ts";
import type { ChassisEvent } from "../domain/events.ts";
import { initialState, type Moment, type TwinState } from "../domain/state.ts";
import type { ValueReader } from "./compact/value-reader.ts";
import type { ValueWriter } from "./compact/value-writer.ts";
import { completed, hasMembers, wholeOf } from "./members.ts";

// What records and commits are made of. Events and states are not checked again on reading: events were checked at the
// edge, states were made from them, and nobody else writes them. What is not even an object does not pass for one.

const INITIAL = wholeOf({ ...initialState() });

/** Writes a state, if there is one. */
export const putState = (writer: ValueWriter, state: TwinState | null): void => writer.put("state", state);

/** Reads a state; what it had no member for when it was written is as in the initial one. */
export const takeState = (reader: ValueReader): TwinState => expected(takeStateIfAny(reader), isState);

/** Reads a state, if there was one. */
export const takeStateIfAny = (reader: ValueReader): TwinState | null => {
  const state = reader.take("state");
  return state === null ? null : expected(completed(INITIAL, expected(state, hasMembers)), isState);
};

/** Writes an entry of a tail. Events of one carrier are alike but for their data, and so are the data of one type. */
export const putEntry = (writer: ValueWriter, { event, folded }: TailEntry): void => {
  const { carrier = null, type, data } = event;
  writer.flag(folded);
  writer.put("carrier", carrier);
  writer.put(envelopeBy(carrier), { ...event, data: null });
  writer.put(type, data);
};

/** Reads an entry of a tail. */
export const takeEntry = (reader: ValueReader): TailEntry => {
  const folded = reader.flag();
  const envelope = expected(reader.take(envelopeBy(reader.take("carrier"))), isEvent);
  return { event: expected({ ...envelope, data: reader.take(envelope.type) }, isEvent), folded };
};

/** Writes the mark of a late event. */
export const putMark = (writer: ValueWriter, mark: StaleMark): void => writer.put("mark", mark);

/** Reads the mark of a late event. */
export const takeMark = (reader: ValueReader): StaleMark => expected(reader.take("mark"), isMark);

/** Writes when something was received, if it was. */
export const putMoment = (writer: ValueWriter, moment: Moment | null): void => writer.put("recordedAt", moment);

/** Reads when something was received. */
export const takeMoment = (reader: ValueReader): Moment | null => expected(reader.take("recordedAt"), isMomentOrNone);

const envelopeBy = (carrier: unknown): string => `event by ${carrier}`;

const isState = (value: unknown): value is TwinState => hasMembers(value);
const isEvent = (value: unknown): value is ChassisEvent => hasMembers(value);
const isMark = (value: unknown): value is StaleMark => hasMembers(value);
const isMomentOrNone = (value: unknown): value is Moment | null => value === null || typeof value === "number";

const expected = <T>(value: unknown, isExpected: (value: unknown) => value is T): T => {
  if (!isExpected(value)) throw new RangeError("something else was stored here");
  return value;
};

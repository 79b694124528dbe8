import { type ChassisRecord, momentOf } from "../domain/chassis-record.ts";
import { describeTwin, timestamp } from "../domain/describe.ts";
import { ChassisNotFound } from "../domain/errors.ts";
import { advance, fold, nextChangeAt } from "../domain/fold.ts";
import type { Moment, TwinState } from "../domain/state.ts";
import type { Twin } from "../domain/twin.ts";
import type { TwinStore } from "../ports.ts";
import { replay } from "./replay.ts";

/** The twin as a stored record tells it at this moment; events dated ahead of it do not count yet. */
export const twinOf = (record: ChassisRecord, now: Moment): Twin =>
  describeTwin({
    chassisId: record.chassisId,
    state: advance(countedState(record, now), now),
    revision: record.revision,
    asOf: now,
  });

/** When the twin of a record next changes though nothing more is reported; `null` when it never does. */
export const nextChangeOf = (record: ChassisRecord, now: Moment): Moment | null => {
  const due = nextChangeAt(advance(countedState(record, now), now));
  const ahead = record.tail.map(({ event }) => momentOf(event)).find((at) => at > now);
  return due === null || ahead === undefined ? (due ?? ahead ?? null) : Math.min(due, ahead);
};

/** The twin now. Throws `ChassisNotFound` for a chassis never heard of. */
export const currentTwin = async (store: TwinStore, chassisId: string, now: Moment): Promise<Twin> => {
  const record = await store.load(chassisId);
  if (record === null) throw new ChassisNotFound(chassisId);
  return twinOf(record, now);
};

/**
 * The twin as the device was at a moment, by all that is known now; its `revision` counts the events up to then. Throws
 * `ChassisNotFound` for a chassis never heard of, or not of that time.
 */
export const twinAt = async (store: TwinStore, chassisId: string, at: Moment): Promise<Twin> => {
  const record = await store.load(chassisId);
  if (record === null) throw new ChassisNotFound(chassisId);
  const { checkpoint, events } = await replay(store, record, { before: at + 1, until: at });
  const { state } = fold(checkpoint, events);
  if (state.eventCount === 0) {
    throw new ChassisNotFound(chassisId, `No event of chassis ${chassisId} is known up to ${timestamp(at)}.`);
  }
  return describeTwin({ chassisId, state: advance(state, at), revision: state.eventCount, asOf: at });
};

const countedState = ({ base, tail }: ChassisRecord, now: Moment): TwinState => {
  const events = tail.filter(({ event, folded }) => !folded && momentOf(event) <= now).map(({ event }) => event);
  return events.length === 0 ? base : fold(base, events).state;
};

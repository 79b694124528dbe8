import { type ChassisRecord, momentOf } from "../domain/chassis-record.ts";
import { type Description, describeTwin, provenanceOf } from "../domain/describe.ts";
import { ChassisNotFound } from "../domain/errors.ts";
import { advance, fold, type Outlook, outlook } from "../domain/fold.ts";
import { stateAfter } from "../domain/record-growth.ts";
import type { Moment, TwinState } from "../domain/state.ts";
import { timestamp } from "../domain/timestamp.ts";
import type { Twin } from "../domain/twin.ts";
import type { CommitReader, TwinStore } from "../ports.ts";
import { replay } from "./replay.ts";

/** What a reader may ask of a twin beyond the twin itself. */
export interface TwinRequest {
  readonly chassisId: string;
  /** Adds the events on which the main fields rest. */
  readonly withProvenance?: boolean;
}

/** The twin as a stored record tells it at this moment; events dated ahead of it do not count yet. */
export const twinOf = (record: ChassisRecord, now: Moment, withProvenance = false): Twin =>
  describeRecord(record, stateOf(record, now), now, withProvenance);

/** The twin of a record whose state at this moment is known. */
export const describeRecord = (record: ChassisRecord, state: TwinState, now: Moment, withProvenance = false): Twin =>
  describe(state, { ...record, withProvenance, asOf: now });

/** The state that a stored record tells at this moment. */
export const stateOf = (record: ChassisRecord, now: Moment): TwinState => outlookOf(record, now).state;

/** The same, and when it next changes though nothing is reported. */
export const outlookOf = (record: ChassisRecord, now: Moment): Outlook => outlook(countedState(record, now), now);

/** The twin now. Throws `ChassisNotFound` for a chassis never heard of. */
export const currentTwin = async (
  store: TwinStore,
  { chassisId, withProvenance }: TwinRequest,
  now: Moment,
): Promise<Twin> => {
  const record = await store.load(chassisId);
  if (record === null) throw new ChassisNotFound(chassisId);
  return twinOf(record, now, withProvenance);
};

/** A past moment, and the moment up to which what had been received counts: all that is known when left out. */
export interface PastMoment {
  readonly at: Moment;
  readonly knownAt?: Moment | undefined;
}

/**
 * The twin as the device was at a moment; its `revision` counts the events up to then. Throws `ChassisNotFound` for a
 * chassis never heard of, or not of that time.
 */
export const twinAt = async (
  store: TwinStore,
  { chassisId, withProvenance = false }: TwinRequest,
  moment: PastMoment,
): Promise<Twin> => {
  const record = await store.load(chassisId);
  if (record === null) throw new ChassisNotFound(chassisId);
  const twin = await pastTwinOf(store, record, moment, withProvenance);
  if (twin === null) throw notKnownAt(chassisId, moment.at);
  return twin;
};

/** The twin of a stored record as the device was at a moment; `null` when no event of it is known up to then. */
export const pastTwinOf = async (
  store: CommitReader,
  record: ChassisRecord,
  { at, knownAt }: PastMoment,
  withProvenance = false,
): Promise<Twin | null> => {
  const { checkpoint, events } = await replay(store, record, { before: at + 1, until: at, knownAt });
  const { state } = fold(checkpoint, events);
  const { chassisId } = record;
  return state.eventCount === 0
    ? null
    : describe(advance(state, at), { chassisId, revision: state.eventCount, withProvenance, asOf: at });
};

/** Says that a chassis had not been heard of at a moment. */
export const notKnownAt = (chassisId: string, at: Moment): ChassisNotFound =>
  new ChassisNotFound(chassisId, `No event of chassis ${chassisId} is known up to ${timestamp(at)}.`);

const describe = (
  state: TwinState,
  { withProvenance, chassisId, revision, asOf }: Omit<Description, "state"> & { readonly withProvenance: boolean },
): Twin => {
  const twin = describeTwin({ state, chassisId, revision, asOf });
  return withProvenance ? { ...twin, provenance: provenanceOf(state, twin) } : twin;
};

/** Events dated ahead do not count yet; nearly always there are none. */
const countedState = ({ base, tail, head }: ChassisRecord, now: Moment): TwinState =>
  head.lastEventAt === null || head.lastEventAt <= now
    ? head
    : stateAfter(
        base,
        tail.filter(({ event }) => momentOf(event) <= now),
      );

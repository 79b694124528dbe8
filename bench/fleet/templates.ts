import { type ChassisRecord, momentOf, receiptOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { fold } from "../../shared/domain/fold.ts";
import { stateAfter } from "../../shared/domain/record-growth.ts";
import { initialState, type Moment } from "../../shared/domain/state.ts";
import { evaluate } from "../../shared/history/evaluate.ts";
import type { StoredRecord } from "../../shared/ports.ts";
import { simulate } from "../../test/support/simulator/simulator.ts";

/** The moment at which every fleet is looked at. */
export const FLEET_MOMENT: Moment = Date.parse("2026-03-02T18:00:00.000Z");

/** How long before that the last thing happened, so that the deadlines of most copies and boots have passed. */
const QUIET_MS = 30_000;

const ANY_START = "2026-03-02T06:00:00.000Z";
const NEWEST_EVENTS = 4;
const MOST_ACTIONS = 24;

/** What many chassis of a fleet have in common: all that is stored of one, but for its name. */
export type Template = StoredRecord;

/** Chassis in good order, and others. */
export interface Templates {
  /** Ready for a switchover and without any finding. */
  readonly sound: readonly Template[];
  readonly unsound: readonly Template[];
}

/** What is left of so many simulated histories at the fleet's moment. */
export const simulatedTemplates = (seed: number, count: number): Templates => {
  const templates = Array.from({ length: count }, (_, index) => templateOf(seed + index));
  const isSound = ({ bucket }: Template): boolean => bucket?.switchoverReady === "true" && bucket.severity === "none";
  return { sound: templates.filter(isSound), unsound: templates.filter((template) => !isSound(template)) };
};

/** The same seed gives the same history at any start: it is played once to see how long it takes, and then in time. */
const templateOf = (seed: number): Template => {
  const options = { seed, actions: seed % MOST_ACTIONS, settle: seed % 2 === 0 };
  const endsAt = lastOf(simulate({ ...options, start: ANY_START }).events);
  const start = new Date(Date.parse(ANY_START) + FLEET_MOMENT - QUIET_MS - endsAt).toISOString();
  const { events } = simulate({ ...options, start });
  const newest = events.at(-NEWEST_EVENTS) ?? events[0];
  const cut = newest === undefined ? 0 : events.findIndex((event) => momentOf(event) === momentOf(newest));
  const older = events.slice(0, cut);
  const base = fold(initialState(), older).state;
  const tail = events.slice(cut).map((event) => ({ event, folded: false }));
  const record: ChassisRecord = {
    chassisId: "",
    revision: events.length,
    base,
    baseRecordedAt: older.length === 0 ? null : Math.max(...older.map(receiptOf)),
    tail,
    head: stateAfter(base, tail),
    stale: [],
  };
  return evaluate(record, FLEET_MOMENT);
};

const lastOf = (events: readonly ChassisEvent[]): Moment => Math.max(...events.map(momentOf));

/** What is stored of one chassis by a template. */
export const storedBy = ({ record, ...evaluated }: Template, chassisId: string): StoredRecord => {
  const tail = record.tail.map(({ event, folded }) => ({ event: { ...event, subject: chassisId }, folded }));
  return { ...evaluated, record: { ...record, chassisId, tail } };
};

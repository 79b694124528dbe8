import { cpuUsage } from "node:process";
import { decodeRecord, encodeCommit, encodeRecord } from "../../shared/adapters/codec.ts";
import { bytesOfItem } from "../../shared/adapters/dynamodb-records.ts";
import { type ChassisRecord, emptyRecord, momentOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { withEvents } from "../../shared/domain/record-growth.ts";
import { spill } from "../../shared/domain/record-spill.ts";
import { parseEvent } from "../../shared/edge/parse-event.ts";
import { evaluate } from "../../shared/history/evaluate.ts";
import { describeRecord, stateOf } from "../../shared/history/read-twin.ts";
import { bareSwitch } from "./bare-switch.ts";
import { microseconds, ON_THE_WAY_MS } from "./processor-time.ts";

/** What every event takes of our own code on its way into the twin, in the order in which it is done. */
export const ON_THE_PATH = ["validation", "decode", "reducer", "view: the place in the fleet", "encode"] as const;

/** What is shown beside it: the least that validation and reducer could be, and what a reader of the twin is answered. */
export const BESIDE = ["JSON.parse alone", "a bare switch", "view: the whole twin"] as const;

/** One of these. */
export type Part = (typeof ON_THE_PATH)[number] | (typeof BESIDE)[number];

/** Microseconds of processor time that one event takes, part by part. */
export type PartTimes = Readonly<Record<Part, number>>;

/** Does one part of the path, and may look at how long that takes. */
type Doing = <T>(part: Part, work: () => T) => T;

/**
 * Takes events of one chassis from the bytes that were stored to the bytes to store, as the projector does, with every
 * part right after the one before it. What an event makes a record let go of now and then counts as encoding.
 */
export const partTimes = (before: readonly ChassisEvent[], events: readonly ChassisEvent[]): PartTimes => {
  const times: Record<Part, number> = {
    validation: 0,
    decode: 0,
    reducer: 0,
    "view: the place in the fleet": 0,
    encode: 0,
    "JSON.parse alone": 0,
    "a bare switch": 0,
    "view: the whole twin": 0,
  };
  const timed: Doing = (part, work) => {
    const begun = cpuUsage();
    const value = work();
    times[part] += microseconds(begun) / events.length;
    return value;
  };
  let chassis = storedAfter(before);
  for (const event of events) chassis = project(chassis, event, timed);
  return times;
};

/** What the store has of a chassis. */
interface Stored {
  readonly key: Pick<ChassisRecord, "chassisId" | "revision">;
  readonly bytes: Uint8Array;
}

const storedAfter = (events: readonly ChassisEvent[]): Stored => {
  const chassisId = events[0]?.subject ?? "";
  let chassis: Stored = { key: { chassisId, revision: 0 }, bytes: encodeRecord(emptyRecord(chassisId)) };
  for (const event of events) chassis = project(chassis, event, (_, work) => work());
  return chassis;
};

const project = ({ key, bytes }: Stored, sent: ChassisEvent, doing: Doing): Stored => {
  const now = momentOf(sent) + ON_THE_WAY_MS;
  const text = JSON.stringify(sent);
  const value: unknown = doing("JSON.parse alone", () => JSON.parse(text));
  const parsed = doing("validation", () => parseEvent(value, now));
  if (!parsed.ok) throw new TypeError("an event of the workload was refused");
  const { event } = parsed;
  const before = doing("decode", () => decodeRecord(key, bytes));
  const grown = doing("reducer", () => withEvents(before, [event]));
  const seen = doing("view: the place in the fleet", () => evaluate(grown, now));
  const { record, encoded } = doing("encode", () => {
    const { record, commits } = spill(grown, before, now, (record) => bytesOfItem({ ...seen, record }));
    for (const commit of commits) encodeCommit(commit);
    return { record, encoded: encodeRecord(record) };
  });
  doing("a bare switch", () => bareSwitch(before.head, event));
  doing("view: the whole twin", () => describeRecord(record, stateOf(record, now), now));
  return { key: { chassisId: key.chassisId, revision: record.revision }, bytes: encoded };
};

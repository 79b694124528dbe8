import { cpuUsage } from "node:process";
import { decodeRecord, encodeCommit, encodeRecord } from "../../shared/adapters/codec.ts";
import { bytesOfItem } from "../../shared/adapters/dynamodb-records.ts";
import { type ChassisRecord, emptyRecord, momentOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { withEvents } from "../../shared/domain/record-growth.ts";
import { spill } from "../../shared/domain/record-spill.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { parseEvent } from "../../shared/edge/parse-event.ts";
import { evaluate } from "../../shared/history/evaluate.ts";
import { describeRecord, stateOf } from "../../shared/history/read-twin.ts";
import { bareSwitch } from "./bare-switch.ts";
import { microseconds, ON_THE_WAY_MS } from "./processor-time.ts";

/** What an event takes of our own code where it is accepted. */
export const ACCEPTING = ["validation, when posted"] as const;

/** What it takes on its way from the bus into the twin, in the order in which it is done. */
export const PROJECTING = [
  "validation, from the bus",
  "decode",
  "reducer",
  "view: the place in the fleet",
  "encode",
] as const;

/** What is shown beside it: the least that validation and reducer could be, and what a reader of the twin is answered. */
export const BESIDE = ["JSON.parse alone", "a bare switch", "view: the whole twin"] as const;

/** One of these. */
export type Part = (typeof ACCEPTING)[number] | (typeof PROJECTING)[number] | (typeof BESIDE)[number];

/** Does one part of the path. */
type Doing = <T>(part: Part, work: () => T) => T;

/** What the store has of a chassis. */
interface Stored {
  readonly key: Pick<ChassisRecord, "chassisId" | "revision">;
  readonly bytes: Uint8Array;
}

/**
 * Takes events of one chassis from a post to the bytes to store, as the functions do but without anything around it, and
 * notes the processor time of each part. What an event makes a record let go of now and then counts as encoding.
 */
export class CoreParts {
  /** Microseconds up to now. */
  readonly times = new Map<Part, number>();
  #chassis: Stored | null = null;

  /** Takes an event whose time does not count. */
  take(event: ChassisEvent): void {
    this.#take(event, (_, work) => work());
  }

  /** Takes an event. */
  time(event: ChassisEvent): void {
    this.#take(event, (part, work) => {
      const begun = cpuUsage();
      const value = work();
      this.times.set(part, (this.times.get(part) ?? 0) + microseconds(begun));
      return value;
    });
  }

  #take(sent: ChassisEvent, doing: Doing): void {
    const now = momentOf(sent) + ON_THE_WAY_MS;
    const text = JSON.stringify(sent);
    const posted = doing("JSON.parse alone", (): unknown => JSON.parse(text));
    const accepted = doing("validation, when posted", () => valid(posted, now));
    const received: unknown = JSON.parse(JSON.stringify(accepted));
    const event = doing("validation, from the bus", () => valid(received, now));
    const { key, bytes } = this.#chassis ?? unheard(event.subject);
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
    this.#chassis = { key: { chassisId: key.chassisId, revision: record.revision }, bytes: encoded };
  }
}

const unheard = (chassisId: string): Stored => ({
  key: { chassisId, revision: 0 },
  bytes: encodeRecord(emptyRecord(chassisId)),
});

const valid = (value: unknown, now: Moment): ChassisEvent => {
  const parsed = parseEvent(value, now);
  if (!parsed.ok) throw new TypeError("an event of the workload was refused");
  return parsed.event;
};

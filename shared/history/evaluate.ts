import { type ChassisRecord, momentOf } from "../domain/chassis-record.ts";
import { standingOf } from "../domain/describe.ts";
import { bucketOf, findingsByCode } from "../domain/fleet.ts";
import { nextChangeAt } from "../domain/fold.ts";
import type { Moment, TwinState } from "../domain/state.ts";
import type { ChassisWrite } from "../ports.ts";
import { stateOf } from "./read-twin.ts";

/** What a write says of a record at the moment of writing: where the fleet index shows it, and when to look again. */
export const evaluate = (
  record: ChassisRecord,
  now: Moment,
): Pick<ChassisWrite, "record" | "bucket" | "findings" | "dueAt" | "evaluatedAt"> => {
  const state = stateOf(record, now);
  const standing = standingOf(state, now);
  return {
    record,
    bucket: bucketOf(standing),
    findings: findingsByCode(standing),
    dueAt: nextChangeOf(record, state, now),
    evaluatedAt: now,
  };
};

/** When the twin next changes though nothing more is reported: by a deadline, or by an event dated ahead. */
const nextChangeOf = ({ tail, head }: ChassisRecord, state: TwinState, now: Moment): Moment | null => {
  const due = nextChangeAt(state);
  if (head.lastEventAt === null || head.lastEventAt <= now) return due;
  const ahead = tail.map(({ event }) => momentOf(event)).find((at) => at > now);
  return due === null || ahead === undefined ? (due ?? ahead ?? null) : Math.min(due, ahead);
};

import { type ChassisRecord, momentOf } from "../domain/chassis-record.ts";
import { bucketOf, findingsByCode } from "../domain/fleet.ts";
import { standingOf } from "../domain/standing.ts";
import type { Moment } from "../domain/state.ts";
import type { ChassisWrite } from "../ports.ts";
import { outlookOf } from "./read-twin.ts";

/** What a write says of a record at the moment of writing: where the fleet index shows it, and when to look again. */
export const evaluate = (
  record: ChassisRecord,
  now: Moment,
): Pick<ChassisWrite, "record" | "bucket" | "findings" | "dueAt" | "evaluatedAt"> => {
  const { state, nextChangeAt } = outlookOf(record, now);
  const standing = standingOf(state);
  return {
    record,
    bucket: bucketOf(standing),
    findings: findingsByCode(standing.findings),
    dueAt: dueTime(record, nextChangeAt, now),
    evaluatedAt: now,
  };
};

/** When the twin next changes though nothing more is reported: by a deadline, or by an event dated ahead. */
const dueTime = ({ tail, head }: ChassisRecord, due: Moment | null, now: Moment): Moment | null => {
  if (head.lastEventAt === null || head.lastEventAt <= now) return due;
  const ahead = tail.map(({ event }) => momentOf(event)).find((at) => at > now);
  return due === null || ahead === undefined ? (due ?? ahead ?? null) : Math.min(due, ahead);
};

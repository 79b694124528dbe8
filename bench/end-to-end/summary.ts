import { figure, grouped, type Table } from "../support/report.ts";
import { type Calls, countOf } from "./calls.ts";
import { type Load, Sender, type Single, type Sustained } from "./drive.ts";

/** Those who post the batches of a load, each about chassis of its own. */
export const sendersOf = (prefix: string, { seed, batches, senders }: Load): readonly Sender[] =>
  Array.from(
    { length: senders },
    (_, index) => new Sender({ prefix: `${prefix}-${index}`, seed: seed + index }, Math.ceil(batches / senders)),
  );

/** What was measured of a load. */
export interface Measured {
  readonly singles: readonly Single[];
  readonly sustained: Sustained;
}

/** The table of a load, with more rows at its end. */
export const tableOf = (
  { perSecond }: Load,
  { singles, sustained: { events, accepted, readable } }: Measured,
  more: readonly (readonly string[])[] = [],
): Table => {
  const latencies = singles.map(({ postedAt, readAt }) => readAt - postedAt).toSorted((a, b) => a - b);
  return {
    columns: ["from a post to a readable twin", ""],
    rows: [
      [`median of ${latencies.length} single events, ${perSecond}/s`, `${figure(at(latencies, 0.5), 1)} ms`],
      ["99th percentile of them", `${figure(at(latencies, 0.99), 1)} ms`],
      [`events/s accepted, ${grouped(events)} in batches of 100`, grouped(accepted)],
      ["events/s readable", grouped(readable)],
      ...more,
    ],
  };
};

/** The rows that set what was sustained beside the same calls alone, which took so many milliseconds. */
export const ceilingRows = ({ events, readable }: Sustained, calls: Calls, alone: number) => [
  ["calls to the database per event", figure(countOf(calls) / events)],
  ["events/s of the same calls alone", grouped((events * 1000) / alone)],
  ["readable events/s, share of that", figure((readable * alone) / (events * 1000))],
];

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

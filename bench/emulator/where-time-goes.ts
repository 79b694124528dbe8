import type { Single } from "../end-to-end/drive.ts";
import { figure, grouped, medianOf, type Table } from "../support/report.ts";
import type { FunctionLog, Span } from "./function-logs.ts";

/** The parts of the time from a post to a readable twin, in milliseconds: what each took on average. */
export const partsOf = (singles: readonly Single[], { invocations, calls }: FunctionLog): Table => {
  const parted = singles.flatMap(({ postedAt, readAt }) => {
    const write = calls.findLast(({ call, until }) => call === "PutItem" && until > postedAt && until < readAt);
    const projection = write && invocations.find(({ from, until }) => from <= write.until && write.until <= until);
    if (write === undefined || projection === undefined) return [];
    const within = calls.filter(({ from, until }) => from >= projection.from && until <= write.until);
    const waiting = sumOf(within);
    return [
      [
        projection.from - postedAt,
        write.until - projection.from - waiting,
        waiting,
        readAt - write.until,
        readAt - postedAt,
      ],
    ];
  });
  const mean = (part: number) => parted.reduce((sum, parts) => sum + (parts[part] ?? 0), 0) / parted.length;
  const row = (name: string, part: number) => [
    name,
    figure(mean(part), 1),
    `${figure((mean(part) * 100) / mean(4), 1)} %`,
  ];
  return {
    columns: [`of a single event, mean of ${parted.length}`, "ms", "share"],
    rows: [
      row("until the function that projects begins: API, function, bus, queue", 0),
      row("until it has written the twin, but for the next row", 1),
      row("it waits for DynamoDB", 2),
      row("until the twin was read: answer to the post, pause, API, function", 3),
    ],
  };
};

/** How often functions ran in a span, and for how long. */
export const runsOf = (logs: ReadonlyMap<string, FunctionLog>, { from, until }: Span): Table => ({
  columns: ["while batches come in", "runs", "median, ms", "sum, s"],
  rows: [...logs].flatMap(([name, { invocations }]) => {
    const runs = invocations.filter((run) => run.from >= from && run.until <= until);
    if (runs.length === 0) return [];
    const { median } = medianOf(runs.map((run) => run.until - run.from));
    return [[name, grouped(runs.length), figure(median, 0), figure(sumOf(runs) / 1000, 1)]];
  }),
});

const sumOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, until }) => sum + until - from, 0);

import { textOf } from "../environment.ts";
import type { Counted, Counter } from "../ports.ts";

/** A counter whose sums become metrics, and what writes them out. */
export interface CloudWatchCounter {
  readonly count: Counter;
  /** Makes a function write out what it counted after each of its runs, also after one that failed. */
  counting<Event, Context, Result>(
    run: (event: Event, context: Context) => Promise<Result>,
  ): (event: Event, context: Context) => Promise<Result>;
}

/** Whose metrics these are. */
export interface CloudWatchCounterOptions {
  /** @default - as the environment says */
  readonly namespace?: string;
  /**
   * The name of the function, by which its metrics are told from those of others.
   *
   * @default - as the environment says
   */
  readonly service?: string;
  /**
   * Writes a line into the function's log.
   *
   * @default - on the standard output; the console of Lambda would put something before it
   */
  readonly write?: (line: string) => unknown;
}

/**
 * Counts in CloudWatch, by a line in the function's log that CloudWatch makes metrics of (its embedded metric format).
 * Nothing but sums is counted, for which a library of 16 kB would take 2 ms of each start. Throws `EnvironmentUnusable`.
 */
export const cloudWatchCounter = ({
  namespace = textOf("POWERTOOLS_METRICS_NAMESPACE"),
  service = textOf("POWERTOOLS_SERVICE_NAME"),
  write = (line) => process.stdout.write(`${line}\n`),
}: CloudWatchCounterOptions = {}): CloudWatchCounter => {
  const sums = new Map<Counted, number>();
  const writeOut = () => {
    const metrics = [...sums.keys()].map((name) => ({ Name: name, Unit: "Count" }));
    const kind = { Namespace: namespace, Dimensions: [["service"]], Metrics: metrics };
    const described = { Timestamp: Date.now(), CloudWatchMetrics: [kind] };
    write(JSON.stringify({ _aws: described, service, ...Object.fromEntries(sums) }));
    sums.clear();
  };
  return {
    count(what, times = 1) {
      if (times > 0) sums.set(what, (sums.get(what) ?? 0) + times);
    },
    counting: (run) => async (event, context) => {
      try {
        return await run(event, context);
      } finally {
        if (sums.size > 0) writeOut();
      }
    },
  };
};

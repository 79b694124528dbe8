import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Counter } from "../ports.ts";

/** A counter whose sums become metrics, and what writes them out. */
export interface CloudWatchCounter {
  readonly count: Counter;
  /** Makes a function write out what it counted after each of its runs, also after one that failed. */
  counting<Event, Context, Result>(
    run: (event: Event, context: Context) => Promise<Result>,
  ): (event: Event, context: Context) => Promise<Result>;
}

/**
 * Counts in CloudWatch, by a line in the function's log that CloudWatch makes metrics of. The environment of the function
 * names their namespace and the service.
 */
export const cloudWatchCounter = (metrics = new Metrics()): CloudWatchCounter => ({
  count(what, times = 1) {
    if (times > 0) metrics.addMetric(what, MetricUnit.Count, times);
  },
  counting: (run) => async (event, context) => {
    try {
      return await run(event, context);
    } finally {
      if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
    }
  },
});

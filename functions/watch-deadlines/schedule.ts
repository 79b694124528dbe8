import type { Logger } from "@aws-lambda-powertools/logger";
import type { Context, ScheduledEvent } from "aws-lambda";
import { functionLog } from "../../shared/adapters/function-log.ts";
import { countNothing } from "../../shared/counting.ts";
import type { Counter } from "../../shared/ports.ts";
import { type WatchDependencies, type WatchReport, watchDeadlines } from "./watch-deadlines.ts";

/** What is kept of the function's time for the chassis that are being looked at when it nears its end. */
const TIME_TO_FINISH_MS = 5000;

/** A run of the watch could not bring every chassis up to date that was due. */
export class DeadlinesNotWatched extends Error {
  override readonly name = "DeadlinesNotWatched";
  readonly report: WatchReport;

  constructor(report: WatchReport) {
    super(`${report.failed} of the chassis that were due could not be brought up to date`);
    this.report = report;
  }
}

/** What a scheduled watch works with. */
export type ScheduleDependencies = Omit<WatchDependencies, "logger"> & {
  readonly count?: Counter;
  readonly logger?: Pick<Logger, "error" | "warn">;
};

/**
 * Watches over deadlines once per schedule event, for as long as the function has time. Throws `DeadlinesNotWatched`
 * after all others were served when a chassis failed: nobody reads what a scheduled function answers, and only an error
 * of the function raises the alarm. To run it again, as the scheduler may, does no harm.
 */
export const watchDeadlinesOnSchedule = ({
  count = countNothing,
  logger = functionLog("watch-deadlines"),
  ...sources
}: ScheduleDependencies) => {
  return async (_event: ScheduledEvent, context: Context): Promise<WatchReport> => {
    const mayGoOn = () => context.getRemainingTimeInMillis() > TIME_TO_FINISH_MS;
    const report = await watchDeadlines({ ...sources, logger }, mayGoOn);
    count("DeadlinesLeft", report.left);
    if (report.left > 0) logger.warn("Had no time for every chassis that is due", { ...report });
    if (report.failed > 0) throw new DeadlinesNotWatched(report);
    return report;
  };
};

import type { Logger } from "@aws-lambda-powertools/logger";
import { RevisionConflict } from "../../shared/domain/errors.ts";
import { evaluate } from "../../shared/history/evaluate.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import type { Clock, DueIndex, TwinStore } from "../../shared/ports.ts";

/** How many chassis one run looks at, at most. */
const MOST_PER_RUN = 20_000;

/** How many chassis a run looks at at once. */
const AT_ONCE = 8;

/** What a watch over deadlines works with. */
export interface WatchDependencies {
  readonly store: Pick<TwinStore, "load" | "save">;
  readonly dueIndex: DueIndex;
  readonly clock: Clock;
  readonly logger: Pick<Logger, "error">;
}

/** How many of the chassis that were due had which end. */
export interface WatchReport {
  /** Brought up to date. */
  readonly updated: number;
  /** Written by somebody else in the meantime, which has brought them up to date as well. */
  readonly overtaken: number;
  /** Could not be read or written; they stay due. */
  readonly failed: number;
  /** Not looked at before the run had to end; they stay due. */
  readonly left: number;
}

/**
 * Makes findings of what has not arrived: looks again at every chassis whose due time has passed, those that waited
 * longest first, and stores where the fleet index shows it now and when to look next. No event is added, so a write
 * that meets another one gives way. One chassis that fails does not stop the others. Begins no further chassis once
 * `mayGoOn` says no; what is left is found again by the next run.
 */
export const watchDeadlines = async (
  dependencies: WatchDependencies,
  mayGoOn: () => boolean = () => true,
): Promise<WatchReport> => {
  const { dueIndex, clock, logger } = dependencies;
  const counts = { updated: 0, overtaken: 0, failed: 0, left: 0 };
  const due = await dueIndex.due(clock(), MOST_PER_RUN);
  await inParallel(due, AT_ONCE, async ({ chassisId }) => {
    if (!mayGoOn()) {
      counts.left += 1;
      return;
    }
    try {
      counts[await lookAgain(dependencies, chassisId)] += 1;
    } catch (error) {
      logger.error("Could not look at a chassis that is due", { chassisId, error });
      counts.failed += 1;
    }
  });
  return counts;
};

const lookAgain = async ({ store, clock }: WatchDependencies, chassisId: string): Promise<"updated" | "overtaken"> => {
  const record = await store.load(chassisId);
  // The index may lag behind the removal of what it points to.
  if (record === null) return "overtaken";
  try {
    await store.save({ ...evaluate(record, clock()), commits: [], expectedRevision: record.revision });
    return "updated";
  } catch (error) {
    if (error instanceof RevisionConflict) return "overtaken";
    throw error;
  }
};

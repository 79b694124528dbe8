import { type WatchDependencies, watchDeadlines } from "../../functions/watch-deadlines/watch-deadlines.ts";

const EVERY_MS = 1000;

/** After a run that failed the next one waits as long as on AWS, so that the operator is not told the same each second. */
const REST_AFTER_FAILURE_MS = 60_000;

/** How often a timer runs. */
export interface TimerPace {
  readonly everyMs?: number;
  readonly restAfterFailureMs?: number;
}

/** A timer that runs until it is closed. */
export interface DeadlineTimer {
  /** Begins nothing more, and waits for what has begun. */
  close(): Promise<void>;
}

/**
 * The schedule of the watch over deadlines in one process: a run every second, never two at once. Does not keep the
 * process alive.
 */
export const startDeadlineTimer = (
  dependencies: WatchDependencies,
  { everyMs = EVERY_MS, restAfterFailureMs = REST_AFTER_FAILURE_MS }: TimerPace = {},
): DeadlineTimer => {
  let closed = false;
  let run: Promise<void> | null = null;
  let restsUntil = 0;

  const tick = async (): Promise<void> => {
    if (!(await isWatched(dependencies, () => !closed))) restsUntil = performance.now() + restAfterFailureMs;
    run = null;
  };
  const timer = setInterval(() => {
    if (performance.now() >= restsUntil) run ??= tick();
  }, everyMs).unref();

  return {
    async close() {
      closed = true;
      clearInterval(timer);
      await run;
    },
  };
};

/** Runs the watch once and answers whether nothing failed. */
const isWatched = async (dependencies: WatchDependencies, mayGoOn: () => boolean): Promise<boolean> => {
  try {
    const { failed } = await watchDeadlines(dependencies, mayGoOn);
    return failed === 0;
  } catch (error) {
    dependencies.logger.error("Could not look for chassis that are due", { error });
    return false;
  }
};

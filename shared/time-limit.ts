/** The function's time is nearly over; what was not finished must be tried again. */
export class OutOfTime extends Error {
  override readonly name = "OutOfTime";

  constructor() {
    super("the function's time was nearly over");
  }
}

/** The time that remains for the work of one invocation. */
export interface TimeLimit {
  /** Does the work, if there is time left to begin it. Throws `OutOfTime` when the time is over before the work is. */
  within<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Ends the limit, so that nothing waits for it. */
  end(): void;
}

/** Begins a time limit, in milliseconds from now. */
export const beginTimeLimit = (milliseconds: number): TimeLimit => {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new OutOfTime()), Math.max(0, milliseconds));
  const over = new Promise<never>((_, reject) => {
    limit.signal.addEventListener("abort", () => reject(limit.signal.reason), { once: true });
  });
  // Nobody may be waiting when the time is over.
  over.catch(() => undefined);

  return {
    async within(work) {
      limit.signal.throwIfAborted();
      return await Promise.race([work(), over]);
    },
    end: () => clearTimeout(timer),
  };
};

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
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => {
        isOver = true;
        reject(new OutOfTime());
      },
      Math.max(0, milliseconds),
    );
  });
  // Nobody may be waiting when the time is over.
  over.catch(() => undefined);

  return {
    async within(work) {
      if (isOver) throw new OutOfTime();
      return await Promise.race([work(), over]);
    },
    end: () => clearTimeout(timer),
  };
};

const ENDING = ["SIGINT", "SIGTERM"] as const;
const exit = (): never => process.exit(1);

/**
 * Lets a signal end this process by its event "exit", without which it would leave behind what it started. Answers what
 * ends that.
 */
export const exitOnSignals = (): (() => void) => {
  for (const signal of ENDING) process.on(signal, exit);
  return () => {
    for (const signal of ENDING) process.off(signal, exit);
  };
};

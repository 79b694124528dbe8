import { setTimeout as pause } from "node:timers/promises";

const POLL_MS = 20;

/** Asks again and again until the answer is yes. Throws when it is not within `seconds`. */
export const until = async (what: string, isSo: () => boolean | Promise<boolean>, seconds = 15): Promise<void> => {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`not so within ${seconds} s: ${what}`);
    await pause(POLL_MS);
  }
};

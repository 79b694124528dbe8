import { setTimeout as pause } from "node:timers/promises";

/** Waits before a request is tried again, after it was tried `attempts` times. */
export type Backoff = (attempts: number) => Promise<void>;

const FIRST_MS = 25;
const LONGEST_MS = 1000;

/** Waits a random time that may double with each attempt, so that many who were refused at once come back apart. */
export const jitteredBackoff: Backoff = async (attempts) => {
  await pause(Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempts));
};

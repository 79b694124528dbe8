import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";

const POLL_MS = 200;

/** Asks again and again until the answer is right, and answers that. Throws with the last answer after some seconds. */
export const eventually = async <T>(
  ask: () => Promise<T>,
  isRight: (answer: T) => boolean,
  seconds = 60,
): Promise<T> => {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`not so within ${seconds} s, but: ${inspect(answer, { depth: 6 })}`);
    await pause(POLL_MS);
  }
};

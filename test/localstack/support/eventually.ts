import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";

const POLL_MS = 200;

/**
 * How long to wait for what should be so in seconds. On a busy machine a projection may run out of time; what it was to
 * project comes again when the queue's visibility time-out of three minutes has passed.
 */
const PATIENCE_SECONDS = 240;

/** What was waited for did not become so; the message shows how it is instead. */
class NotSoInTime extends Error {
  override readonly name = "NotSoInTime";

  constructor(lastAnswer: unknown) {
    super(`not so within ${PATIENCE_SECONDS} s, but: ${inspect(lastAnswer, { depth: 6 })}`);
  }
}

/** Asks again and again until the answer is right, and answers that. Throws with the last answer when it never is. */
export const eventually = async <T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> => {
  const deadline = Date.now() + PATIENCE_SECONDS * 1000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    if (Date.now() > deadline) throw new NotSoInTime(answer);
    await pause(POLL_MS);
  }
};

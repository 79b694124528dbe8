import type { Clock } from "../../shared/ports.ts";

/** A message that ended among dead letters. */
export interface Letter {
  /** What the queue knows this receipt of the message by. */
  readonly handle: string;
  readonly body: string;
  /** Why it is there; `null` when nobody wrote that down. */
  readonly reason: string | null;
  /** When it was sent, in milliseconds since 1970. */
  readonly sentAt: number;
}

/** A queue of dead letters. */
export interface LetterBox {
  /** Takes out some letters, which nobody else is given for some minutes; none when there are no more. */
  take(): Promise<readonly Letter[]>;
  /** Deletes a letter that was taken out. */
  discard(letter: Letter): Promise<void>;
  /** Gives back a letter that was taken out. */
  putBack(letter: Letter): Promise<void>;
}

/** Accepts a letter where it was meant to go, or throws an error whose message says why not. */
export type Destination = (letter: Letter) => Promise<void>;

/** How many letters have the same reason. */
export type Reasons = ReadonlyMap<string, number>;

/** What became of the letters of a box. */
export interface RedriveReport {
  readonly moved: number;
  /** Those still in the box, by why. */
  readonly left: Reasons;
}

/** What is said of letters without a reason: those that a queue or a stream gave up on. */
export const NO_REASON = "no reason given: it failed too often, see the function's log";

/** What is said of letters that came while others were moved: most often the same ones, which failed again. */
export const CAME_BACK = "came while this ran; it may have failed again";

/** Counts the letters of a box by their reasons, and leaves them in it. */
export const survey = async (box: LetterBox): Promise<Reasons> => {
  const reasons = new Map<string, number>();
  const taken: Letter[] = [];
  for await (const letter of lettersIn(box)) {
    taken.push(letter);
    add(reasons, letter.reason ?? NO_REASON);
  }
  for (const letter of taken) await box.putBack(letter);
  return reasons;
};

/**
 * Gives each letter of a box to its destination, once, and deletes it from the box after it was accepted. What is not accepted,
 * and what came only after the start, stays.
 */
export const redrive = async (box: LetterBox, destination: Destination, clock: Clock): Promise<RedriveReport> => {
  const startedAt = clock();
  const left = new Map<string, number>();
  const kept: Letter[] = [];
  let moved = 0;
  for await (const letter of lettersIn(box)) {
    const fault = letter.sentAt >= startedAt ? CAME_BACK : await faultAt(destination, letter);
    if (fault === null) {
      await box.discard(letter);
      moved += 1;
    } else {
      kept.push(letter);
      add(left, fault);
    }
  }
  for (const letter of kept) await box.putBack(letter);
  return { moved, left };
};

const lettersIn = async function* (box: LetterBox): AsyncGenerator<Letter> {
  for (let taken = await box.take(); taken.length > 0; taken = await box.take()) yield* taken;
};

const faultAt = async (destination: Destination, letter: Letter): Promise<string | null> => {
  try {
    await destination(letter);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const add = (counts: Map<string, number>, reason: string): void => {
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
};

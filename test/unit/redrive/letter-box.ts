import type { Letter, LetterBox } from "../../../infra/redrive/redrive.ts";

/** A box of dead letters in memory, which gives out two at a time, and none that it gave out before. */
export const letterBox = (letters: readonly Partial<Letter>[]) => {
  const waiting: Letter[] = [];
  const taken = new Set<Letter>();
  const send = (letter: Partial<Letter>) => {
    waiting.push({ handle: `letter ${waiting.length}`, body: "{}", reason: null, sentAt: 0, ...letter });
  };
  for (const letter of letters) send(letter);
  const remove = (letter: Letter) => {
    if (!taken.delete(letter)) throw new Error("Only a letter that was taken out can be dealt with");
  };
  const box: LetterBox = {
    async take() {
      const some = waiting.splice(0, 2);
      for (const letter of some) taken.add(letter);
      return some;
    },
    async discard(letter) {
      remove(letter);
    },
    async putBack(letter) {
      remove(letter);
      waiting.push(letter);
    },
  };
  return {
    box,
    send,
    /** What is in the box for all to see. */
    content: (): readonly string[] => waiting.map(({ body }) => body).sort(),
    /** How many letters are out. */
    out: (): number => taken.size,
  };
};

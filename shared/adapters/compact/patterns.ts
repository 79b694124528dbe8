/** What stands in a pattern for a whole number, and for the name of the chassis. */
const NUMBER = "#";
const CHASSIS = "&";

/** The whole numbers within a text. */
const DIGIT_RUNS = /(?<!\d)(?:0|[1-9]\d{0,13})(?!\d)/g;

/** A text as what is likely to be alike elsewhere, and the numbers in it. */
interface Pattern {
  readonly pattern: string;
  readonly numbers: readonly number[];
}

/** Whether a text would be taken for a pattern of another one. */
export const isLikeAPattern = (text: string): boolean => text.includes(NUMBER) || text.includes(CHASSIS);

/** Takes the numbers and the name of the chassis out of a text. */
export const patternOf = (text: string, chassisId: string): Pattern => {
  const numbers: number[] = [];
  const pattern = text.replaceAll(chassisId, CHASSIS).replace(DIGIT_RUNS, (digits) => {
    numbers.push(Number(digits));
    return NUMBER;
  });
  return { pattern, numbers };
};

/** Puts the numbers and the name of the chassis back; `nextNumber` is asked for each number in turn. */
export const textOf = (pattern: string, chassisId: string, nextNumber: () => number): string => {
  let text = "";
  let from = 0;
  for (let at = pattern.indexOf(NUMBER); at >= 0; at = pattern.indexOf(NUMBER, from)) {
    text += pattern.slice(from, at) + nextNumber();
    from = at + 1;
  }
  text += pattern.slice(from);
  return text.includes(CHASSIS) ? text.replaceAll(CHASSIS, () => chassisId) : text;
};

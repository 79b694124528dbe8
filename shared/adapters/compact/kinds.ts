/** What a value is, for whoever has to tell it in few bits. Written as four bits; never renumbered. */
export const KIND = {
  null: 1,
  true: 2,
  false: 3,
  object: 4,
  list: 5,
  text: 6,
  number: 7,
  moment: 8,
  time: 9,
  hash: 10,
  digest: 11,
  digits: 12,
  chassis: 13,
  headerTime: 14,
  otherNumber: 15,
} as const;

/** One of these. */
export type Kind = (typeof KIND)[keyof typeof KIND];

/** How many bits tell a kind. */
export const KIND_BITS = 4;

/** Whether values of a kind are hardly ever the same as the one before. */
export const isParticular = (kind: Kind): boolean =>
  kind === KIND.time || kind === KIND.moment || kind === KIND.hash || kind === KIND.digits;

/** The kind that was written as a number. Throws a `RangeError` when there is none. */
export const kindNumbered = (number: number): Kind => {
  const kind = KINDS[number];
  if (kind === undefined) throw new RangeError(`there is no kind ${number}`);
  return kind;
};

const KINDS: readonly (Kind | undefined)[] = [undefined, ...Object.values(KIND)];

/** The characters of some kind of text, each told in so many bits. */
export interface Alphabet {
  readonly characters: string;
  readonly width: number;
  /** The value of a character by its code unit. */
  readonly values: readonly number[];
  /** How many characters there are in a text. */
  readonly length: number;
}

const alphabet = (characters: string, width: number, length: number): Alphabet => {
  const values = Array.from({ length: 128 }, (_, code) => characters.indexOf(String.fromCharCode(code)));
  return { characters, width, values, length };
};

/** A hash: twelve bytes in base64url, as collectors make them of what they received. */
export const HASH = alphabet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 6, 16);

/** The digits of a digest. */
export const HEX = alphabet("0123456789abcdef", 4, 64);

/** What a digest begins with. */
export const DIGEST_PREFIX = "sha256:";

/** The kind of a text that is neither a time nor known as a text. */
export const kindOfText = (text: string): Kind => {
  if (text.length === HASH.length && IS_HASH.test(text)) return KIND.hash;
  if (text.length === DIGEST_PREFIX.length + HEX.length && IS_DIGEST.test(text)) return KIND.digest;
  return text.length <= LONGEST_DIGITS && IS_DIGITS.test(text) ? KIND.digits : KIND.text;
};

/** The kind of a number. */
export const kindOfNumber = (number: number): Kind => {
  if (!Number.isInteger(number) || Math.abs(number) > LARGEST_NUMBER) return KIND.otherNumber;
  return number >= EARLIEST_MOMENT && number <= LATEST_MOMENT ? KIND.moment : KIND.number;
};

/** No twin has numbers beyond this; those from `EARLIEST_MOMENT` on are nearly always moments. */
const LARGEST_NUMBER = 2 ** 49;
const EARLIEST_MOMENT = 10 ** 11;
const LATEST_MOMENT = 10 ** 14;

const LONGEST_DIGITS = 14;
// A word of small letters is none, however long.
const IS_HASH = /^(?=.*[A-Z0-9_])[A-Za-z0-9_-]*$/;
const IS_DIGEST = /^sha256:[0-9a-f]*$/;
const IS_DIGITS = /^(?:0|[1-9]\d*)$/;

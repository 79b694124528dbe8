/** What stands in a skeleton where a particular was taken out. No word is one of these. */
export const PLACEHOLDER = {
  chassis: "&",
  hash: "$",
  digest: "%",
  time: "@",
  headerTime: "~",
  moment: "=",
  digits: "#",
  number: "+",
  text: "*",
} as const;

/** The whole numbers within a text. */
export const DIGIT_RUNS = /(?<!\d)(?:0|[1-9]\d{0,13})(?!\d)/g;

/** A text that would be taken for a pattern is written behind this. */
export const VERBATIM = "!";

/** Texts that would be taken for patterns. */
export const LIKE_A_PATTERN = /^!|[&#]/;

export const DIGEST_PREFIX = "sha256:";

/** Numbers up to this stay in the skeleton: flags and counters. */
export const LARGEST_INLINE = 9;

/** Numbers beyond this stay in the skeleton too: no twin has such. */
export const LARGEST_NUMBER = 2 ** 49;

/** Numbers from here on, up to `LATEST_MOMENT`, are taken for moments. */
export const EARLIEST_MOMENT = 10 ** 11;
export const LATEST_MOMENT = 10 ** 14;

/** Whether a text stays in the skeleton: the words of the vocabulary make up what is alike everywhere. */
export const isWord = (text: string): boolean => {
  if (text.length > LONGEST_WORD || !isLowerCase(text.charCodeAt(0))) return false;
  for (let index = 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (!isLowerCase(code) && code !== HYPHEN && code !== FULL_STOP) return false;
  }
  return true;
};

/** Twelve bytes in base64url, as collectors make them of what they received. */
export const isHash = (text: string): boolean => text.length === 16 && BASE64URL.test(text);

/** A digest of a file. */
export const isDigest = (text: string): boolean => text.length === 71 && DIGEST.test(text);

/** The moment of a time in the form in which times are kept; `null` of any other text. */
export const momentOfTime = (text: string): number | null => {
  if (text.length !== 24 || !TIME.test(text)) return null;
  const moment = Date.parse(text);
  // A day that its month does not have, or an hour 24, would come back as another day.
  return new Date(moment).getUTCDate() === Number(text.slice(8, 10)) ? moment : null;
};

/** What may be the time in the header of a syslog line. */
export const isHeaderTime = (text: string): boolean => text.length === 15 && HEADER_TIME.test(text);

/** A text that is a whole number. */
export const isDigits = (text: string): boolean => text.length <= LONGEST_DIGITS && DIGITS.test(text);

const LONGEST_WORD = 32;
const LONGEST_DIGITS = 14;
const HYPHEN = 45;
const FULL_STOP = 46;
const isLowerCase = (code: number): boolean => code >= 97 && code <= 122;
const BASE64URL = /^[A-Za-z0-9_-]*$/;
const DIGEST = /^sha256:[0-9a-f]*$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const HEADER_TIME = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d$/;
const DIGITS = /^(?:0|[1-9]\d*)$/;

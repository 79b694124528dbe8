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

/** Words stay in the skeleton: those of the vocabulary make up what is alike everywhere. */
export const WORD = /^[a-z][a-z.-]{0,31}$/;

/** Twelve bytes in base64url, as collectors make them of what they received. */
export const HASH = /^[A-Za-z0-9_-]{16}$/;

/** A digest of a file. */
export const DIGEST = /^sha256:[0-9a-f]{64}$/;
export const DIGEST_PREFIX = "sha256:";

/** A time in the form in which times are kept. */
export const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** What may be the time in the header of a syslog line. */
export const HEADER_TIME = /^[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2}$/;

/** A text that is a whole number. */
export const DIGITS = /^(?:0|[1-9]\d{0,13})$/;

/** The whole numbers within a text. */
export const DIGIT_RUNS = /(?<!\d)(?:0|[1-9]\d{0,13})(?!\d)/g;

/** A text that would be taken for a pattern is written behind this. */
export const VERBATIM = "!";

/** Texts that would be taken for patterns. */
export const LIKE_A_PATTERN = /^!|[&#]/;

/** Numbers up to this stay in the skeleton: flags and counters. */
export const LARGEST_INLINE = 9;

/** Numbers beyond this stay in the skeleton too: no twin has such. */
export const LARGEST_NUMBER = 2 ** 49;

/** Numbers from here on, up to `LATEST_MOMENT`, are taken for moments. */
export const EARLIEST_MOMENT = 10 ** 11;
export const LATEST_MOMENT = 10 ** 14;

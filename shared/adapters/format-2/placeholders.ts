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

/** A text that would be taken for a pattern was written behind this. */
export const VERBATIM = "!";

export const DIGEST_PREFIX = "sha256:";

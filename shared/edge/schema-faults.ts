import * as z from "zod/mini";
import type { InputFault } from "../domain/errors.ts";

/** One sender's mistake repeated a thousand times is told often enough by this many. */
const MOST_FAULTS_TOLD = 20;

/** How to parse input from outside, so that `faultsIn` can tell the sender in plain words what is wrong. */
export const IN_PLAIN_WORDS = {
  reportInput: true,
  error: (issue: z.core.$ZodRawIssue): string | undefined => inPlainWords(issue),
} as const;

/** What a schema found wrong, as faults under `pointer`; of very many the first ones and their number. */
export const faultsIn = (error: z.core.$ZodError, pointer = ""): readonly InputFault[] => {
  const all = error.issues.flatMap((issue) =>
    pathsOf(issue).map((path) => ({
      pointer: pointerTo(path, pointer),
      detail: issue.input === undefined ? "is required" : issue.message,
    })),
  );
  const faults = all.slice(0, MOST_FAULTS_TOLD);
  const untold = all.length - faults.length;
  return untold > 0 ? [...faults, { pointer, detail: `and ${untold} more like these` }] : faults;
};

/** The JSON Pointer (RFC 6901) to what `path` leads to, below `from`. */
export const pointerTo = (path: readonly PropertyKey[], from = ""): string =>
  from + path.map((name) => `/${String(name).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

// A member that nobody knows is the fault, not the object that has it.
const pathsOf = (issue: z.core.$ZodIssue): readonly (readonly PropertyKey[])[] =>
  issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

const inPlainWords = (issue: z.core.$ZodRawIssue): string | undefined => {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${withArticle(issue.expected)}`;
    case "invalid_value":
      return `must be ${anyOf(issue.values.map(String))}`;
    case "invalid_format":
      return issue.pattern === undefined ? undefined : `must match ${issue.pattern}`;
    case "invalid_union":
      return [...new Set(issue.errors.flat().map(({ message }) => message))].join(" or ");
    case "too_small":
      return issue.origin === "string"
        ? "must not be empty"
        : `must be ${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`;
    case "too_big":
      return `must ${issue.origin === "array" ? "have" : "be"} at most ${issue.maximum}${UNITS.get(issue.origin) ?? ""}`;
    case "unrecognized_keys":
      // Not `z.core.$ZodObject`: a bundle that uses a member of `core` has all of it, and texts in every language.
      return issue.inst instanceof z.ZodMiniObject ? aboutUnknown(Object.keys(issue.inst.shape)) : undefined;
    default:
      return undefined;
  }
};

/** What to tell of a name that is none of those known. */
export const aboutUnknown = (known: readonly string[]): string => `is unknown; there are ${known.join(", ")}`;

const UNITS = new Map([
  ["string", " characters"],
  ["array", " items"],
]);

const withArticle = (name: string): string =>
  name === "int" ? "a whole number" : `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}`;

const anyOf = (values: readonly string[]): string =>
  values.length > 2 ? `one of ${values.join(", ")}` : values.join(" or ");

import type { Logger } from "@aws-lambda-powertools/logger";

const LONGEST_REASON = 500;

/** Tells the operator something in one line on the error output, with the failure that caused it if there was one. */
export const tellOperator = (what: string, failure?: unknown): void => {
  const why = failure === undefined ? "" : `: ${reasonOf(failure)}`;
  process.stderr.write(`chassis-twin: ${what}${why}\n`);
};

/** A failure and what caused it, in one line. */
export const reasonOf = (failure: unknown): string => {
  const reasons: string[] = [];
  for (let at = failure; at !== undefined; at = at instanceof Error ? at.cause : undefined) {
    reasons.push(at instanceof Error ? at.message || at.name : String(at));
  }
  return reasons.join(": ").replace(/\s+/g, " ").trim().slice(0, LONGEST_REASON);
};

/** The log of the functions, for an operator who sits before it: failures only, in one line each. */
export const failureLog: Pick<Logger, "error" | "warn"> = {
  error: (input, ...[extra]) => {
    const what = typeof input === "string" ? input : input.message;
    if (typeof extra !== "object" || extra instanceof Error) return tellOperator(what, extra);
    const { error, ...details } = extra;
    const where = Object.entries(details).map(([name, value]) => `${name} ${value}`);
    tellOperator(where.length === 0 ? what : `${what} (${where.join(", ")})`, error);
  },
  warn: () => undefined,
};

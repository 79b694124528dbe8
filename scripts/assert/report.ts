import type { Schemas } from "../../client/client.ts";
import { LINE_WIDTH, wrap } from "../../infra/embedded/demo/table.ts";

type Result = Schemas["AssertionResult"];
type Failure = Result["failures"][number];
type Filters = Failure["actual"];

/** What came of assertions, for people: each with its counts, and the chassis that fail with their reasons. */
export const renderReport = ({ results }: Schemas["AssertionResults"]): string => {
  const failed = results.filter(({ passed }) => !passed).length;
  const summary = `${results.length - failed} passed, ${failed} failed`;
  return [...results.flatMap(resultLines), summary].map((line) => `${line}\n`).join("");
};

const resultLines = ({ name, passed, checked, failed, failures }: Result): readonly string[] => {
  const counts = passed ? `${checked} checked` : `${failed} of ${checked} fail`;
  const untold = failed - failures.length;
  return [
    ...indented(`${passed ? "pass" : "FAIL"}  ${name} (${counts})`, "", "      "),
    ...failures.flatMap(failureLines),
    ...(untold > 0 ? [`      and ${untold} more`] : []),
  ];
};

const failureLines = ({ chassisId, expected, forbidden, actual, reasons }: Failure): readonly string[] => {
  const found = wordsOf(actual) || "as it must not be";
  const terms = [
    ...(Object.keys(expected).length > 0 ? [`expected ${wordsOf(expected)}`] : []),
    ...(forbidden === undefined ? [] : [`forbidden ${wordsOf(forbidden)}`]),
  ];
  return [
    ...indented(`${chassisId}: ${found}; ${terms.join("; ")}`, "      ", "        "),
    ...reasons.flatMap(({ message }) => indented(message, "        - ", "          ")),
  ];
};

const wordsOf = (filters: Filters): string =>
  Object.entries(filters)
    .map(([name, value]) => `${name} ${[value].flat().join(" or ") || "none"}`)
    .join(", ");

/** A text in lines no longer than a terminal's, unless a word is. */
const indented = (text: string, first: string, others: string): readonly string[] =>
  wrap(text, LINE_WIDTH - others.length).map((line, index) => (index === 0 ? first : others) + line);

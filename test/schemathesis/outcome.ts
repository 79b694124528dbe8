import * as z from "zod";

const Report = z.object({
  complete: z.boolean(),
  test_cases: z.object({ generated: z.int(), with_failures: z.int(), without_checks: z.int(), errored: z.int() }),
  failures: z.array(z.unknown()),
  errors: z.array(z.unknown()),
});

/** What came of a run, under the names that Jest's report has for it. */
export interface Outcome {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** The outcome that a report of schemathesis tells; a run that left none has failed as a whole. */
export const outcomeOf = (report: string | null): Outcome => {
  if (!report) return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  const { complete, test_cases: cases, failures, errors } = Report.parse(JSON.parse(report));
  return {
    numPassedTests: cases.generated - cases.with_failures - cases.without_checks - cases.errored,
    numFailedTests: Math.max(cases.with_failures, failures.length),
    numRuntimeErrorTestSuites: errors.length + (complete ? 0 : 1),
  };
};

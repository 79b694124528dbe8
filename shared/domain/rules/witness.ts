import type { RecentReport, TwinState } from "../state.ts";
import { isWithin, noEffect, type Outcome, type Step, since } from "../step.ts";
import type { SyncMode } from "../vocabulary.ts";

/** How many of the last reports are remembered. */
const REPORT_LIMIT = 8;

/** What tells reports of one kind of fact apart. */
export interface Particulars {
  readonly revision?: number | undefined;
  readonly digest?: string | undefined;
  readonly mode?: SyncMode | undefined;
}

/**
 * P1: the same fact from another reporter, within the witness time and one boot epoch, is one fact with one more
 * witness; from the same reporter it is a new one. Answers the outcome for a witness, or `null` [I].
 */
export const witnessed = (step: Step, fact: string, { revision, digest, mode }: Particulars = {}): Outcome | null => {
  const { state, profile, reporter } = step;
  const recent = state.recentReports.filter(({ at }) => isWithin(step, profile.witnessSeconds, at));
  const particulars = { revision: revision ?? null, digest: digest ?? null, mode: mode ?? null };
  const first = recent.find((report) => isSameFact(report, fact, particulars) && !report.reporters.includes(reporter));
  const report =
    first === undefined
      ? { ...since(step), ...particulars, fact, reporters: [reporter] }
      : { ...first, ...completed(first, particulars), reporters: [...first.reporters, reporter] };
  state.recentReports = [...recent.filter((other) => other !== first), report].slice(-REPORT_LIMIT);
  return first === undefined ? null : noEffect("another report had said the same", first);
};

/** What comes now is no witness of earlier facts of these kinds any more. */
export const forgetReports = (state: TwinState, ...facts: readonly string[]): void => {
  state.recentReports = state.recentReports.filter(({ fact }) => !facts.includes(fact));
};

/** What a report names of a fact; `null` is not named. */
type Named = Pick<RecentReport, "revision" | "digest" | "mode">;

/** What a witness names that the first report did not: later reports that name another tell another fact. */
const completed = (first: Named, witness: Named): Named => ({
  revision: first.revision ?? witness.revision,
  digest: first.digest ?? witness.digest,
  mode: first.mode ?? witness.mode,
});

const isSameFact = (report: RecentReport, fact: string, { revision, digest, mode }: Named): boolean =>
  report.fact === fact &&
  mayBeSame(report.revision, revision) &&
  mayBeSame(report.digest, digest) &&
  mayBeSame(report.mode, mode);

const mayBeSame = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b;

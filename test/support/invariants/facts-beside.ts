import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import type { Twin } from "../../../shared/domain/twin.ts";

/** Findings and reasons that a report may open or close though it changes nothing of the chassis. */
const ABOUT_REPORTS = new Set(["contradictory-report", "silent", "missed-event"]);

const isAboutChassis = ({ code }: { readonly code: string }): boolean => !ABOUT_REPORTS.has(code);

/**
 * The facts of a twin as text, to compare: all but what every event changes, what is only about reports, and what a
 * further witness of the last switchover adds to it.
 */
export const factsBeside = (twin: Twin): string => {
  const { revision: _, lastEventAt: __, asOf: ___, expectations: ____, retired: _____, ...facts } = twin;
  const { ready: ______, last, reasons, ...switchover } = twin.switchover;
  const { confirmedBy: _______, cause: ________, ...lastSwitchover } = last ?? { confirmedBy: [], cause: "unknown" };
  return canonicalJson({
    ...facts,
    switchover: { ...switchover, ...lastSwitchover, reasons: reasons.filter(isAboutChassis) },
    findings: twin.findings.filter(isAboutChassis),
  });
};

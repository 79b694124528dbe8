import type { Severity } from "../vocabulary.ts";
import {
  bootCodeMismatch,
  bootOverdue,
  bootSourceFallback,
  imageSuspect,
  runningVersionMismatch,
} from "./code-findings.ts";
import type { FindingRule } from "./finding-rule.ts";
import { contradictoryReport, interfaceModuleOutOfSync, missedEvent, silent } from "./report-findings.ts";
import {
  bootSourceMissing,
  headless,
  noActive,
  roleNotDefault,
  splitBrain,
  standbyMissing,
  standbyNotReady,
  standbyPortDown,
} from "./role-findings.ts";
import {
  codeMismatch,
  configLossPossible,
  configLost,
  configMismatch,
  syncAborted,
  syncOverdue,
  syncStale,
} from "./sync-findings.ts";

/** Every finding there is, the most severe first. */
export const FINDING_RULES: readonly FindingRule[] = [
  noActive,
  headless,
  splitBrain,
  imageSuspect,
  standbyMissing,
  standbyNotReady,
  standbyPortDown,
  codeMismatch,
  configMismatch,
  bootCodeMismatch,
  syncStale,
  syncAborted,
  syncOverdue,
  bootOverdue,
  configLossPossible,
  configLost,
  bootSourceMissing,
  interfaceModuleOutOfSync,
  contradictoryReport,
  silent,
  runningVersionMismatch,
  bootSourceFallback,
  missedEvent,
  roleNotDefault,
];

/** How severe a finding is, by its code. */
export const SEVERITIES: ReadonlyMap<string, Severity> = new Map(
  FINDING_RULES.map(({ code, severity }) => [code, severity]),
);

/** The codes of all findings. */
export const FINDING_CODES: readonly string[] = FINDING_RULES.map(({ code }) => code);

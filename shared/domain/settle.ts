import { isSame } from "./equality.ts";
import {
  bootSourceOf,
  isStandbyReady,
  knownFinding,
  mayBeSame,
  redundancyOf,
  runningStandby,
  syncStatusOf,
} from "./facts.ts";
import { FINDING_RULES } from "./findings/catalogue.ts";
import type { Sighting } from "./findings/finding-rule.ts";
import { settleRunningConfig } from "./rules/synchronization.ts";
import type { BasisPointer, FileFacts, ModuleFacts, OpenFinding, TwinState } from "./state.ts";
import { isWithin, type Step, since } from "./step.ts";
import { MANAGEMENT_SLOTS } from "./vocabulary.ts";

/** What is compared before and after a step, to know what it changed. */
export interface Snapshot {
  readonly basis: Readonly<Record<BasisPointer, string>>;
  readonly lead: string;
}

/** Takes down the twin's main fields before a step. */
export const snapshotOf = (state: TwinState): Snapshot => ({
  basis: {
    "/activeSlot": `${state.activeSlot} ${state.activeConfidence}`,
    "/redundancy": redundancyOf(state),
    "/sync": syncStatusOf(state),
    "/bootSource": `${bootSourceOf(state)}`,
    "/modules/M1/role": stateOfModule(state.modules.M1),
    "/modules/M2/role": stateOfModule(state.modules.M2),
  },
  lead: `${state.phase} ${state.activeSlot}`,
});

const stateOfModule = ({ presence, status, role, standbyState }: ModuleFacts): string =>
  `${presence} ${status} ${role} ${standbyState}`;

/** Draws the conclusions of a step: what follows from the facts, since when, by which evidence, and which findings. */
export const settle = (step: Step, before: Snapshot): void => {
  const { state } = step;
  settleStandbyState(step);
  settleRunningConfig(step);
  settleKnownDifferences(state);
  settleStandbyState(step);
  followRecovery(step);
  const after = snapshotOf(state);
  noteChanges(step, before, after);
  if (before.lead !== after.lead) state.transitionAt = step.at;
  state.recentReports = state.recentReports.filter(({ at }) => isWithin(step, step.profile.witnessSeconds, at));
  settleFindings(step);
};

/** T4, T6: a standby that has reported ready is ready but while an unconditional copy runs to it [R]. */
const settleStandbyState = ({ state, at }: Step): void => {
  const slot = runningStandby(state);
  if (slot === null) {
    state.standbyReadySince = null;
    return;
  }
  const module = state.modules[slot];
  const { flashCode, systemConfig } = state.files;
  const isCopying = [flashCode, systemConfig].some(
    ({ transfer, mode }) => transfer !== null && mode === "unconditional",
  );
  if (isCopying) module.standbyState = "sync";
  else if (module.readyReported) module.standbyState = "ready";
  state.standbyReadySince = module.standbyState === "ready" ? (state.standbyReadySince ?? at) : null;
};

/** After a switchover, until a cold start: when the other module is back, in sync, and ready to take over. */
const followRecovery = ({ state, at }: Step): void => {
  const { lastSwitchover: last, coldStart } = state;
  const isOver = last === null || last.readyAt !== null || (coldStart !== null && coldStart.at > last.at);
  if (isOver || state.phase !== "up" || state.activeSlot !== last.to) return;
  const backAt = last.backAt ?? (runningStandby(state) === null ? null : at);
  const inSyncAt = last.inSyncAt ?? (syncStatusOf(state) === "in-sync" ? at : null);
  const readyAt = isStandbyReady(state) ? at : null;
  if (backAt !== last.backAt || inSyncAt !== last.inSyncAt || readyAt !== null) {
    state.lastSwitchover = { ...last, backAt, inSyncAt, readyAt };
  }
};

/**
 * P19, V6: versions or revisions that are known to differ make a file different, unless a copy runs. While it is not
 * known who is active, it is not known either what they should be [I].
 */
const settleKnownDifferences = (state: TwinState): void => {
  const { M1, M2 } = state.modules;
  const status = runningStandby(state) === null ? "unknown" : "different";
  settleDifference(state.files.flashCode, differInCode(M1, M2), status);
  settleDifference(state.files.systemConfig, !mayBeSame(M1.systemConfig, M2.systemConfig), status);
  if (state.uncopied.length === 0) {
    settleDifference(state.files.runningConfig, !mayBeSame(M1.runningConfig, M2.runningConfig), status);
  }
};

const settleDifference = (facts: FileFacts, isDifferent: boolean, status: FileFacts["status"]): void => {
  if (isDifferent && (facts.status === "in-sync" || facts.status === "unknown")) facts.status = status;
  else if (!isDifferent && facts.status === "different" && facts.comparedDifferent === null) facts.status = "unknown";
};

const differInCode = ({ versions: a }: ModuleFacts, { versions: b }: ModuleFacts): boolean =>
  areUnequal(a.primary, b.primary) || areUnequal(a.secondary, b.secondary) || areUnequal(a.monitor, b.monitor);

const areUnequal = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b;

const POINTERS: readonly BasisPointer[] = [
  "/activeSlot",
  "/redundancy",
  "/sync",
  "/bootSource",
  "/modules/M1/role",
  "/modules/M2/role",
];

const noteChanges = (step: Step, before: Snapshot, after: Snapshot): void => {
  const { state } = step;
  for (const pointer of POINTERS) {
    if (before.basis[pointer] !== after.basis[pointer]) state.basis[pointer] = since(step);
  }
  for (const slot of MANAGEMENT_SLOTS) {
    const pointer: BasisPointer = `/modules/${slot}/role`;
    if (before.basis[pointer] !== after.basis[pointer]) state.modules[slot].changedAt = step.at;
  }
};

/** Findings open with the step after which their rule first sees them, and close with the one after which it does not. */
const settleFindings = ({ state, profile, at, evidence }: Step): void => {
  const findings: OpenFinding[] = [];
  for (const { code, see } of FINDING_RULES) {
    for (const sighting of see(state, at, profile)) {
      const about = sighting.about ?? null;
      findings.push(openedBy(sighting, knownFinding(state, code, about) ?? { code, about, at, evidence }));
    }
  }
  if (!isSame(findings, state.findings)) state.findings = findings;
};

/** A finding as a rule sees it now; the one that is known, unless something of it is new. */
const openedBy = (sighting: Sighting, known: OpenFinding): OpenFinding => {
  const { since: at = known.at, evidence = known.evidence } = sighting;
  return at === known.at && isSame(evidence, known.evidence) ? known : { ...known, at, evidence };
};

import { isSame } from "../equality.ts";
import type { EventOf, ObservedModule } from "../events.ts";
import { activeModule, isRunning, mayBeSame, runningStandby } from "../facts.ts";
import { type Moment, type TwinState, workingCopy } from "../state.ts";
import { applied, contradict, noEffect, type Outcome, quarantine, type Step, since } from "../step.ts";
import { isManagementSlot, type ManagementSlot, otherSlot } from "../vocabulary.ts";
import { changeInterfaceModule } from "./interface-modules.ts";
import { moduleBooted, moduleBooting } from "./module-boot.ts";
import { loseModule } from "./module-loss.ts";
import { observeFiles } from "./observed-files.ts";
import { type Observation, observeRoles, type Row } from "./observed-roles.ts";
import { changeRunningConfig, decideLoss } from "./running-config.ts";
import { countAsBooted, reportReady } from "./standby-ready.ts";
import type { Particulars } from "./witness.ts";

/**
 * T21: a poll, or what an operator saw: slot by slot its newer facts replace older ones; impossible rows are set aside
 * one by one (P15). A slot without a row says nothing (P14) [R/I].
 */
export const chassisObserved = (step: Step, { type, data }: EventOf<"chassis.observed">): Outcome => {
  const { state } = step;
  const before = workingCopy(state);
  const startedAt = Math.min(Date.parse(data.startedAt), step.at);
  const rows = data.modules.filter((row): row is Row => isManagementSlot(row.slot));
  const possible = rows.filter((row) => isPossible(row, rows)).map(withoutVacatedRole);
  const observation: Observation = {
    startedAt,
    isFresh: startedAt > (state.transitionAt ?? Number.NEGATIVE_INFINITY),
    rows: possible,
    isNewsOf: newsFilter(step, startedAt),
  };
  const impossible = rows.length - possible.length + observeInterfaces(step, data.modules);
  promiseNext(step, data.nextWithinSeconds);
  state.managementAddress = data.managementAddress ?? state.managementAddress;
  const emptied = possible.filter((row) => !observeLoss(step, observation, row)).length;
  observeRoles(step, observation, type);
  const exchanged = possible.filter((row) => observeModule(step, observation, row));
  if (exchanged.length === 0) for (const row of possible) observeStandbyState(step, observation, row);
  if (observation.isFresh && state.phase !== "disputed") observeRunningConfig(step, data.runningConfig);
  return conclude(step, {
    startedAt,
    possible: possible.length,
    doubtful: impossible + emptied,
    isImpossible: impossible > 0 && impossible === data.modules.length,
    before,
  });
};

/** P14: the observation may promise the next one; any observation keeps the promise of the one before. */
const promiseNext = (step: Step, seconds: number | undefined): void => {
  step.state.observationDue =
    seconds === undefined
      ? null
      : { ...since(step), dueAt: step.at + Math.round(seconds * step.profile.silenceFactor * 1000) };
};

/** P15: rows that no chassis can show: a role in an empty slot, `other` or a ready active, two rows of one slot. */
const isPossible = ({ slot, status, role, standbyState }: Row, rows: readonly Row[]): boolean =>
  !(status === "empty" && (role !== undefined || standbyState !== undefined)) &&
  role !== "other" &&
  !(role === "active" && standbyState !== undefined) &&
  rows.filter((row) => row.slot === slot).length === 1;

/**
 * T22: the role of a module that does not run is about to be vacated, or not taken up yet: its status counts; and one
 * whose role is crashed or coming-up does not run, whatever its status says [R].
 */
const withoutVacatedRole = (row: Row): Row => {
  const { status, role, standbyState: _, ...rest } = row;
  if (role === "crashed" || role === "coming-up") {
    return { ...rest, status: role === "coming-up" ? "coming-up" : "bad" };
  }
  return status === undefined || status === "running" ? row : { ...rest, status };
};

/** P13: rows of interface modules; one with a management role is impossible. Answers how many were. */
const observeInterfaces = (step: Step, rows: readonly ObservedModule[]): number => {
  let impossible = 0;
  for (const { slot, role, status } of rows) {
    if (isManagementSlot(slot)) continue;
    if (role !== undefined && role !== "other") impossible += 1;
    else if (status !== undefined) changeInterfaceModule(step, slot, { status });
  }
  return impossible;
};

const newsFilter = ({ state }: Step, startedAt: Moment): ((slot: ManagementSlot) => boolean) => {
  const changedAt = { M1: state.modules.M1.changedAt, M2: state.modules.M2.changedAt };
  return (slot) => startedAt > (changedAt[slot] ?? Number.NEGATIVE_INFINITY);
};

/** T22, P15: rows that show a module lost. Answers false for a first empty row of a running module, not yet believed. */
const observeLoss = (step: Step, observation: Observation, row: Row): boolean => {
  const { slot, status } = row;
  const module = step.state.modules[slot];
  if (!observation.isNewsOf(slot)) return true;
  if (status === "empty") {
    if (isRunning(step.state, slot) && module.shownEmpty === null) {
      module.shownEmpty = since(step);
      return false;
    }
    loseModule(step, { slot, status, cause: "active-removed" });
  } else if (status === "coming-up") {
    if (slot !== step.state.activeSlot || !showsTakeover(observation)) moduleBooting(step, slot);
  } else if (status !== undefined && status !== "running") {
    loseModule(step, { slot, status, cause: "active-failed" });
  } else {
    module.shownEmpty = null;
  }
  return true;
};

/**
 * T21, P3, P12, P19: what a row says of its module beside its role; serials and versions count even when it began early.
 * Answers whether it revealed an exchange of the module.
 */
const observeModule = (step: Step, { startedAt, isNewsOf }: Observation, row: Row): boolean => {
  const { state } = step;
  const { slot } = row;
  const { exchangedAt } = state.modules[slot];
  const isOfThisModule = startedAt > (exchangedAt ?? Number.NEGATIVE_INFINITY);
  if (row.status === "empty" || !isOfThisModule) return false;
  if (isNewsOf(slot)) observeRunning(step, row);
  return state.modules[slot].presence !== "absent" && observeFiles(step, row);
};

/** T11: an old active reboots after every switchover, so that alone is no loss when the other is seen active [R]. */
const showsTakeover = ({ isFresh, rows }: Observation): boolean =>
  isFresh && rows.some(({ role }) => role === "active");

const observeRunning = (step: Step, { slot, status, role }: Row): void => {
  const { state } = step;
  const isStandby = role === "standby" && state.activeSlot === otherSlot(slot) && state.phase !== "disputed";
  if (isStandby) countAsBooted(step, slot);
  else if (status === "running" && !isRunning(state, slot)) moduleBooted(step, { slot });
  else if (role !== undefined && state.modules[slot].presence !== "present") {
    Object.assign(state.modules[slot], { presence: "present", status: null });
  }
};

/** T4: the standby's own word for its progress; the word ready presumes the files copied [I]. */
const observeStandbyState = (step: Step, { startedAt, isNewsOf }: Observation, { slot, standbyState }: Row): void => {
  if (!isNewsOf(slot) || runningStandby(step.state) !== slot) return;
  const module = step.state.modules[slot];
  if (standbyState === "ready") {
    reportReady(step, slot, startedAt);
  } else if (standbyState !== undefined && module.standbyState === "ready") {
    module.readyReported = false;
    module.standbyState = standbyState;
  } else if (standbyState !== undefined && !module.readyReported) {
    module.standbyState = standbyState;
  }
};

/** P17, T7: the active's running-config as observed: it decides what was in doubt, and may show an unseen change. */
const observeRunningConfig = (step: Step, observed: Particulars | undefined): void => {
  const { state } = step;
  const active = activeModule(state);
  if (observed === undefined || active === null) return;
  const contents = { revision: observed.revision ?? null, digest: observed.digest ?? null };
  decideLoss(step, contents);
  const known = active.runningConfig;
  if (!mayBeSame(known, contents)) changeRunningConfig(step, active, contents);
  else {
    active.runningConfig = {
      revision: contents.revision ?? known.revision,
      digest: contents.digest ?? known.digest,
    };
  }
};

interface Conclusion {
  readonly startedAt: Moment;
  /** Rows of management modules that may be so. */
  readonly possible: number;
  /** Rows that are set aside, or not believed yet. */
  readonly doubtful: number;
  readonly isImpossible: boolean;
  readonly before: TwinState;
}

const conclude = (step: Step, { startedAt, possible, doubtful, isImpossible, before }: Conclusion): Outcome => {
  const { contradiction } = step.state;
  if (doubtful === 0 && possible > 0 && contradiction !== null && startedAt > contradiction.latest) {
    step.state.contradiction = null;
  }
  const isNews = !isSame(factsOf(before), factsOf(step.state));
  if (isImpossible && !isNews) return quarantine(step, "no chassis can show rows like these");
  if (doubtful > 0) contradict(step);
  return isNews || doubtful > 0 ? applied : noEffect("everything it shows was known", step.state.basis["/activeSlot"]);
};

/** What of the state an observation may change. That it names roles, and promises the next one, is no news of the chassis. */
const factsOf = ({ observationDue: _due, roleReportedAt: _reported, basis: _rests, ...facts }: TwinState) => facts;

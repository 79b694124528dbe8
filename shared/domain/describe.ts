import { deadlinesOf } from "./deadlines.ts";
import {
  bootSourceOf,
  isSyncApplicable,
  knownFinding,
  redundancyOf,
  savedDefaultSlot,
  syncPeriodSeconds,
  syncStatusOf,
} from "./facts.ts";
import { FINDING_RULES } from "./findings/catalogue.ts";
import { BIGIRON_RX, type DeviceProfile } from "./profile.ts";
import { reloadReasons, switchoverReasons } from "./readiness.ts";
import type { FileFacts, ModuleFacts, Moment, Switchover, TwinState } from "./state.ts";
import { optionalTimestamp, timestamp } from "./timestamp.ts";
import type { Expectation, Finding, Provenance, Twin } from "./twin.ts";

/** What is to be described: the state at a moment, deadlines up to which have passed. */
export interface Description {
  readonly chassisId: string;
  readonly state: TwinState;
  /** Distinct events known. */
  readonly revision: number;
  readonly asOf: Moment;
}

/** The events on which the main fields of a twin rest, and each finding, by JSON Pointer into it. */
export const provenanceOf = (state: TwinState, { findings }: Twin): Provenance => ({
  ...Object.fromEntries(Object.entries(state.basis).map(([pointer, { evidence }]) => [pointer, [...evidence]])),
  ...Object.fromEntries(findings.map(({ evidence }, index) => [`/findings/${index}`, evidence])),
});

/** The twin as a reader sees it. */
export const describeTwin = (
  { chassisId, state, revision, asOf }: Description,
  profile: DeviceProfile = BIGIRON_RX,
): Twin => {
  const findings = openFindings(state, asOf, profile).map(({ finding }) => finding);
  const switchover = switchoverReasons(state, findings, profile);
  const reload = reloadReasons(findings);
  return {
    chassisId,
    profile: profile.name,
    asOf: timestamp(asOf),
    lastEventAt: optionalTimestamp(state.lastEventAt),
    revision,
    ...(state.retired ? { retired: true } : {}),
    activeSlot: state.activeSlot,
    activeConfidence: state.activeConfidence,
    redundancy: redundancyOf(state),
    forwarding: forwardingOf(state, asOf, profile),
    startKind: state.startKind,
    bootEpoch: state.bootEpoch,
    bootSource: bootSourceOf(state),
    configuration: {
      defaultActiveSlot: state.settings.defaultActiveSlot ?? profile.defaultActiveSlot,
      savedDefaultActiveSlot: savedDefaultSlot(state, profile),
      syncPeriodSeconds: syncPeriodSeconds(state, profile),
      bootOrder: [...state.bootOrder],
    },
    sync: describeSync(state),
    switchover: {
      ready: switchover.length === 0,
      reasons: switchover,
      count: state.switchoverCount,
      last: describeLastSwitchover(state),
    },
    reload: { safe: reload.length === 0, reasons: reload },
    management: {
      slot: state.activeSlot,
      address: state.managementAddress,
      macEpoch: state.macEpoch,
      sessions: state.sessions.map(({ sessionId, kind, peerAddress, since }) => ({
        sessionId,
        kind,
        peerAddress,
        since: timestamp(since),
      })),
    },
    modules: { M1: describeModule(state.modules.M1), M2: describeModule(state.modules.M2) },
    interfaceModules: Object.fromEntries(
      Object.entries(state.interfaceModules)
        .sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
        .map(([slot, { status, inSync }]) => [slot, { status, inSync }]),
    ),
    findings,
    expectations: state.retired ? [] : expectationsOf(state, profile),
  };
};

/** A finding, and what tells it apart from others of its code: the slot or the file that it is about. */
export interface FindingAbout {
  readonly about: string | null;
  readonly finding: Finding;
}

/** The findings that are open, the most severe first. */
export const openFindings = (state: TwinState, at: Moment, profile: DeviceProfile = BIGIRON_RX): FindingAbout[] => {
  if (state.retired) return [];
  return FINDING_RULES.flatMap(({ code, severity, see }) =>
    see(state, at, profile).map(({ slots, file, message, about = null }) => {
      const known = knownFinding(state, code, about);
      const since = timestamp(known?.at ?? at);
      const evidence = [...(known?.evidence ?? [])];
      const subject = { slots: [...slots], ...(file === undefined ? {} : { file }) };
      return { about, finding: { code, severity, ...subject, since, message, evidence } };
    }),
  );
};

const expectationsOf = (state: TwinState, profile: DeviceProfile): Expectation[] =>
  deadlinesOf(state, profile)
    .filter(({ isExpectation }) => isExpectation)
    .map(({ code, dueAt, cause, slot, file }) => ({
      code,
      dueAt: timestamp(dueAt),
      since: timestamp(cause.at),
      ...(slot === undefined ? {} : { slot }),
      ...(file === undefined ? {} : { file }),
    }));

/** T16, T17: interface modules forward on their own for a while when no management module is left. */
const forwardingOf = (
  { activeSlot, phase, headless }: TwinState,
  at: Moment,
  { managementAbsenceSeconds }: DeviceProfile,
): Twin["forwarding"] => {
  if (activeSlot !== null) return "normal";
  if (phase !== "no-management-module" || headless === null) return "unknown";
  return at >= headless.at + managementAbsenceSeconds * 1000 ? "down" : "headless";
};

const describeSync = (state: TwinState): Twin["sync"] => {
  const applies = isSyncApplicable(state);
  return {
    status: syncStatusOf(state),
    flashCode: describeFile(state.files.flashCode, applies),
    systemConfig: describeFile(state.files.systemConfig, applies),
    runningConfig: describeFile(state.files.runningConfig, applies),
  };
};

const describeFile = (facts: FileFacts, applies: boolean): Twin["sync"]["flashCode"] =>
  applies
    ? {
        status: facts.status,
        mode: facts.mode,
        from: facts.from,
        to: facts.to,
        comparedAt: optionalTimestamp(facts.comparedAt),
        syncedAt: optionalTimestamp(facts.syncedAt),
      }
    : { status: "not-applicable", mode: null, from: null, to: null, comparedAt: null, syncedAt: null };

const describeLastSwitchover = ({ lastSwitchover }: TwinState): Twin["switchover"]["last"] =>
  lastSwitchover && describeSwitchover(lastSwitchover);

/** A switchover as readers of a twin see it. */
export const describeSwitchover = ({ from, to, cause, at, approximate, confirmedBy }: Switchover) => ({
  from,
  to,
  cause,
  at: timestamp(at),
  approximate,
  confirmedBy: [...confirmedBy],
});

const describeModule = (facts: ModuleFacts): Twin["modules"]["M1"] => ({
  presence: facts.presence,
  serialNumber: facts.serialNumber,
  status: facts.status,
  role: facts.role,
  standbyState: facts.standbyState,
  bootedFrom: facts.bootedFrom,
  versions: { ...facts.versions },
  integrity: facts.integrity,
  systemConfig: { ...facts.systemConfig },
  runningConfig: { ...facts.runningConfig },
  cards: { ...facts.cards },
  managementPort: facts.managementPort,
  bootedAt: optionalTimestamp(facts.bootedAt),
});

import { activeModule } from "../facts.ts";
import type { ModuleFacts, TwinState } from "../state.ts";
import type { Twin } from "../twin.ts";
import type { Impact, RecoveryTime } from "./prospect.ts";

/** A twin, and the state that it describes. */
export interface Described {
  readonly state: TwinState;
  readonly twin: Twin;
}

/** The impact of what leads from one twin to another. */
export const impactOf = (before: Described, after: Described, recovery: RecoveryTime): Impact => {
  const survivor = activeModule(after.state);
  const isColdStart = after.twin.bootEpoch > before.twin.bootEpoch;
  const serviceLoss = isColdStart || (before.twin.activeSlot !== null && after.twin.activeSlot === null);
  const open = new Set(after.twin.management.sessions.map(({ sessionId }) => sessionId));
  return {
    switchover:
      !isColdStart &&
      before.twin.activeSlot !== null &&
      after.twin.activeSlot !== null &&
      before.twin.activeSlot !== after.twin.activeSlot,
    sessionsClosed: before.twin.management.sessions.filter(({ sessionId }) => !open.has(sessionId)).length,
    bootSource: survivor?.bootedFrom ?? null,
    runningVersion: survivor === null ? null : isColdStart ? codeToBoot(survivor) : survivor.versions.running,
    configLossPossible: isLossInDoubt(before.twin, after.twin) || (serviceLoss && hasUnsavedChanges(before.state)),
    serviceLoss,
    withoutRedundancySeconds: after.twin.redundancy === "ready" ? 0 : recovery.seconds,
    recovery,
  };
};

/** The code that a module loads when it boots from flash; what a card or a server holds is not known. */
const codeToBoot = ({ bootedFrom, versions }: ModuleFacts): string | null => {
  if (bootedFrom === "primary-flash") return versions.primary;
  return bootedFrom === "secondary-flash" ? versions.secondary : null;
};

const LOSS_CODES: readonly string[] = ["config-loss-possible", "config-lost"];

/** P17: the takeover puts changes of the running-config in doubt. */
const isLossInDoubt = (before: Twin, after: Twin): boolean =>
  LOSS_CODES.some(
    (code) => after.findings.some((one) => one.code === code) && !before.findings.some((one) => one.code === code),
  );

/** The active's running-config is not known to be the one that a restart would load. */
const hasUnsavedChanges = (state: TwinState): boolean => {
  const active = activeModule(state);
  if (active === null) return false;
  const { runningConfig: running, systemConfig: saved } = active;
  return running.revision !== saved.revision || running.digest !== saved.digest || state.uncopied.length > 0;
};

/** An impact in words, the gravest first. */
export const explainImpact = ({ twin: before }: Described, { twin: after }: Described, impact: Impact): string[] => [
  ...serviceWords(before, after, impact),
  ...survivorWords(before, after, impact),
  ...(impact.sessionsClosed === 0 ? [] : [`${counted(impact.sessionsClosed, "management session")} would close.`]),
  ...(impact.configLossPossible
    ? ["Changes of the configuration that are not saved, or not copied yet, may be lost."]
    : []),
  ...redundancyWords(before, after, impact),
];

const serviceWords = (before: Twin, after: Twin, { serviceLoss }: Impact): string[] => {
  if (!serviceLoss) return [];
  if (after.bootEpoch > before.bootEpoch) return ["The whole chassis restarts: service is lost until it has booted."];
  return after.forwarding === "headless"
    ? ["No management module is left: interface modules go on forwarding for a short while only."]
    : ["Nobody is known to be active then: service may be lost."];
};

const survivorWords = (before: Twin, after: Twin, impact: Impact): string[] => {
  const slot = after.activeSlot;
  if (slot === null || (slot === before.activeSlot && !impact.serviceLoss)) return [];
  const version = impact.runningVersion ?? "a version that is not known";
  const source = impact.bootSource ?? "a source that is not known";
  const former = before.activeSlot === null ? null : before.modules[before.activeSlot].versions.running;
  const isOther = former !== null && impact.runningVersion !== null && former !== impact.runningVersion;
  return [`${slot} runs ${version} from ${source}${isOther ? `, where ${before.activeSlot} ran ${former}` : ""}.`];
};

const redundancyWords = (before: Twin, after: Twin, { withoutRedundancySeconds, recovery }: Impact): string[] => {
  if (withoutRedundancySeconds === 0) return [];
  const begin = before.redundancy === "ready" ? "The chassis is without redundancy then" : "There is no ready standby";
  if (after.activeSlot === null && before.activeSlot === null) return [];
  if (withoutRedundancySeconds === null) return [`${begin}, for how long is not known: no past switchover tells.`];
  const whose = recovery.from === "chassis" ? "of this chassis" : "of other chassis";
  return [
    `${begin}, for about ${Math.round(withoutRedundancySeconds)} s: the median of ${counted(recovery.switchovers, "past switchover")} ${whose}.`,
  ];
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

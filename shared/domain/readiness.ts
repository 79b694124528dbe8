import { deadlinesOf } from "./deadlines.ts";
import { redundancyOf } from "./facts.ts";
import type { DeviceProfile } from "./profile.ts";
import type { TwinState } from "./state.ts";
import { timestamp } from "./timestamp.ts";
import type { Finding, Reason } from "./twin.ts";
import { isManagementSlot } from "./vocabulary.ts";

/**
 * V15: a switchover would succeed now when redundancy is ready, no critical finding is open, the running-config is in
 * sync or on its way, and the twin is up to date. Answers each cause of the contrary; none means ready.
 */
export const switchoverReasons = (state: TwinState, findings: readonly Finding[], profile: DeviceProfile): Reason[] => {
  const redundancy = redundancyOf(state);
  const reasons = findings.filter(isBlocking).map(asReason);
  const isNamed = (code: string): boolean => reasons.some((reason) => reason.code === code);
  if (redundancy === "switching" || redundancy === "booting" || redundancy === "disputed") {
    return [leadReason(state, redundancy, profile), ...reasons];
  }
  if (redundancy !== "ready") {
    const isExplained = reasons.some(({ code }) => LEAD_CODES.has(code));
    return isExplained ? reasons : [leadReason(state, "not-known", profile), ...reasons];
  }
  const { status } = state.files.runningConfig;
  const code = REASON_OF_RUNNING_CONFIG[status];
  if (code !== undefined && !isNamed(code)) reasons.push(runningConfigReason(state, code));
  return reasons;
};

/** V15: whether there is no such cause. */
export const isReadyForSwitchover = (
  state: TwinState,
  findings: readonly Pick<Finding, "code" | "severity">[],
): boolean =>
  redundancyOf(state) === "ready" &&
  !findings.some(isBlocking) &&
  REASON_OF_RUNNING_CONFIG[state.files.runningConfig.status] === undefined;

/** V14: a reload now would be safe when the code it would load is sound and there. */
export const reloadReasons = (findings: readonly Finding[]): Reason[] =>
  findings.filter(({ code }) => code === "image-suspect" || code === "boot-source-missing").map(asReason);

const isBlocking = ({ code, severity }: Pick<Finding, "code" | "severity">): boolean =>
  severity === "critical" || BLOCKING_CODES.has(code);

const BLOCKING_CODES: ReadonlySet<string> = new Set(["standby-missing", "standby-not-ready", "sync-stale", "silent"]);

/** Findings that say by themselves why redundancy is not ready. */
const LEAD_CODES: ReadonlySet<string> = new Set(["no-active", "headless", "standby-missing", "standby-not-ready"]);

const REASON_OF_RUNNING_CONFIG: Partial<Record<string, string>> = {
  different: "sync-stale",
  aborted: "sync-aborted",
  unknown: "not-known",
};

const asReason = ({ code, message, slots, since, evidence }: Finding): Reason => {
  const [slot, ...others] = slots;
  const only = slot !== undefined && others.length === 0 && isManagementSlot(slot) ? { slot } : {};
  return { code, message, ...only, since, evidence };
};

const LEAD_MESSAGES = {
  switching: "A switchover is under way.",
  booting: "The chassis is booting and no module is active yet.",
  disputed: "Both management modules claim to be active.",
  "not-known": "It is not known which module is active and whether the other could take over.",
} as const;

/** The deadlines by which it will be known more: it is of no use to ask again before. */
const RESOLVING_DEADLINES: Readonly<Record<keyof typeof LEAD_MESSAGES, readonly string[]>> = {
  switching: ["no-active", "missed-event"],
  booting: ["boot-overdue", "election"],
  disputed: [],
  "not-known": [],
};

const leadReason = (state: TwinState, code: keyof typeof LEAD_MESSAGES, profile: DeviceProfile): Reason => {
  const basis = state.basis["/redundancy"];
  const next = deadlinesOf(state, profile).find((deadline) => RESOLVING_DEADLINES[code].includes(deadline.code));
  return {
    code,
    message: LEAD_MESSAGES[code],
    since: basis === undefined ? null : timestamp(basis.at),
    ...(next === undefined ? {} : { retryAfter: timestamp(next.dueAt) }),
    evidence: [...(basis?.evidence ?? [])],
  };
};

const runningConfigReason = (state: TwinState, code: string): Reason => {
  const cause = state.uncopied[0] ?? state.files.runningConfig.abortedTransfer ?? state.basis["/redundancy"];
  return {
    code,
    message: "The running-config of the standby is not known to be the active's.",
    since: cause === undefined ? null : timestamp(cause.at),
    evidence: [...(cause?.evidence ?? [])],
  };
};

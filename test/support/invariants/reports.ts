import { Twin } from "../../../shared/domain/twin.ts";
import { factsBeside } from "./facts-beside.ts";
import type { Invariant, Sight } from "./history-walk.ts";

const SEVERITIES: Readonly<Record<string, readonly string[]>> = {
  critical: ["no-active", "headless", "split-brain", "image-suspect"],
  warning: [
    ...["standby-missing", "standby-not-ready", "standby-port-down", "code-mismatch", "config-mismatch"],
    ...["boot-code-mismatch", "sync-stale", "sync-aborted", "sync-overdue", "boot-overdue", "config-loss-possible"],
    ...["config-lost", "boot-source-missing", "interface-module-out-of-sync", "contradictory-report", "silent"],
  ],
  info: ["running-version-mismatch", "boot-source-fallback", "missed-event", "role-not-default"],
};

const ONE_PER_SLOT = new Set(["boot-overdue", "boot-source-fallback", "interface-module-out-of-sync"]);
const ONE_PER_FILE = new Set(["sync-stale", "sync-aborted", "sync-overdue"]);

const keyOf = ({ code, slots, file }: Twin["findings"][number]): string => {
  if (ONE_PER_SLOT.has(code)) return `${code} ${slots.join()}`;
  return ONE_PER_FILE.has(code) ? `${code} ${file}` : code;
};

const EXPECTED = /^(no-active|missed-event|boot-overdue|sync-overdue|sync-stale|silent|forwarding-down)$/;

const isKnown = ({ past }: Sight, reference: { source: string; id: string } | null): boolean =>
  past.some(({ source, id }) => source === reference?.source && id === reference.id);

/** What holds of findings, expectations and of what became of each event. */
export const REPORT_INVARIANTS = {
  "the twin is one by its schema": ({ twin }) => Twin.safeParse(twin).success,

  "a finding has a code of the catalogue with its severity, and words": ({ twin }) =>
    twin.findings.every(({ code, severity, message }) => SEVERITIES[severity]?.includes(code) && message !== ""),

  "findings are one per code, but one per slot or file where they may be several": ({ twin }) =>
    new Set(twin.findings.map(keyOf)).size === twin.findings.length,

  "a finding rests on events that are known": (sight) =>
    sight.twin.findings.every(
      ({ evidence }) => evidence.length > 0 && evidence.every((reference) => isKnown(sight, reference)),
    ),

  "a finding began at a moment that is not to come, and keeps it while it is open": ({ twin, before }) =>
    twin.findings.every((finding) => {
      const known = before.findings.find((other) => keyOf(other) === keyOf(finding));
      return finding.since <= twin.asOf && (known === undefined || known.since <= finding.since);
    }),

  "a finding that opens begins with the event or deadline that opened it": ({ twin, before }) =>
    twin.findings.every(
      (finding) =>
        before.retired === true ||
        before.findings.some((other) => keyOf(other) === keyOf(finding)) ||
        finding.since === twin.asOf,
    ),

  "an expectation has a code of its kind and is due in time to come": ({ twin }) =>
    twin.expectations.every(({ code, dueAt, since }) => EXPECTED.test(code) && dueAt > twin.asOf && since <= twin.asOf),

  "reasons rest on events, except for a chassis of which nothing is known": ({ twin }) =>
    [...twin.switchover.reasons, ...twin.reload.reasons].every(
      ({ code, evidence, message }) => message !== "" && (evidence.length > 0 || code === "not-known"),
    ),

  "an event is applied without a reason, or is not with one": ({ outcome }) =>
    outcome === null || (outcome.disposition === "applied") === (outcome.reason === null),

  "a quarantined event opens contradictory-report": ({ outcome, twin }) =>
    outcome?.disposition !== "quarantined" || twin.findings.some(({ code }) => code === "contradictory-report"),

  "an event that had no effect, or is quarantined, changes no fact": ({ outcome, twin, before }) =>
    outcome === null ||
    outcome.disposition === "applied" ||
    before.retired === true ||
    factsBeside(twin) === factsBeside(before),

  "an event that says the same as another names one that came before": (sight) => {
    const { outcome, event } = sight;
    if (outcome === null || outcome.sameAs === null) return true;
    return (
      outcome.disposition === "no-effect" &&
      isKnown(sight, outcome.sameAs) &&
      (outcome.sameAs.id !== event?.id || outcome.sameAs.source !== event.source)
    );
  },

  "the revision counts every event, whatever became of it": ({ twin, past }) => twin.revision === past.length,

  "a retired chassis has no findings and no expectations": ({ twin }) =>
    twin.retired !== true || (twin.findings.length === 0 && twin.expectations.length === 0),
} satisfies Record<string, Invariant>;

import type { Twin } from "../../../shared/domain/twin.ts";
import { type ManagementSlot, otherSlot } from "../../../shared/domain/vocabulary.ts";
import type { Invariant, Sight } from "./history-walk.ts";

const standbyOf = ({ activeSlot, modules }: Twin): ManagementSlot | null => {
  if (activeSlot === null) return null;
  const slot = otherSlot(activeSlot);
  return modules[slot].role === "standby" && modules[slot].status === "running" ? slot : null;
};

const mayBeEqual = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b;

type Contents = Twin["modules"]["M1"]["systemConfig"];

const mayBeSame = (a: Contents, b: Contents): boolean =>
  mayBeEqual(a.revision, b.revision) && mayBeEqual(a.digest, b.digest);

/** Whether any report has called the module a ready standby since it last booted. */
const wasCalledReady = ({ twin, past }: Sight, slot: ManagementSlot): boolean => {
  const bootedAt = Date.parse(twin.modules[slot].bootedAt ?? "1970-01-01T00:00:00Z");
  return past.some(
    ({ type, time, data }) =>
      Date.parse(time) >= bootedAt &&
      ((type === "standby.ready" && data["slot"] === slot) ||
        (type === "chassis.observed" && JSON.stringify(data["modules"]).includes('"ready"'))),
  );
};

const openAt = ({ findings }: Twin, code: string): boolean => findings.some((finding) => finding.code === code);

/** V5–V8 and V12: what the standby holds, and whether it could take over. */
export const SYNCHRONIZATION_INVARIANTS = {
  "V5: ready means an active, a running standby reported ready, flash code and system-config in sync": (sight) => {
    const { twin } = sight;
    if (twin.redundancy !== "ready") return true;
    const slot = standbyOf(twin);
    return (
      slot !== null &&
      twin.modules[slot].standbyState === "ready" &&
      twin.sync.flashCode.status === "in-sync" &&
      twin.sync.systemConfig.status === "in-sync" &&
      wasCalledReady(sight, slot)
    );
  },

  "V5: an active with such a standby is ready, unless a switchover is under way or in dispute": ({ twin }) => {
    const slot = standbyOf(twin);
    const isSo = slot !== null && twin.modules[slot].standbyState === "ready" && twin.sync.status === "in-sync";
    return !isSo || ["ready", "switching", "disputed"].includes(twin.redundancy);
  },

  "V6: flash code in sync means equal versions where both are known": ({ twin: { sync, modules } }) => {
    const [a, b] = [modules.M1.versions, modules.M2.versions];
    return (
      sync.flashCode.status !== "in-sync" ||
      (mayBeEqual(a.primary, b.primary) && mayBeEqual(a.secondary, b.secondary) && mayBeEqual(a.monitor, b.monitor))
    );
  },

  "V6: a configuration in sync means equal revisions and digests where both are known": ({
    twin: {
      sync,
      modules: { M1, M2 },
    },
  }) =>
    (sync.systemConfig.status !== "in-sync" || mayBeSame(M1.systemConfig, M2.systemConfig)) &&
    (sync.runningConfig.status !== "in-sync" || mayBeSame(M1.runningConfig, M2.runningConfig)),

  "V7: a stale change is one that the running standby is not known to have": ({ twin }) =>
    !openAt(twin, "sync-stale") || (standbyOf(twin) !== null && twin.sync.runningConfig.status !== "in-sync"),

  "V7: a change that nobody copied does not outlast its period unnoticed": ({ twin }) => {
    const { status, mode } = twin.sync.runningConfig;
    const isDueToPass = twin.expectations.some(({ file }) => file === "running-config");
    const isOnItsWay = status === "synchronizing" && mode === "periodic";
    return (
      twin.retired === true || !isOnItsWay || isDueToPass || openAt(twin, "sync-stale") || openAt(twin, "sync-overdue")
    );
  },

  "V8: a standby that booted from another source than the active's has a finding, and else none": (sight) => {
    const { twin, event, outcome } = sight;
    if (event?.type !== "module.booted" || outcome?.disposition !== "applied") return true;
    const { slot } = event.data;
    const { bootedFrom, bootedAt } = twin.modules[slot];
    if (standbyOf(twin) !== slot || bootedAt !== twin.asOf || bootedFrom === null || twin.bootSource === null)
      return true;
    const isOpen = twin.findings.some(({ code, slots }) => code === "boot-source-fallback" && slots.includes(slot));
    return isOpen === (bootedFrom !== twin.bootSource);
  },

  "V12: in simplex, or without any management module, no file is applicable": ({ twin: { redundancy, sync } }) => {
    const applies = redundancy !== "simplex" && redundancy !== "no-management-module";
    const statuses = [sync.status, sync.flashCode.status, sync.systemConfig.status, sync.runningConfig.status];
    return statuses.every((status) => (status === "not-applicable") === !applies);
  },

  "P6: files flow from the active to the other module": ({ twin: { activeSlot, sync, redundancy } }) =>
    activeSlot === null ||
    redundancy === "disputed" ||
    [sync.flashCode, sync.systemConfig, sync.runningConfig].every(
      ({ status, from, to }) => status !== "synchronizing" || (from === activeSlot && to === otherSlot(activeSlot)),
    ),

  "the sync status is the worst of flash code and system-config": ({ twin: { sync } }) => {
    const statuses: readonly string[] = [sync.flashCode.status, sync.systemConfig.status];
    const worst = ORDER.find(([, of]) => of.some((status) => statuses.includes(status)));
    return sync.status === worst?.[0];
  },
} satisfies Record<string, Invariant>;

const ORDER = [
  ["not-applicable", ["not-applicable"]],
  ["out-of-sync", ["different", "aborted"]],
  ["synchronizing", ["synchronizing"]],
  ["unknown", ["unknown"]],
  ["in-sync", ["in-sync"]],
] as const;

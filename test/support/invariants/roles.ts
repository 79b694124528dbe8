import type { Twin } from "../../../shared/domain/twin.ts";
import { MANAGEMENT_SLOTS, type ManagementSlot, otherSlot } from "../../../shared/domain/vocabulary.ts";
import type { Invariant, Sight } from "./history-walk.ts";

const slotsWithRole = ({ modules }: Twin, role: "active" | "standby"): ManagementSlot[] =>
  MANAGEMENT_SLOTS.filter((slot) => modules[slot].role === role);

const isDisputed = ({ redundancy }: Twin): boolean => redundancy === "disputed";

const hasSwitched = ({ twin, before }: Sight): boolean => twin.switchover.count > before.switchover.count;

const hasStartedCold = ({ twin, before }: Sight): boolean => twin.bootEpoch > before.bootEpoch;

/** One observation may show the active lost and the other module, alone, booted: that is no switchover (T16, T18). */
const hasLostAndBooted = ({ twin, before, event }: Sight): boolean =>
  event?.type === "chassis.observed" &&
  before.activeSlot !== null &&
  twin.modules[before.activeSlot].status !== "running";

/** V1–V4, V9 and V13: who is active, who is standby, and how that changes. */
export const ROLE_INVARIANTS = {
  "V1: at most one module is active unless disputed": ({ twin }) =>
    isDisputed(twin) || slotsWithRole(twin, "active").length <= 1,

  "V2: a role implies presence": ({ twin }) =>
    MANAGEMENT_SLOTS.every((slot) => {
      const { role, presence } = twin.modules[slot];
      return (role !== "active" && role !== "standby") || presence === "present";
    }),

  "V3: the active slot is the slot whose role is active, else null": ({ twin }) => {
    const actives = slotsWithRole(twin, "active");
    return isDisputed(twin)
      ? twin.activeSlot === null || actives.includes(twin.activeSlot)
      : twin.activeSlot === (actives[0] ?? null);
  },

  "V4: a standby exists only beside an active, or during switching or unknown": ({ twin }) =>
    slotsWithRole(twin, "standby").every(
      (slot) => twin.activeSlot === otherSlot(slot) || twin.redundancy === "switching" || twin.redundancy === "unknown",
    ),

  "V9: the switchover count rises by one at most, and never falls": ({ twin, before }) =>
    twin.switchover.count === before.switchover.count || twin.switchover.count === before.switchover.count + 1,

  "V9: a switchover makes the module active that the last switchover names": (sight) =>
    !hasSwitched(sight) ||
    (sight.twin.activeSlot === sight.twin.switchover.last?.to && sight.twin.switchover.last.at === sight.twin.asOf),

  "V9: a switchover moves the role from the one module to the other": (sight) => {
    const { last } = sight.twin.switchover;
    return !hasSwitched(sight) || (last !== null && last.from === otherSlot(last.to));
  },

  "V9: time alone, and a cold start, are never a switchover": (sight) =>
    !hasSwitched(sight) || (sight.event !== null && sight.event.type !== "chassis.cold-started"),

  "V9: the loss of a standby is never a switchover": (sight) =>
    !hasSwitched(sight) || sight.before.redundancy === "disputed" || !LOSSES.has(sight.event?.type ?? ""),

  "V9: a reported role moves to the other module by a switchover only": (sight) => {
    const { twin, before } = sight;
    const moved =
      before.activeConfidence === "reported" &&
      twin.activeConfidence === "reported" &&
      before.activeSlot !== null &&
      twin.activeSlot === otherSlot(before.activeSlot);
    return !moved || hasSwitched(sight) || hasStartedCold(sight) || hasLostAndBooted(sight);
  },

  "V13: a switchover takes the role from the module that had it": (sight) => {
    const { twin, before } = sight;
    const hadIt =
      before.activeSlot !== null && (before.redundancy !== "switching" || before.activeConfidence === "reported");
    return !hasSwitched(sight) || !hadIt || twin.switchover.last?.from === before.activeSlot;
  },

  "V13: switchovers follow each other in time": ({ twin, before }) =>
    before.switchover.last === null ||
    (twin.switchover.last !== null && twin.switchover.last.at >= before.switchover.last.at),

  "the boot epoch rises by one at most, and only with a cold start": ({ twin, before }) =>
    twin.bootEpoch === before.bootEpoch || (twin.bootEpoch === before.bootEpoch + 1 && twin.startKind === "cold"),

  "the redundancy follows from the modules": ({ twin: { redundancy, activeSlot, modules } }) => {
    if (redundancy === "simplex") {
      if (activeSlot === null) return false;
      const { role, status } = modules[otherSlot(activeSlot)];
      return role !== "standby" || status !== "running";
    }
    if (redundancy === "booting" || redundancy === "no-management-module") return activeSlot === null;
    return redundancy !== "synchronizing" || activeSlot !== null;
  },

  "forwarding is normal exactly while a module is active": ({ twin: { forwarding, activeSlot } }) =>
    (forwarding === "normal") === (activeSlot !== null),
} satisfies Record<string, Invariant>;

const LOSSES: ReadonlySet<string> = new Set([
  "module.removed",
  "module.reset",
  "module.power-lost",
  "module.boot-failed",
  "module.booting",
  "standby.down",
]);

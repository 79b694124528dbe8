import { bootSourceOf, isStandbyReady, runningStandby, savedDefaultSlot, slotBesideActive } from "../facts.ts";
import { MANAGEMENT_SLOTS } from "../vocabulary.ts";
import { type FindingRule, when } from "./finding-rule.ts";

/** Nobody is known to be active after a takeover without evidence (T12), or a loss without a takeover (T15, T16). */
export const noActive: FindingRule = {
  code: "no-active",
  severity: "critical",
  see: ({ noActive: open }) =>
    when(open !== null, () => ({
      slots: [],
      message: "No management module is known to be active.",
      evidence: open?.evidence ?? [],
    })),
};

/** No management module is left (T16). */
export const headless: FindingRule = {
  code: "headless",
  severity: "critical",
  see: ({ headless: open }) =>
    when(open !== null, () => ({
      slots: [],
      message: "No management module is left; interface modules stop forwarding after 35 seconds without one.",
      evidence: open?.evidence ?? [],
    })),
};

/** One observation showed two active modules (T19). */
export const splitBrain: FindingRule = {
  code: "split-brain",
  severity: "critical",
  see: ({ phase }) =>
    when(phase === "disputed", () => ({
      slots: [...MANAGEMENT_SLOTS],
      message: "Both management modules were observed to be active at the same time.",
    })),
};

/** An active has no module beside it, or none that was ever reported. */
export const standbyMissing: FindingRule = {
  code: "standby-missing",
  severity: "warning",
  see: (state) => {
    const slot = slotBesideActive(state);
    if (slot === null || state.modules[slot].presence === "present") return [];
    const isAbsent = state.modules[slot].presence === "absent";
    return [
      {
        slots: [slot],
        message: isAbsent
          ? `${slot} is empty: there is no standby.`
          : `Nothing was ever reported of ${slot}: no standby is known.`,
      },
    ];
  },
};

/** A module is beside the active, and could not take over. */
export const standbyNotReady: FindingRule = {
  code: "standby-not-ready",
  severity: "warning",
  see: (state) => {
    const slot = slotBesideActive(state);
    if (slot === null || state.modules[slot].presence !== "present" || isStandbyReady(state)) return [];
    const { status, standbyState } = state.modules[slot];
    const isStandby = runningStandby(state) === slot;
    const what = isStandby ? `is in standby state ${standbyState ?? "unknown"}` : `has status ${status ?? "unknown"}`;
    return [{ slots: [slot], message: `${slot} ${what} and is not ready to take over.` }];
  },
};

/** The standby could take over, but nobody could reach it then. */
export const standbyPortDown: FindingRule = {
  code: "standby-port-down",
  severity: "warning",
  see: (state) => {
    const slot = runningStandby(state);
    if (slot === null || state.modules[slot].managementPort !== "down") return [];
    const message = `The management port of the standby, ${slot}, is down: after a switchover it could not be reached.`;
    return [{ slots: [slot], message }];
  },
};

/** The active is not the one that the next power-on would elect. */
export const roleNotDefault: FindingRule = {
  code: "role-not-default",
  severity: "info",
  see: (state, _at, profile) => {
    const { activeSlot } = state;
    const preferred = savedDefaultSlot(state, profile);
    if (activeSlot === null || activeSlot === preferred) return [];
    return [
      { slots: [activeSlot], message: `${activeSlot} is active, but the saved default active slot is ${preferred}.` },
    ];
  },
};

/** The card that the active would boot from is not in its slot. */
export const bootSourceMissing: FindingRule = {
  code: "boot-source-missing",
  severity: "warning",
  see: (state, _at, { cardOfBootSource }) => {
    const { activeSlot } = state;
    const source = bootSourceOf(state);
    const card = source === null ? undefined : cardOfBootSource[source];
    if (activeSlot === null || card === undefined || state.modules[activeSlot].cards[card] !== false) return [];
    return [{ slots: [activeSlot], message: `${activeSlot} boots from ${source}, but that card is out.` }];
  },
};

import { runningStandby } from "../facts.ts";
import { MANAGEMENT_SLOTS } from "../vocabulary.ts";
import { type FindingRule, when } from "./finding-rule.ts";

/** The code a module would boot from primary flash may be broken (P10). */
export const imageSuspect: FindingRule = {
  code: "image-suspect",
  severity: "critical",
  see: ({ modules }) => {
    const slots = MANAGEMENT_SLOTS.filter(
      (slot) => modules[slot].presence === "present" && modules[slot].integrity === "suspect",
    );
    return when(slots.length > 0, () => ({
      slots,
      message: `The primary image of ${slots.join(" and ")} may be broken: copy or verify it before a reload.`,
    }));
  },
};

/** The boot codes differ, which no synchronization changes (P9). */
export const bootCodeMismatch: FindingRule = {
  code: "boot-code-mismatch",
  severity: "warning",
  see: ({ modules: { M1, M2 } }) => {
    const [one, two] = [M1.versions.bootCode, M2.versions.bootCode];
    return when(one !== null && two !== null && one !== two, () => ({
      slots: [...MANAGEMENT_SLOTS],
      message: `Boot code is ${one} on M1 and ${two} on M2; it is never synchronized, so upgrade the older one.`,
    }));
  },
};

/** The standby runs other code than the active until its next boot. */
export const runningVersionMismatch: FindingRule = {
  code: "running-version-mismatch",
  severity: "info",
  see: (state) => {
    const slot = runningStandby(state);
    if (slot === null || state.activeSlot === null) return [];
    const standby = state.modules[slot].versions.running;
    const active = state.modules[state.activeSlot].versions.running;
    return when(standby !== null && active !== null && standby !== active, () => ({
      slots: [slot],
      message: `${slot} runs ${standby}, the active runs ${active}; it will run the active's code after its next boot.`,
    }));
  },
};

/** At its boot a module came from another source than the one specified for the active then (V8). */
export const bootSourceFallback: FindingRule = {
  code: "boot-source-fallback",
  severity: "info",
  see: ({ modules }) =>
    MANAGEMENT_SLOTS.flatMap((slot) => {
      const { bootFellBack, bootedFrom, specifiedAtBoot } = modules[slot];
      return when(bootFellBack !== null, () => ({
        slots: [slot],
        about: slot,
        message: `${slot} booted from ${bootedFrom}, not from ${specifiedAtBoot} as specified.`,
        ...(bootFellBack === null ? {} : { since: bootFellBack.at }),
        evidence: bootFellBack?.evidence ?? [],
      }));
    }),
};

/** A module has not booted in time. */
export const bootOverdue: FindingRule = {
  code: "boot-overdue",
  severity: "warning",
  see: ({ modules }, at, { bootSeconds }) =>
    MANAGEMENT_SLOTS.flatMap((slot) => {
      const { bootAwaited } = modules[slot];
      return when(bootAwaited !== null && at >= bootAwaited.at + bootSeconds * 1000, () => ({
        slots: [slot],
        about: slot,
        message: `${slot} has not booted within ${bootSeconds} seconds.`,
        evidence: bootAwaited?.evidence ?? [],
      }));
    }),
};

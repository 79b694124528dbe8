import type { EventOf } from "../events.ts";
import { redundancyOf, slotBesideActive } from "../facts.ts";
import { applied, isWithin, noEffect, type Outcome, type Step } from "../step.ts";
import type { ManagementSlot } from "../vocabulary.ts";
import { nameActive } from "./active-role.ts";

/**
 * P11, T11: a warm start is reported by the module that took over, so it is evidence of a switchover; by the active it
 * changes nothing [R].
 */
export const warmStarted = (step: Step, { type, data }: EventOf<"chassis.warm-started">): Outcome => {
  const { state } = step;
  const slot = data.reporterSlot ?? impliedReporter(step);
  if (slot === null) {
    if (state.startKind === null) {
      state.startKind = "warm";
      return applied;
    }
    return noEffect("it does not say which module reports, and nothing else tells", state.basis["/activeSlot"]);
  }
  const wasUnknown = state.lastActiveSlot === null && state.phase === "unknown";
  const outcome = nameActive(step, { slot, type });
  if (wasUnknown && outcome.disposition === "applied") state.startKind = "warm";
  return outcome;
};

/** Who reports a warm start that names nobody: the module predicted or asked to take over, else the ready standby. */
const impliedReporter = (step: Step): ManagementSlot | null => {
  const { state } = step;
  const { pending, activeSlot, lastSwitchover } = state;
  if (state.phase === "switching" && pending !== null) return pending.to;
  if (lastSwitchover !== null && isWithin(step, step.profile.witnessSeconds, lastSwitchover.at)) {
    return activeSlot;
  }
  return redundancyOf(state) === "ready" ? slotBesideActive(state) : null;
};

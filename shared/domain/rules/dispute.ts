import { applied, type Outcome, type Step } from "../step.ts";
import { MANAGEMENT_SLOTS, type ManagementSlot } from "../vocabulary.ts";
import { makeActive, takeOver } from "./active-role.ts";

/** T19: one observation shows two active modules; the last reported active stays until that is resolved [I]. */
export const openDispute = (step: Step): Outcome => {
  const { state } = step;
  state.phase = "disputed";
  state.activeSlot = state.lastActiveSlot;
  state.activeConfidence = "disputed";
  state.pending = null;
  state.doubted = null;
  state.noActive = null;
  state.headless = null;
  for (const slot of MANAGEMENT_SLOTS) {
    Object.assign(state.modules[slot], {
      presence: "present",
      status: "running",
      role: "active",
      standbyState: null,
      bootAwaited: null,
    });
  }
  return applied;
};

/** T20: the dispute ends; it was a switchover, of unknown cause, only if another module is active now [I]. */
export const endDispute = (step: Step, active: ManagementSlot, type: string): Outcome => {
  const { state } = step;
  if (state.lastActiveSlot === null || state.lastActiveSlot === active) return makeActive(step, active);
  return takeOver(step, { slot: active, type, completed: { cause: null } });
};

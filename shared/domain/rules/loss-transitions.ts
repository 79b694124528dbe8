import { isPredicted, isRunning, isStandbyReady } from "../facts.ts";
import { missEvent, type Step, since } from "../step.ts";
import {
  MANAGEMENT_SLOTS,
  type ManagementSlot,
  type ModuleStatus,
  otherSlot,
  type SwitchoverCause,
} from "../vocabulary.ts";
import { endDispute } from "./dispute.ts";
import { electActive } from "./election.ts";
import { awaitComparison } from "./transfers.ts";

/** How a module was lost: what its slot shows then, and the cause of a switchover if it was active. */
export interface Loss {
  readonly slot: ManagementSlot;
  /** `empty`: taken out; `coming-up`: it reboots; `null`: without power; else crashed or going down. */
  readonly status: ModuleStatus | null;
  readonly cause: SwitchoverCause;
  /** The report is of a new reset, which starts the boot of a rebooting module anew. */
  readonly restarts?: boolean;
}

/** The transition of the chassis that a loss means: the first whose condition held before it. */
export interface LossRule {
  readonly name: string;
  readonly when: (step: Step, loss: Loss) => boolean;
  readonly result: (step: Step, loss: Loss) => void;
}

const isActive = ({ state }: Step, { slot }: Loss): boolean => state.activeSlot === slot;

/** What a loss means for the chassis, in order. */
export const LOSS_RULES: readonly LossRule[] = [
  {
    name: "T20: the loss of one claimant ends a dispute [I]",
    when: ({ state }) => state.phase === "disputed",
    result: (step, { slot }) => endDispute(step, otherSlot(slot), "loss"),
  },
  {
    name: "T9, T10: the active is lost beside a ready standby, which is taken to take over [R/I]",
    when: (step, loss) => isActive(step, loss) && !isPredicted(step.state) && isStandbyReady(step.state),
    result: (step, loss) => predictTakeover(step, loss),
  },
  {
    name: "T15, T16: the active, or the one predicted, is lost; a standby that is not ready is never assumed to take over [I]",
    when: (step, loss) => isActive(step, loss),
    result: (step, loss) => loseLead(step, loss),
  },
  {
    name: "T8: the standby is lost while it was asked to take over [I]",
    when: ({ state }) => state.phase === "switching" && !isPredicted(state),
    result: (step) => {
      step.state.phase = "up";
      step.state.pending = null;
      missEvent(step);
      awaitComparison(step);
    },
  },
  {
    name: "T13: the standby is lost, which is not a switchover [R]",
    when: ({ state }) => state.phase === "up" || state.phase === "switching",
    result: (step) => awaitComparison(step),
  },
  {
    name: "T2: while booting, the default slot may turn out empty [R]",
    when: ({ state }) => state.phase === "booting",
    result: (step) => {
      electActive(step);
      if (MANAGEMENT_SLOTS.every((slot) => step.state.modules[slot].presence === "absent")) loseLast(step);
    },
  },
  {
    name: "T16: nobody is known to be active and the last running module is lost [I]",
    when: ({ state }, { slot }) => state.phase === "unknown" && isRunning(state, slot),
    result: (step) => {
      if (!MANAGEMENT_SLOTS.some((slot) => isRunning(step.state, slot))) loseLast(step);
    },
  },
];

/** T9, T10, P4: the ready standby is predicted to be active until a report confirms it or the time is over [I]. */
const predictTakeover = (step: Step, { slot, cause }: Loss): void => {
  const { state } = step;
  const to = otherSlot(slot);
  state.pending = {
    from: slot,
    to,
    cause: state.pending?.cause ?? cause,
    requested: state.pending?.requested ?? null,
    lost: since(step),
    sessionsClosed: 0,
  };
  state.phase = "switching";
  state.activeSlot = to;
  state.activeConfidence = "predicted";
  Object.assign(state.modules[to], { role: "active", standbyState: null, readyReported: false });
  if (state.modules[slot].status === "coming-up") state.modules[slot].role = "standby";
  awaitComparison(step);
};

/** T15, T16: nobody is known to be active any more; the cause is kept for a takeover that is reported later [I]. */
const loseLead = (step: Step, { slot, cause }: Loss): void => {
  const { state } = step;
  const pending = state.pending ?? {
    from: slot,
    to: otherSlot(slot),
    cause,
    requested: null,
    lost: null,
    sessionsClosed: 0,
  };
  state.pending = { ...pending, lost: pending.lost ?? since(step) };
  state.activeSlot = null;
  state.activeConfidence = "unknown";
  state.phase = "unknown";
  state.noActive = since(step);
  state.modules[slot].role = "none";
  if (!MANAGEMENT_SLOTS.some((each) => isRunning(state, each))) loseLast(step);
};

/** T16: no management module is left; interface modules forward on their own for a while [R on a sibling]. */
const loseLast = (step: Step): void => {
  const { state } = step;
  state.phase = "no-management-module";
  state.activeSlot = null;
  state.activeConfidence = "unknown";
  state.noActive ??= since(step);
  state.headless ??= since(step);
  state.sessions = [];
  for (const slot of MANAGEMENT_SLOTS) {
    if (state.modules[slot].presence !== "unknown") state.modules[slot].role = "none";
  }
  awaitComparison(step);
};

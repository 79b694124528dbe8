import type { ObservedModule } from "../events.ts";
import type { Moment } from "../state.ts";
import type { Step } from "../step.ts";
import { type ManagementSlot, otherSlot } from "../vocabulary.ts";
import { nameActive } from "./active-role.ts";
import { endDispute, openDispute } from "./dispute.ts";
import { roleStandby } from "./reported-status.ts";

/** A row of a management slot. */
export type Row = ObservedModule & { readonly slot: ManagementSlot };

/** One observation while it is applied. */
export interface Observation {
  readonly startedAt: Moment;
  /** It began after the last change of phase or active, so it is believed before other reports (P3). */
  readonly isFresh: boolean;
  readonly rows: readonly Row[];
  /** The slots whose status, role or presence it may change: nothing changed there since it began. */
  readonly isNewsOf: (slot: ManagementSlot) => boolean;
}

/** T19: two active rows dispute each other, one names the active, and a standby row names the other module (T0). */
export const observeRoles = (step: Step, { rows, isFresh }: Observation, type: string): void => {
  const actives = rows.filter(({ role }) => role === "active").map(({ slot }) => slot);
  const [slot] = actives;
  if (actives.length > 1) {
    if (isFresh && step.state.phase !== "disputed") openDispute(step);
  } else if (slot !== undefined) {
    observeActive(step, slot, { type, authoritative: isFresh });
  } else if (isFresh) {
    observeStandby(step, rows.find(({ role }) => role === "standby")?.slot, type);
  }
};

/** T11, T12b, T20, P3: the active by the rows; an observation that began too early can only confirm [I]. */
const observeActive = (
  step: Step,
  slot: ManagementSlot,
  claim: { readonly type: string; readonly authoritative: boolean },
): void => {
  const { state } = step;
  if (state.phase === "disputed") {
    if (claim.authoritative) endDispute(step, slot, claim.type);
  } else if (claim.authoritative || slot === state.activeSlot) {
    nameActive(step, { slot, ...claim });
  }
};

const observeStandby = (step: Step, slot: ManagementSlot | undefined, type: string): void => {
  const { state } = step;
  if (slot === undefined || state.phase === "disputed") return;
  if (state.activeSlot === null) nameActive(step, { slot: otherSlot(slot), type, authoritative: true });
  else if (state.activeSlot === slot) roleStandby(step, slot, type);
};

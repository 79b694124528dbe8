import * as z from "zod/mini";
import { describeTwin } from "../describe.ts";
import { ChassisEvent } from "../events.ts";
import { isPredicted, isStandbyReady, redundancyOf, savedDefaultSlot } from "../facts.ts";
import { BIGIRON_RX } from "../profile.ts";
import type { ModuleFacts, Moment, TwinState } from "../state.ts";
import { timestamp } from "../timestamp.ts";
import type { Reason } from "../twin.ts";
import {
  type BootSource,
  MANAGEMENT_SLOTS,
  type ManagementSlot,
  otherSlot,
  type SwitchoverCause,
} from "../vocabulary.ts";

/** What an operator may do to a chassis, or what may befall it, for which one wants to know the outcome before. */
export const WhatIfAction = z.enum(["remove-active", "remove-standby", "switchover", "power-loss-active", "reload"]);
export type WhatIfAction = z.infer<typeof WhatIfAction>;

/** Something that would happen to a chassis. */
type Happening = ChassisEvent extends infer Event
  ? Event extends ChassisEvent
    ? Pick<Event, "type" | "data">
    : never
  : never;

/** What would follow from an action, as the manual has it. */
export interface Course {
  /** In their order, all at one moment; none when the action is refused. */
  readonly happenings: readonly Happening[];
  /** What decides it, in words. */
  readonly explanation: readonly string[];
  /** Why the device, or the lack of what the action is about, refuses it. */
  readonly refusals: readonly Reason[];
}

/** A chassis as it is at a moment, deadlines up to which have passed. */
export interface Situation {
  readonly chassisId: string;
  readonly state: TwinState;
  readonly at: Moment;
}

/** The source of the events that only might happen. */
const SOURCE = "chassis-twin/what-if";

/** The attributes of the n-th event that would happen to a chassis at a moment, but for type and data. */
export const hypothetical = ({ chassisId, at }: Omit<Situation, "state">, index: number) => ({
  specversion: "1.0",
  id: `${index + 1}`,
  source: SOURCE,
  subject: chassisId,
  time: timestamp(at),
  sequence: `${index + 1}`,
});

/** The events by which a course shows in the twin. */
export const eventsOf = ({ happenings }: Course, situation: Omit<Situation, "state">): readonly ChassisEvent[] =>
  happenings.map((happening, index) => ChassisEvent.parse({ ...hypothetical(situation, index), ...happening }));

/** The course that an action would take. */
export const courseOf = (action: WhatIfAction, situation: Situation): Course => COURSES[action](situation);

const COURSES: Readonly<Record<WhatIfAction, (situation: Situation) => Course>> = {
  "remove-active": ({ state }) =>
    loseActive(state, "active-removed", (slot) => ({ type: "module.removed", data: { slot } })),
  "power-loss-active": ({ state }) =>
    loseActive(state, "active-power-lost", (slot) => ({ type: "module.power-lost", data: { slot } })),
  "remove-standby": ({ state }) => removeStandby(state),
  switchover: (situation) => switchOver(situation),
  reload: ({ state }) => reload(state),
};

/** T9, T10, T15, T16: only a ready standby takes over from an active that is lost [R/I]. */
const loseActive = (state: TwinState, cause: SwitchoverCause, lossOf: (slot: ManagementSlot) => Happening): Course => {
  const from = state.activeSlot;
  if (from === null) return refused("No module is known to be active.");
  const to = otherSlot(from);
  if (takesOver(state)) return course([`${to} is ready and takes over.`], lossOf(from), completed(from, to, cause));
  return course([whyNotTakingOver(state, to)], lossOf(from));
};

const takesOver = (state: TwinState): boolean =>
  state.phase !== "disputed" && isStandbyReady(state) && !isPredicted(state);

const completed = (from: ManagementSlot, to: ManagementSlot, cause: SwitchoverCause): Happening => ({
  type: "switchover.completed",
  data: { from, to, cause },
});

const whyNotTakingOver = (state: TwinState, slot: ManagementSlot): string => {
  const { presence, status } = state.modules[slot];
  if (state.phase === "disputed") return `${slot} claims to be active too, and is believed then.`;
  if (presence === "absent") return `${slot} is empty: no module is left to take over.`;
  if (presence === "unknown") return `It is not known whether ${slot} holds a module that could take over.`;
  if (status !== "running") return `${slot} does not run: no module is left to take over.`;
  return `${slot} is not a ready standby, so it is not known to take over; the chassis may have to restart.`;
};

/** T13: the loss of a standby is no switchover [R]. */
const removeStandby = (state: TwinState): Course => {
  if (state.activeSlot === null) return refused("No module is known to be active, so none to be the standby.");
  const slot = otherSlot(state.activeSlot);
  if (state.modules[slot].presence === "absent") return refused(`${slot} is empty: there is no standby.`, slot);
  return course([`${state.activeSlot} stays active, without a standby.`], { type: "module.removed", data: { slot } });
};

/** T8, T11: the command is carried out by a ready standby only; the former active restarts beside it [R]. */
const switchOver = ({ chassisId, state, at }: Situation): Course => {
  const from = state.activeSlot;
  if (from === null || redundancyOf(state) !== "ready") {
    const { reasons } = describeTwin({ chassisId, state, revision: state.eventCount, asOf: at }).switchover;
    return { happenings: [], explanation: reasons.map(({ message }) => `Refused: ${message}`), refusals: reasons };
  }
  const to = otherSlot(from);
  return course(
    [`${to} is ready and takes over; ${from} restarts and becomes the standby.`],
    { type: "switchover.requested", data: { from, to } },
    completed(from, to, "manual"),
  );
};

/** T1, T2: every module that has power restarts; the saved default slot becomes active if it can, else the other [R]. */
const reload = (state: TwinState): Course => {
  const booting = MANAGEMENT_SLOTS.filter((slot) => couldBoot(state, slot));
  const preferred = savedDefaultSlot(state, BIGIRON_RX);
  const elected = booting.includes(preferred) ? preferred : booting[0];
  if (elected === undefined) return course(["No module is known that could boot."], COLD_START);
  const why =
    elected === preferred
      ? `${elected} becomes active: it is the saved default active slot.`
      : `${elected} becomes active: nothing boots in ${preferred}, the saved default active slot.`;
  const boots = [elected, ...booting.filter((slot) => slot !== elected)].map((slot) => booted(state, slot, elected));
  return course([why], COLD_START, ...boots, { type: "module.role-changed", data: { slot: elected, to: "active" } });
};

const COLD_START: Happening = { type: "chassis.cold-started", data: {} };

// Status null of a module that is there: it has no power.
const couldBoot = ({ modules }: TwinState, slot: ManagementSlot): boolean =>
  modules[slot].presence === "present" && modules[slot].status !== null;

const booted = (state: TwinState, slot: ManagementSlot, elected: ManagementSlot): Happening => {
  const bootSource = sourceAtBoot(state, elected);
  const { primary, secondary } = state.modules[slot].versions;
  const code = bootSource === "primary-flash" ? primary : bootSource === "secondary-flash" ? secondary : null;
  const versions = code === null ? {} : { versions: { flashCode: code } };
  return { type: "module.booted", data: { slot, ...(bootSource === null ? {} : { bootSource }), ...versions } };
};

/**
 * P18: the source that was taken when the same one was specified, else the first configured one that holds code, as far
 * as that is known; cards are those of the module that will be active [R/I].
 */
const sourceAtBoot = (state: TwinState, elected: ManagementSlot): BootSource | null => {
  const [specified] = state.bootOrder;
  const module = state.modules[elected];
  if (specified === undefined) return module.bootedFrom ?? state.modules[otherSlot(elected)].bootedFrom;
  const likeBefore = [module, state.modules[otherSlot(elected)]].find(
    ({ specifiedAtBoot, bootedFrom }) => specifiedAtBoot === specified && bootedFrom !== null,
  );
  if (likeBefore !== undefined) return likeBefore.bootedFrom;
  for (const source of state.bootOrder) {
    const holds = holdsCode(module, source);
    if (holds !== false) return holds === null ? null : source;
  }
  return null;
};

/** Whether a module would find code at a source; `null` when that is not known. */
const holdsCode = ({ cards, versions }: ModuleFacts, source: BootSource): boolean | null => {
  switch (source) {
    case "primary-flash":
      return true;
    case "secondary-flash":
      return versions.secondary === null ? null : true;
    case "pcmcia-slot-1":
      return cards[1];
    case "pcmcia-slot-2":
      return cards[2];
    case "tftp":
    case "bootp":
      return null;
  }
};

const course = (explanation: readonly string[], ...happenings: readonly Happening[]): Course => ({
  happenings,
  explanation,
  refusals: [],
});

const refused = (message: string, slot?: ManagementSlot): Course => ({
  happenings: [],
  explanation: [message],
  refusals: [{ code: "not-known", message, ...(slot === undefined ? {} : { slot }), since: null, evidence: [] }],
});

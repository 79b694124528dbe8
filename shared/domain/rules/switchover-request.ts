import type { EventOf } from "../events.ts";
import { isStandbyReady, redundancyOf } from "../facts.ts";
import { applied, noEffect, type Outcome, quarantine, type Step, since } from "../step.ts";
import { otherSlot } from "../vocabulary.ts";
import { nameActive } from "./active-role.ts";

/** T8: somebody asked the ready standby to take over; the active stays until there is evidence [R]. */
export const switchoverRequested = (step: Step, { data }: EventOf<"switchover.requested">): Outcome => {
  const { state } = step;
  const { activeSlot } = state;
  const to = data.to ?? (data.from === undefined ? undefined : otherSlot(data.from));
  if (to !== undefined && state.modules[to].presence === "absent")
    return quarantine(step, `${to} is empty, so it cannot take over`);
  if (to !== undefined && to === activeSlot) return noEffect(`${to} is the active module already`);
  if (state.phase === "switching") return noEffect("a switchover is under way already", state.pending?.requested);
  if (activeSlot === null || redundancyOf(state) !== "ready" || !isStandbyReady(state)) {
    return noEffect("there is no ready standby, so a device ignores the request");
  }
  state.phase = "switching";
  state.pending = {
    from: activeSlot,
    to: otherSlot(activeSlot),
    cause: "manual",
    requested: since(step),
    lost: null,
    sessionsClosed: 0,
  };
  return applied;
};

/** A device refused a switchover: everything stays as it was. */
export const switchoverRefused = (step: Step, _event: EventOf<"switchover.refused">): Outcome => {
  const { state } = step;
  if (state.phase !== "switching" || state.pending?.lost != null)
    return noEffect("no requested switchover was under way");
  state.phase = "up";
  state.pending = null;
  return applied;
};

/** T11: the switchover itself is reported; one to the current active has no effect (P15) [R/I]. */
export const switchoverCompleted = (step: Step, { type, data }: EventOf<"switchover.completed">): Outcome => {
  const { state } = step;
  if (state.modules[data.to].presence === "absent")
    return quarantine(step, `${data.to} is empty, so it cannot have taken over`);
  if (data.from === data.to) return quarantine(step, "a switchover moves the active role to the other module");
  return nameActive(step, { slot: data.to, type, completed: { cause: data.cause ?? null } });
};

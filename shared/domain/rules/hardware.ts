import type { EventOf } from "../events.ts";
import { applied, noEffect, type Outcome, quarantine, type Step } from "../step.ts";
import { closeSessionsOf } from "./management-sessions.ts";

/** A PCMCIA card was put into, or taken out of, a management module's front panel [R]. */
export const cardChanged = (step: Step, { type, data }: EventOf<"card.inserted" | "card.removed">): Outcome => {
  const module = step.state.modules[data.slot];
  if (module.presence === "absent") return quarantine(step, `${data.slot} is empty, so it has no card slots`);
  const isThere = type === "card.inserted";
  if (module.cards[data.card] === isThere)
    return noEffect(`card ${data.card} of ${data.slot} was known to be ${isThere ? "there" : "out"}`);
  module.presence = "present";
  module.cards = { ...module.cards, [data.card]: isThere };
  return applied;
};

/** P20: the management port of a module went up or down; its sessions close with it [R]. */
export const managementPortChanged = (
  step: Step,
  { type, data }: EventOf<"management-port.up" | "management-port.down">,
): Outcome => {
  const { state } = step;
  const module = state.modules[data.slot];
  if (module.presence === "absent") return quarantine(step, `${data.slot} is empty, so it has no management port`);
  const port = type === "management-port.up" ? "up" : "down";
  if (module.managementPort === port) return noEffect(`the management port of ${data.slot} was known to be ${port}`);
  module.presence = "present";
  module.managementPort = port;
  if (port === "down") closeSessionsOf(state, data.slot);
  return applied;
};

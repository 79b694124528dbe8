import type { EventOf } from "../events.ts";
import { activeModule } from "../facts.ts";
import type { ModuleFacts } from "../state.ts";
import { applied, noEffect, type Outcome, quarantine, type Step } from "../step.ts";
import { changeRunningConfig } from "./running-config.ts";
import { copyRunningConfigOnce } from "./synchronization.ts";
import { copyUnconditionally } from "./transfers.ts";
import { witnessed } from "./witness.ts";

/** T7: the running-config of the active changed [R]. */
export const configChanged = (step: Step, { data }: EventOf<"config.changed">): Outcome => {
  const { state } = step;
  const active = activeModule(state);
  if (active === null) return noEffect("no module is known to be active whose configuration could change");
  const witness = witnessed(step, "config changed", data);
  if (witness !== null) return witness;
  if (data.revision !== undefined && data.revision === active.runningConfig.revision) {
    return noEffect("the configuration was known to be at this revision");
  }
  state.lost = null;
  changeRunningConfig(step, active, { revision: data.revision ?? null, digest: data.digest ?? null });
  return applied;
};

/** T6: the active saved its configuration, settings of redundancy included [R]. */
export const configSaved = (step: Step, { data }: EventOf<"config.saved">): Outcome => {
  const { state } = step;
  const active = activeModule(state);
  if (active === null) return noEffect("no module is known to be active whose configuration could be saved");
  const witness = witnessed(step, "config saved", data);
  if (witness !== null) return witness;
  const { runningConfig } = active;
  const isNamed = data.revision !== undefined || data.digest !== undefined;
  active.systemConfig = isNamed ? { revision: data.revision ?? null, digest: data.digest ?? null } : runningConfig;
  if (runningConfig.revision === null && runningConfig.digest === null) active.runningConfig = active.systemConfig;
  state.savedSettings = state.settings;
  state.possiblyLost = null;
  state.lost = null;
  copyUnconditionally(step, "system-config");
  return applied;
};

/** T6, P9, P10: an image in a module's flash was replaced; the active's code, but not its boot code, is copied on [R]. */
export const imageUpdated = (step: Step, { data }: EventOf<"image.updated">): Outcome => {
  const { state } = step;
  const module = state.modules[data.slot];
  if (module.presence === "absent") return quarantine(step, `${data.slot} is empty, so it has no flash to update`);
  const witness = witnessed(step, `image ${data.slot} ${data.image} ${data.version}`, { digest: data.digest });
  if (witness !== null) return witness;
  module.presence = "present";
  const image = data.image === "boot" ? "bootCode" : data.image;
  module.versions = { ...module.versions, [image]: data.version };
  if (image === "primary") module.integrity = integrityAfter(data.verified);
  if (data.slot === state.activeSlot && image !== "bootCode") copyUnconditionally(step, "flash-code");
  return applied;
};

const integrityAfter = (verified: boolean | undefined): ModuleFacts["integrity"] =>
  verified === undefined ? "unknown" : verified ? "ok" : "suspect";

/** The sources that the chassis boots from, in order; they need no saving. */
export const bootSourceConfigured = (step: Step, { data }: EventOf<"boot-source.configured">): Outcome => {
  if (JSON.stringify(step.state.bootOrder) === JSON.stringify(data.order))
    return noEffect("the boot order was known to be this");
  step.state.bootOrder = data.order;
  return applied;
};

/** The default active slot, for the next power-on once saved, and the period of running-config copies (T2, T7) [R]. */
export const redundancyConfigured = (step: Step, { data }: EventOf<"redundancy.configured">): Outcome => {
  const { state } = step;
  const { settings } = state;
  const isOnce = data.syncPeriodSeconds !== undefined && data.syncPeriodSeconds < 0;
  const period = isOnce ? undefined : data.syncPeriodSeconds;
  const changes = {
    defaultActiveSlot: data.defaultActiveSlot ?? settings.defaultActiveSlot,
    syncPeriodSeconds: period ?? settings.syncPeriodSeconds,
  };
  const before = JSON.stringify([settings, state.savedSettings]);
  if (changes.syncPeriodSeconds !== settings.syncPeriodSeconds) state.periodSince = step.at;
  state.settings = changes;
  if (data.saved === true) state.savedSettings = changes;
  const isCopied = isOnce && copyRunningConfigOnce(step);
  if (isCopied || before !== JSON.stringify([state.settings, state.savedSettings])) return applied;
  return noEffect(isOnce ? "no standby is ready, so nothing was copied" : "the settings were known to be these");
};

import type { ChassisEvent, EventOf } from "../events.ts";
import { applied, noEffect, type Outcome, type Step } from "../step.ts";
import {
  bootSourceConfigured,
  configChanged,
  configSaved,
  imageUpdated,
  redundancyConfigured,
} from "./configuration.ts";
import { coldStarted } from "./election.ts";
import { cardChanged, managementPortChanged } from "./hardware.ts";
import { interfaceOutOfSync, interfaceResynced } from "./interface-modules.ts";
import { sessionClosed, sessionOpened } from "./management-sessions.ts";
import { moduleBooted, moduleBootFailed, moduleBooting, moduleInserted } from "./module-boot.ts";
import { chassisObserved } from "./observation.ts";
import {
  modulePowerLost,
  moduleRemoved,
  moduleReset,
  roleChanged,
  standbyDown,
  statusChanged,
} from "./reported-status.ts";
import { standbyReportedReady } from "./standby-ready.ts";
import { switchoverCompleted, switchoverRefused, switchoverRequested } from "./switchover-request.ts";
import { syncCompared, syncCompleted, syncFailed, syncStarted } from "./synchronization.ts";
import { warmStarted } from "./warm-start.ts";

/** What each type of event means: the one place where the types meet the rules. */
export const interpret = (step: Step, event: ChassisEvent): Outcome => {
  if (event.type === "chassis.retired") return retire(step, event);
  step.state.retired = false;
  switch (event.type) {
    case "module.inserted":
      return moduleInserted(step, event);
    case "module.removed":
      return moduleRemoved(step, event);
    case "module.booting":
      return moduleBooting(step, event.data.slot);
    case "module.booted":
      return moduleBooted(step, event.data);
    case "module.boot-failed":
      return moduleBootFailed(step, event);
    case "module.reset":
      return moduleReset(step, event);
    case "module.power-lost":
      return modulePowerLost(step, event);
    case "module.status-changed":
      return statusChanged(step, event);
    case "module.role-changed":
      return roleChanged(step, event);
    case "standby.ready":
      return standbyReportedReady(step, event.data.slot, event.type);
    case "standby.down":
      return standbyDown(step, event);
    case "sync.compared":
      return syncCompared(step, event);
    case "sync.started":
      return syncStarted(step, event);
    case "sync.completed":
      return syncCompleted(step, event);
    case "sync.failed":
      return syncFailed(step, event);
    case "config.changed":
      return configChanged(step, event);
    case "config.saved":
      return configSaved(step, event);
    case "image.updated":
      return imageUpdated(step, event);
    case "boot-source.configured":
      return bootSourceConfigured(step, event);
    case "card.inserted":
    case "card.removed":
      return cardChanged(step, event);
    case "redundancy.configured":
      return redundancyConfigured(step, event);
    case "switchover.requested":
      return switchoverRequested(step, event);
    case "switchover.refused":
      return switchoverRefused(step, event);
    case "switchover.completed":
      return switchoverCompleted(step, event);
    case "chassis.cold-started":
      return coldStarted(step);
    case "chassis.warm-started":
      return warmStarted(step, event);
    case "chassis.observed":
      return chassisObserved(step, event);
    case "session.opened":
      return sessionOpened(step, event);
    case "session.closed":
      return sessionClosed(step, event);
    case "management-port.up":
    case "management-port.down":
      return managementPortChanged(step, event);
    case "interface-module.out-of-sync":
      return interfaceOutOfSync(step, event);
    case "interface-module.resynced":
      return interfaceResynced(step, event);
    default:
      return event satisfies never;
  }
};

/** The chassis leaves every fleet answer and its findings close, until its next event. */
const retire = ({ state }: Step, _event: EventOf<"chassis.retired">): Outcome => {
  if (state.retired) return noEffect("the chassis was known to be retired");
  state.retired = true;
  return applied;
};

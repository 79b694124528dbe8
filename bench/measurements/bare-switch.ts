import type { ChassisEvent } from "../../shared/domain/events.ts";
import { type TwinState, workingCopy } from "../../shared/domain/state.ts";
import { isManagementSlot } from "../../shared/domain/vocabulary.ts";

/**
 * What the events of the workload assign, without a rule, a finding, a deadline or any evidence: the least that a
 * reducer does.
 */
export const bareSwitch = (before: TwinState, event: ChassisEvent): TwinState => {
  const state = workingCopy(before);
  state.eventCount += 1;
  state.lastEventAt = Date.parse(event.time);
  switch (event.type) {
    case "module.status-changed":
      if (!isManagementSlot(event.data.slot)) {
        const known = state.interfaceModules[event.data.slot] ?? { inSync: null, overwritten: false };
        const module = { ...known, status: event.data.to };
        state.interfaceModules = { ...state.interfaceModules, [event.data.slot]: module };
      }
      break;
    case "session.opened": {
      const { sessionId, kind, peerAddress = null } = event.data;
      const session = { slot: state.activeSlot, sessionId, kind, peerAddress, since: state.lastEventAt };
      state.sessions = [...state.sessions, session];
      break;
    }
    case "session.closed":
      state.sessions = state.sessions.filter(({ sessionId }) => sessionId !== event.data.sessionId);
      break;
    case "config.changed":
      if (state.activeSlot !== null) {
        const { revision = null, digest = null } = event.data;
        state.modules[state.activeSlot].runningConfig = { revision, digest };
      }
      break;
    case "sync.completed":
      state.files.runningConfig.status = "in-sync";
      state.files.runningConfig.syncedAt = state.lastEventAt;
      break;
    case "management-port.up":
    case "management-port.down":
      state.modules[event.data.slot].managementPort = event.type === "management-port.up" ? "up" : "down";
      break;
    case "standby.ready":
      state.modules[event.data.slot].standbyState = "ready";
      break;
    case "chassis.observed":
      state.managementAddress = event.data.managementAddress ?? state.managementAddress;
      for (const { slot, status } of event.data.modules) {
        if (isManagementSlot(slot)) state.modules[slot].status = status ?? null;
      }
      break;
    default:
  }
  return state;
};

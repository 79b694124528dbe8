import type { ChassisEvent, EventOf, ObservedModule } from "../../../shared/domain/events.ts";
import { isManagementSlot } from "../../../shared/domain/vocabulary.ts";

/** What an event says, in plain words. */
export const inWords = (event: ChassisEvent): string => {
  switch (event.type) {
    case "module.inserted":
      return `a module was put into ${event.data.slot}`;
    case "module.removed":
      return `the module in ${event.data.slot} was taken out`;
    case "module.booting":
      return `${event.data.slot} is booting${from(event.data.bootSource)}`;
    case "module.booted":
      return `${event.data.slot} has booted${running(event.data)}${from(event.data.bootSource)}`;
    case "module.boot-failed":
      return `${event.data.slot} could not boot${from(event.data.bootSource)}${because(event.data.reason)}`;
    case "module.reset":
      return `${event.data.slot} was reset${because(event.data.reason ?? event.data.cause)}`;
    case "module.power-lost":
      return `${event.data.slot} lost power`;
    case "module.status-changed":
      return `${event.data.slot} is ${event.data.to}${because(event.data.reason)}`;
    case "module.role-changed":
      return `${event.data.slot} ${event.data.from ? `went from ${event.data.from} to` : "is now"} ${event.data.to}`;
    case "standby.ready":
      return `${event.data.slot} is ready to take over`;
    case "standby.down":
      return `the standby is down${because(event.data.reason)}`;
    case "card.inserted":
      return `a card was put into PCMCIA slot ${event.data.card} of ${event.data.slot}`;
    case "card.removed":
      return `the card in PCMCIA slot ${event.data.card} of ${event.data.slot} was taken out`;
    case "management-port.up":
      return `the management port of ${event.data.slot} is up`;
    case "management-port.down":
      return `the management port of ${event.data.slot} is down`;
    case "interface-module.out-of-sync":
      return `interface module ${event.data.slot} is out of sync`;
    case "interface-module.resynced":
      return `interface module ${event.data.slot} is in sync again`;
    case "sync.compared":
      return `${event.data.file} compared: ${event.data.result === "same" ? "no difference" : "they differ"}`;
    case "sync.started":
      return `${event.data.file} is being copied${way(event.data)}`;
    case "sync.completed":
      return `${event.data.file} has been copied${way(event.data)}`;
    case "sync.failed":
      return `${event.data.file} could not be copied${because(event.data.reason)}`;
    case "config.changed":
      return `the running-config was changed${by(event.data.by)}`;
    case "config.saved":
      return `the configuration was saved${by(event.data.by)}`;
    case "image.updated":
      return `${event.data.slot} got ${event.data.version} as its ${event.data.image} image`;
    case "boot-source.configured":
      return `boot order set to ${event.data.order.join(", ")}`;
    case "redundancy.configured":
      return "the redundancy settings were changed";
    case "switchover.requested":
      return `a switchover was asked for${by(event.data.by)}`;
    case "switchover.refused":
      return `the switchover was refused${because(event.data.reason)}`;
    case "switchover.completed":
      return `the switchover to ${event.data.to} is complete`;
    case "chassis.cold-started":
      return "the chassis reports a cold start";
    case "chassis.warm-started":
      return "the chassis reports a warm start";
    case "chassis.observed":
      return `looked at: ${event.data.modules.filter(isManagementRow).map(rowInWords).join(", ")}`;
    case "chassis.retired":
      return `the chassis was retired${by(event.data.by)}`;
    case "session.opened":
      return `${event.data.kind} session ${event.data.sessionId} opened${from(event.data.peerAddress)}`;
    case "session.closed":
      return `session ${event.data.sessionId} closed${because(event.data.reason)}`;
  }
};

const isManagementRow = ({ slot }: ObservedModule): boolean => isManagementSlot(slot);

const rowInWords = ({ slot, role, standbyState, status }: ObservedModule): string =>
  [slot, standbyState === "ready" ? "ready" : "", role ?? status ?? ""].filter((word) => word !== "").join(" ");

const running = ({ versions }: EventOf<"module.booted">["data"]): string =>
  versions?.flashCode === undefined ? "" : ` ${versions.flashCode}`;

const way = ({ from: source, to }: EventOf<"sync.started">["data"]): string =>
  `${from(source)}${to === undefined ? "" : ` to ${to}`}`;

const from = (origin: string | undefined): string => (origin === undefined ? "" : ` from ${origin}`);
const because = (reason: string | undefined): string => (reason === undefined ? "" : ` (${reason})`);
const by = (who: string | undefined): string => (who === undefined ? "" : ` by ${who}`);

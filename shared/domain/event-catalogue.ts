import type { Declared } from "./event-fields.ts";
import type { EventOf, EventType } from "./events.ts";

/** What readers are told of a type of event. */
export interface EventEntry<T extends EventType> {
  /** What has happened, in one sentence. */
  readonly meaning: string;
  /** Its fields that mean something else than they do in most types. */
  readonly fields?: { readonly [Name in keyof Declared<EventOf<T>["data"]>]?: string };
}

const DIRECTION = { from: "The module copied from: always the active one.", to: "The module copied to." };
const MANAGEMENT_ONLY = { slot: "The slot of the management module." };
const AFTER_CHANGE = {
  revision: "The revision after the change.",
  digest: "A digest of the content after the change.",
};

/** What each type of event means. */
export const EVENT_CATALOGUE: { readonly [T in EventType]: EventEntry<T> } = {
  "module.inserted": {
    meaning: "A module was put into a slot. A management module comes up as standby where another one is active.",
  },
  "module.removed": { meaning: "A module was taken out of its slot." },
  "module.booting": {
    meaning: "A management module began to boot, so it does not run now.",
  },
  "module.booted": {
    meaning: "A management module has booted and runs.",
    fields: { bootSource: "Where the module loaded its code from." },
  },
  "module.boot-failed": {
    meaning: "A management module could not boot.",
    fields: { bootSource: "Where the module tried to load its code from." },
  },
  "module.reset": {
    meaning: "A management module was reset, or reset itself, and boots again.",
    fields: {
      cause: "Why it was reset; `switchover` when it gave up the active role because somebody asked for that.",
    },
  },
  "module.power-lost": { meaning: "A management module lost its power." },
  "module.status-changed": {
    meaning: "The status of a module changed, as the device's board table shows it.",
  },
  "module.role-changed": {
    meaning: "A management module reports another role of itself; that it is active is evidence of a switchover.",
  },
  "standby.ready": {
    meaning: "The standby reports that it could take over.",
    fields: { slot: "The slot of the standby." },
  },
  "standby.down": {
    meaning: "The standby is down. This is no switchover.",
    fields: { slot: "The slot of the standby; if absent, the one beside the active module." },
  },
  "sync.compared": {
    meaning: "The active module compared a file of the standby with its own; one that differs is copied at once.",
    fields: DIRECTION,
  },
  "sync.started": {
    meaning: "The active module began to copy a file to the standby.",
    fields: DIRECTION,
  },
  "sync.completed": {
    meaning: "A file was copied to the standby, whole.",
    fields: { ...DIRECTION, version: "The version of the primary image that was copied." },
  },
  "sync.failed": {
    meaning: "The copy of a file to the standby failed; what it wrote to is not to be trusted.",
    fields: DIRECTION,
  },
  "config.changed": {
    meaning: "The running-config of the active module changed.",
    fields: AFTER_CHANGE,
  },
  "config.saved": {
    meaning: "The running-config was saved, settings of redundancy included; the saved file is copied to the standby.",
    fields: { revision: "The revision that was saved.", digest: "A digest of what was saved." },
  },
  "image.updated": {
    meaning:
      "An image on a management module was replaced. On the active one, all but boot code is copied to the standby.",
    fields: MANAGEMENT_ONLY,
  },
  "boot-source.configured": {
    meaning: "The sources that the chassis boots from were configured. They need no saving.",
  },
  "card.inserted": {
    meaning: "A PCMCIA card was put into a management module.",
    fields: MANAGEMENT_ONLY,
  },
  "card.removed": {
    meaning: "A PCMCIA card was taken out of a management module.",
    fields: MANAGEMENT_ONLY,
  },
  "chassis.retired": {
    meaning: "The chassis is out of service: it leaves every answer about the fleet until its next event.",
  },
  "redundancy.configured": {
    meaning: "Settings of redundancy were changed; those that are absent stay as they are.",
  },
  "switchover.requested": {
    meaning: "Somebody asked the standby to take over. The active module stays active until there is evidence.",
    fields: { from: "The module to give up the active role.", to: "The module to become active." },
  },
  "switchover.refused": {
    meaning: "The device refused the switchover that was asked for; everything stays as it was.",
  },
  "switchover.completed": {
    meaning: "The active role has moved to the other management module.",
    fields: { from: "The module that was active.", to: "The module that is active now.", cause: "Why the role moved." },
  },
  "chassis.cold-started": {
    meaning: "The chassis started from power-on or from a reset of everything. This is never a switchover.",
  },
  "chassis.warm-started": {
    meaning: "A management module started as the active one while the chassis ran, which is evidence of a switchover.",
    fields: { reporterSlot: "The module that reports the start, and so the one that took over." },
  },
  "chassis.observed": {
    meaning: "Somebody looked at the chassis, by a poll or a command, and saw this.",
  },
  "session.opened": {
    meaning: "A management session with the active module was opened.",
  },
  "session.closed": {
    meaning: "A management session was closed.",
  },
  "management-port.up": {
    meaning: "The management port of a management module came up.",
    fields: MANAGEMENT_ONLY,
  },
  "management-port.down": {
    meaning: "The management port of a management module went down, and its sessions with it.",
    fields: MANAGEMENT_ONLY,
  },
  "interface-module.out-of-sync": {
    meaning: "After a takeover an interface module does not hold what the new active module holds.",
  },
  "interface-module.resynced": {
    meaning: "An interface module holds again what the active module holds.",
  },
};

import type { ChassisEvent } from "./events.ts";

/** The members that a schema declares, without those that it merely lets pass. */
export type Declared<T> = { [Name in keyof T as string extends Name ? never : Name]: T[Name] };

type NameIn<T> = T extends readonly (infer Item)[]
  ? NameIn<Item>
  : T extends object
    ? { [Name in keyof Declared<T> & string]-?: Name | NameIn<NonNullable<Declared<T>[Name]>> }[keyof Declared<T> &
        string]
    : never;

/** The name of an attribute of the envelope. */
export type EventAttribute = keyof Declared<ChassisEvent> & string;

/** The name of a field that the `data` of some event has, at any depth. */
export type EventField = NameIn<ChassisEvent["data"]>;

/** What each attribute of the envelope means. */
export const ATTRIBUTE_MEANINGS: { readonly [Name in EventAttribute]: string } = {
  specversion: "The version of CloudEvents.",
  id: "Identifies the event, together with its source, subject and time, for ever: the same again changes nothing.",
  source: "Who says it: a collector, a station or a person, best as a URI.",
  subject: "The chassisId of the chassis that it happened to.",
  type: "What happened: one of the types below.",
  time: "When it happened, by the best estimate there is. Kept in UTC milliseconds. Refused when it is before the year 2000 or more than 5 minutes ahead of its receipt.",
  data: "The particulars, as told for each type.",
  carrier: "How the source learnt of it.",
  sequence: "Orders the events of one time, as a number; an event without it comes first.",
  correlationid: "Ties together events of one operation. Kept as it is.",
  devicetime: "The time that the device itself gave, in its own words. Kept as it is.",
  recordedtime: "When the service received the event. The service sets it, whatever the sender put there.",
};

/** What each field means, unless a type gives it another meaning. */
export const FIELD_MEANINGS: { readonly [Name in EventField]: string } = {
  slot: "The slot of the module.",
  serialNumber: "The module's serial number. Another one than before shows that the module was exchanged.",
  partNumber: "The module's part number.",
  description: "What the device calls the module.",
  bootSource: "Where the module loads its code from.",
  versions: "The versions of the code that runs.",
  flashCode: "The version of the flash code that runs.",
  monitor: "The version of the monitor.",
  bootCode: "The version of the boot code.",
  reason: "Why, in the words of the device or of a person.",
  cause: "Why.",
  from: "What it was before.",
  to: "What it is now.",
  errorCode: "The device's code for what went wrong.",
  file: "The file that the active module keeps the same on the standby.",
  result: "What the comparison found.",
  mode: "Why the file is copied: it was found different, it was saved or updated, its period passed, or somebody asked.",
  version: "The version of the new image.",
  revision: "The revision of the configuration.",
  digest: "A digest of the content; equal contents have equal digests.",
  by: "Who did it.",
  image: "Which image of the module.",
  verified: "Whether a check of the new image succeeded; absent when nobody checked.",
  order: "The sources in the order in which they are tried; an empty list when none is configured.",
  card: "The card slot of the module.",
  defaultActiveSlot: "The slot that a power-on makes active, once the setting is saved.",
  syncPeriodSeconds:
    "The seconds between copies of the running-config to the standby. 0 turns the copies off; a negative number makes one copy now and leaves the period as it is.",
  saved: "Whether the settings are saved as well; if not, the next `config.saved` saves them.",
  durationMs: "How long it took, in milliseconds.",
  reporterSlot: "The module that reports the start.",
  startedAt: "When the observation began. It does not contradict what changed after that.",
  endedAt: "When the observation ended.",
  nextWithinSeconds:
    "Promises the next observation within so many seconds. When none is made within 1.5 times that, counted from `time`, the finding `silent` opens.",
  managementAddress: "The address by which the chassis is managed.",
  modules:
    "A row for each slot that was seen. A slot without a row says nothing; an empty slot has a row that says so.",
  status: "The module's status.",
  role: "The role that the module reports of itself.",
  standbyState: "How far the standby has come towards being able to take over.",
  uptimeSeconds: "For how many seconds the module has been running.",
  bootedFrom: "Where the module loaded its code from.",
  runningConfig: "The running-config of the active module.",
  sessionId: "Identifies the session within the chassis.",
  kind: "What kind of session: on the command line, on the web, or of the network manager.",
  peerAddress: "The address that the session comes from.",
  overwritten: "Whether what the module held was overwritten, so that traffic on it may have been interrupted.",
};

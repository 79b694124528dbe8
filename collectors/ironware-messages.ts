import type { EventOf, EventType } from "../shared/domain/events.ts";
import { isManagementSlot, type ManagementSlot, type ReportedRole, type Slot } from "../shared/domain/vocabulary.ts";
import { readSlot } from "./slot-aliases.ts";
import { type SyslogContext, standbySlot } from "./syslog-context.ts";

/** What an event says, before it is known when and by whom. */
export type EventBody = { [T in EventType]: { type: T; data: EventOf<T>["data"] } }[EventType];

/** What a message means to the twin: an event, nothing, or something that cannot be told (each with the reason). */
export type Meaning =
  | { readonly body: EventBody }
  | { readonly withoutMeaning: string }
  | { readonly unrecognised: string };

type Said = readonly (string | undefined)[];
type Message = readonly [text: RegExp, read: (said: Said, context: SyslogContext) => Meaning];

/** What the messages of IronWare call a role. A module whose state is not known shows as "other" to a poll. */
const ROLES: ReadonlyMap<string, ReportedRole> = new Map([
  ["active", "active"],
  ["standby", "standby"],
  ["crashed", "crashed"],
  ["coming-up", "coming-up"],
  ["unknown", "other"],
]);

/** The meaning of one message, its header already taken off. */
export const readMessage = (text: string, context: SyslogContext): Meaning => {
  const said = text.replace(/^System: ?/i, "").replace(/\.$/, "");
  for (const [pattern, read] of MESSAGES) {
    const match = pattern.exec(said);
    if (match !== null) return read(match.slice(1), context);
  }
  return { unrecognised: text === "" ? "the line has no text" : "no message of this dialect has this text" };
};

const moduleUp = ([spelling]: Said, context: SyslogContext): Meaning =>
  ofSlot(spelling, context, (slot) => ({ type: "module.status-changed", data: { slot, to: "running" } }));

const moduleDown = ([spelling, reason, errorCode]: Said, context: SyslogContext): Meaning =>
  ofSlot(spelling, context, (slot) => ({
    type: "module.status-changed",
    data: { slot, to: "going-down", ...whyDown(reason, errorCode) },
  }));

const moduleInserted = ([spelling]: Said, context: SyslogContext): Meaning =>
  ofSlot(spelling, context, (slot) => ({ type: "module.inserted", data: { slot } }));

const moduleRemoved = ([spelling]: Said, context: SyslogContext): Meaning =>
  ofSlot(spelling, context, (slot) => ({ type: "module.removed", data: { slot } }));

const standbyReady = (_: Said, context: SyslogContext): Meaning => {
  const slot = standbySlot(context);
  if (slot !== undefined) return { body: { type: "standby.ready", data: { slot } } };
  return { unrecognised: "the message names no slot, and no line before it shows which module is the standby" };
};

const standbyDown = ([reason, errorCode]: Said, context: SyslogContext): Meaning => {
  const slot = standbySlot(context);
  const named = slot === undefined ? {} : { slot };
  return { body: { type: "standby.down", data: { ...named, ...whyDown(reason, errorCode) } } };
};

const roleChanged = ([spelling, before, after]: Said, context: SyslogContext): Meaning => {
  const [from, to] = [readRole(before), readRole(after)];
  if (to === undefined) return { unrecognised: `"${after}" is no state of a management module` };
  const previous = from === undefined || from === "other" ? {} : { from };
  return ofManagementSlot(spelling, context, (slot) => ({
    type: "module.role-changed",
    data: { slot, ...previous, to },
  }));
};

const hitlessReload = ([spelling]: Said, context: SyslogContext): Meaning =>
  ofManagementSlot(spelling, context, (slot) => ({ type: "switchover.completed", data: { to: slot } }));

const about = (withoutMeaning: string) => (): Meaning => ({ withoutMeaning });

const aboutProtocols = about("the progress of protocol state, not of the synchronized files");

const MESSAGES: readonly Message[] = [
  [/^Module up in slot (\S+)$/i, moduleUp],
  [/^Module down in slot ([^\s,]+)(?:, reason (.*?)\.? ?(?:Error Code (\S+))?)?$/i, moduleDown],
  [/^Module was inserted to slot (\S+)$/i, moduleInserted],
  [/^Module was removed from slot (\S+)$/i, moduleRemoved],
  [/^Standby Management Module was ready$/i, standbyReady],
  [/^Standby Management Module was down(?:, reason (.*?)\.? ?(?:Error Code (\S+))?)?$/i, standbyDown],
  [/^Management module at slot (\S+) state changed from ([\w -]+) to ([\w -]+)$/i, roleChanged],
  [/^HITLESS-RELOAD COMPLETED [–—-] Mgmt Module in slot (\S+) is now Active$/i, hitlessReload],
  [/^Cold start$/i, () => ({ body: { type: "chassis.cold-started", data: {} } })],
  [/^Warm start$/i, () => ({ body: { type: "chassis.warm-started", data: {} } })],
  [/^Health Monitoring: SFM \S+ powered off due to failure detection$/i, about("a switch-fabric module")],
  [/^Fabric Monitoring Link (?:Up|Down) ?:/i, about("a link of the switch fabric")],
  [/^Interface ethernet \S+, state (?:up|down)/i, about("a port; which module has it is not said")],
  [/^MAC Filter applied to port /i, about("a filter")],
  [/^Stack: /i, about("a stack of switches, not a chassis")],
  [/^(?:ACTIVE|STBY): (?:Baseline SYNC is completed|State synchronization is complete)\b/i, aboutProtocols],
  [/^ACTIVE: (?:Detected Stdby heart-beat|Standby is ready for baseline synchronization)$/i, aboutProtocols],
];

const ofSlot = (spelling = "", context: SyslogContext, body: (slot: Slot) => EventBody): Meaning => {
  const slot = readSlot(spelling, context.interfaceSlots);
  if (slot !== undefined) return { body: body(slot) };
  return { unrecognised: `a chassis with ${context.interfaceSlots} interface slots has no slot ${spelling}` };
};

const ofManagementSlot = (
  spelling: string | undefined,
  context: SyslogContext,
  body: (slot: ManagementSlot) => EventBody,
): Meaning => {
  const slot = readSlot(spelling ?? "", context.interfaceSlots);
  if (slot !== undefined && isManagementSlot(slot)) return { body: body(slot) };
  return { unrecognised: `slot ${spelling} of a chassis with ${context.interfaceSlots} takes no management module` };
};

const readRole = (state = ""): ReportedRole | undefined => ROLES.get(state.toLowerCase().replaceAll(" ", "-"));

const whyDown = (reason = "", errorCode = "") => ({
  ...(reason === "" ? {} : { reason }),
  ...(errorCode === "" ? {} : { errorCode }),
});

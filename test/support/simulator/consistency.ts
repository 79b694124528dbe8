import { ChassisEvent, type EventOf } from "../../../shared/domain/events.ts";
import type { SimulatedHistory } from "./simulator.ts";
import type { SimulatedTruth } from "./truth.ts";

type Rule = (history: SimulatedHistory) => boolean;

const always =
  (holds: (truth: SimulatedTruth, before: SimulatedTruth) => boolean): Rule =>
  ({ steps }) =>
    steps.every(({ truth }, index) => holds(truth, steps[index - 1]?.truth ?? truth));

const isObservation = (event: ChassisEvent): event is EventOf<"chassis.observed"> => event.type === "chassis.observed";

const tellsTakeover = ({ type, data }: ChassisEvent): boolean =>
  type === "chassis.warm-started" ||
  type === "switchover.completed" ||
  (type === "module.role-changed" && data["from"] === "standby");

/** Evidence of one takeover comes within this time; two takeovers are further apart. */
const ONE_TAKEOVER_MS = 5000;

const takeoversTold = (events: readonly ChassisEvent[]): number =>
  events
    .filter(tellsTakeover)
    .map(({ time }) => Date.parse(time))
    .filter((time, index, times) => time - (times[index - 1] ?? 0) > ONE_TAKEOVER_MS).length;

/** What must hold of every simulated history, by the sentence that says it. */
export const CONSISTENCY_RULES: Readonly<Record<string, Rule>> = {
  "consists of valid events about one chassis, each with its own identity": ({ events, chassisId }) =>
    events.every((event) => ChassisEvent.safeParse(event).success && event.subject === chassisId) &&
    new Set(events.map(({ source, id, time }) => `${source} ${id} ${time}`)).size === events.length,

  "is emitted in the order of time and sequence": ({ events }) =>
    events.every(
      ({ time, sequence }, at) => at === 0 || (time >= (events[at - 1]?.time ?? "") && sequence === `${at + 1}`),
    ),

  "has nothing happen between the beginning and the end of an observation": ({ events }) =>
    events
      .filter(isObservation)
      .every(
        ({ id, time, data }) =>
          data.startedAt < time &&
          !events.some((other) => other.id !== id && other.time >= data.startedAt && other.time <= time),
      ),

  "shows the true roles in every observation, and a ready standby only when it is ready": ({ steps, events }) =>
    steps
      .filter(({ action }) => action === "poll")
      .every(({ truth, eventCount }) => {
        const shown = events[eventCount - 1];
        return (
          shown?.type === "chassis.observed" &&
          shown.data.modules.every(
            ({ slot, role, standbyState }) =>
              (role !== "active" || slot === truth.activeSlot) && (standbyState !== "ready" || truth.standbyReady),
          )
        );
      }),

  "has an active module that runs, or none": always(
    ({ activeSlot, modules }) =>
      activeSlot === null || (modules[activeSlot].status === "running" && modules[activeSlot].role === "active"),
  ),

  "has one standby at most, but for the moment before one of them takes over": always(
    ({ takeoverBy, modules: { M1, M2 } }) => takeoverBy !== null || M1.role !== "standby" || M2.role !== "standby",
  ),

  "calls a standby ready only when it runs and holds the files of the active": always(
    ({ standbyReady, sync, modules: { M1, M2 } }) =>
      !standbyReady ||
      (sync.status === "in-sync" &&
        [M1, M2].every(({ status }) => status === "running") &&
        M1.versions.primary === M2.versions.primary &&
        M1.systemConfig === M2.systemConfig),
  ),

  "moves the active role by a takeover or a cold start only: nothing pre-empts": always(
    (truth, before) =>
      truth.switchoverCount !== before.switchoverCount ||
      truth.coldStarts !== before.coldStarts ||
      truth.activeSlot === null ||
      before.activeSlot === null ||
      truth.activeSlot === before.activeSlot,
  ),

  "takes over only with a standby that was ready before": always(
    ({ takeoverBy }, before) => takeoverBy === null || before.takeoverBy === takeoverBy || before.standbyReady,
  ),

  "closes every session when the active role moves or is lost": always(
    (truth, before) =>
      truth.activeSlot === before.activeSlot || !before.openSessions.some((id) => truth.openSessions.includes(id)),
  ),

  "reports every takeover, and nothing else as one": ({ truth, events }) =>
    takeoversTold(events) === truth.switchoverCount,

  "ends, when settled, with a ready standby in sync, or without one that could be": ({ truth }) =>
    (truth.phase === "up" || truth.phase === "off") &&
    (truth.sync.status === "in-sync" || truth.sync.status === "not-applicable") &&
    truth.standbyReady === (truth.sync.status === "in-sync"),
};

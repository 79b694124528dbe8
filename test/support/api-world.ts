import { acceptEventsEndpoint } from "../../functions/accept-events/endpoint.ts";
import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import { readFleetEndpoint } from "../../functions/read-fleet/endpoint.ts";
import { readTwinEndpoint } from "../../functions/read-twin/endpoint.ts";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import { matchRoute } from "../../shared/edge/routes.ts";
import type { BusEntry, EventBus, FleetIndex, HealthProbe, Pause } from "../../shared/ports.ts";
import { type ApiAnswer, type ApiRequest, send } from "./api.ts";
import { cloudEvent, keptLog, NOW } from "./api-events.ts";

/** The whole API on a store in memory. What is posted is projected before the post is answered. */
export const apiWorld = (replacing: Partial<FleetIndex & HealthProbe & EventBus & { readonly pause: Pause }> = {}) => {
  const store = memoryStore();
  const elsewhere = { ...store, ...replacing };
  const time = { now: NOW };
  const clock = () => time.now;
  const logger = keptLog();
  const publish = async (entries: readonly BusEntry[]) => {
    for (const entry of entries) await projectChassis(store, entry, clock);
    return entries.map(() => true);
  };
  const pause = async (milliseconds: number) => {
    time.now += milliseconds;
  };
  const endpoints = {
    "accept-events": acceptEventsEndpoint({ bus: { publish, ...replacing }, clock, logger }),
    "read-twin": readTwinEndpoint({ store, fleet: elsewhere, clock, pause, logger, ...replacing }),
    "read-fleet": readFleetEndpoint({ store, fleet: elsewhere, health: elsewhere, clock, logger }),
  };

  const request = (sent: ApiRequest): Promise<ApiAnswer> => {
    const match = matchRoute(sent.method ?? "GET", new URL(sent.target, "http://api.invalid").pathname);
    if (match instanceof Error) throw match;
    return send(endpoints[match.route.servedBy], sent);
  };

  return {
    store,
    /** What the clock of the service says; a test may move it. */
    time,
    request,
    /** Answers a GET. */
    get: (target: string, headers: Readonly<Record<string, string>> = {}) => request({ target, headers }),
    /** Has events happen; fails when one is not accepted. */
    happen: async (...events: readonly object[]): Promise<void> => {
      const headers = { "content-type": "application/cloudevents-batch+json" };
      const { body } = await request({ method: "POST", target: "/events", headers, body: JSON.stringify(events) });
      if (!JSON.stringify(body).startsWith(`{"accepted":${events.length},`)) throw new Error(JSON.stringify(body));
    },
  };
};

/** When the chassis of these tests are powered on: half an hour before the present of the tests. */
export const POWER_ON = NOW - 30 * 60_000;

/** An event of a chassis, so many seconds after its power-on. */
export const eventAt = (seconds: number, subject: string, type: string, data: object = {}): object =>
  cloudEvent({
    subject,
    type,
    data,
    id: `${type}@${seconds}`,
    time: new Date(POWER_ON + seconds * 1000).toISOString(),
  });

/** A cold start at the end of which M1 is active and M2 its ready standby. */
export const poweredOn = (subject: string): readonly object[] => [
  eventAt(5, subject, "chassis.cold-started"),
  eventAt(60, subject, "module.booted", { slot: "M1", bootSource: "primary-flash" }),
  eventAt(62, subject, "module.booted", { slot: "M2", bootSource: "primary-flash" }),
  eventAt(65, subject, "sync.compared", { file: "flash-code", result: "same" }),
  eventAt(66, subject, "sync.compared", { file: "system-config", result: "same" }),
  eventAt(70, subject, "standby.ready", { slot: "M2" }),
];

/** A world with two chassis in order, one without a standby, one hardly known and one retired. */
export const smallFleet = async (replacing: Partial<FleetIndex & HealthProbe> = {}) => {
  const world = apiWorld(replacing);
  await world.happen(
    ...poweredOn("lon-1"),
    ...poweredOn("par-1"),
    ...[...poweredOn("lon-2"), eventAt(200, "lon-2", "module.removed", { slot: "M2" })],
    eventAt(10, "par-2", "session.opened", { sessionId: "s", kind: "cli" }),
    ...[...poweredOn("old-1"), eventAt(300, "old-1", "chassis.retired")],
  );
  return world;
};

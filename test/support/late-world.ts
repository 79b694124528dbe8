import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import type { BusEntry } from "../../shared/ports.ts";
import { rememberingBus } from "./api-events.ts";
import { apiWorld } from "./api-world.ts";
import { BATCH } from "./posting.ts";

/** The API with a bus that keeps what it takes until the test delivers it. Bus and pauses take no time but the clock's. */
export const lateWorld = (refusing: readonly string[] = []) => {
  const { entries, publish } = rememberingBus(refusing);
  const log = { pauses: 0, loads: 0 };
  const deliver = async ({ chassisId, events }: BusEntry): Promise<void> => {
    await projectChassis(memory, { chassisId, events }, () => world.time.now);
  };
  const deliveries: (readonly BusEntry[])[] = [];
  const pause = async (milliseconds: number): Promise<void> => {
    world.time.now += milliseconds;
    log.pauses += 1;
    for (const entry of deliveries.shift() ?? []) await deliver(entry);
  };
  const world = apiWorld({ publish, pause });
  const memory = { ...world.store };
  world.store.load = (chassisId) => {
    log.loads += 1;
    return memory.load(chassisId);
  };

  return {
    ...world,
    /** What is on the bus. */
    entries,
    /** Has entries arrive at once. */
    deliver: async (...arriving: readonly BusEntry[]): Promise<void> => {
      for (const entry of arriving) await deliver(entry);
    },
    /** What arrives in the coming pauses of a reader that waits: the first in the first, and so on. */
    deliveries,
    /** How often a reader has paused, and read a record. */
    log,
    /** Posts events together and answers the token for them. */
    tokenOf: async (events: readonly object[]): Promise<string | undefined> => {
      const headers = { "content-type": BATCH };
      const answer = await world.request({ method: "POST", target: "/events", headers, body: JSON.stringify(events) });
      if (answer.status !== 202) throw new Error(JSON.stringify(answer.body));
      const token = answer.headers["twin-token"];
      return token === undefined ? undefined : String(token);
    },
    /** Reads a chassis with a token. */
    read: (chassisId: string, token = "", query = "") =>
      world.get(`/chassis/${chassisId}${query}`, { "Twin-Token": token }),
  };
};

import { describe, expect, test } from "@jest/globals";
import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import { readTwinEndpoint } from "../../functions/read-twin/endpoint.ts";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import type { Commit } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { twinTokenOf } from "../../shared/edge/twin-token.ts";
import { twinAt } from "../../shared/history/read-twin.ts";
import type { TwinStore } from "../../shared/ports.ts";
import { send } from "../support/api.ts";

const CHASSIS = "bxr-lab-01";
const START = Date.parse("2026-01-01T00:00:00.000Z");
const SECONDS_BETWEEN = 30;

const changeNumber = (index: number, id = `change-${index}`): ChassisEvent => {
  const time = new Date(START + index * SECONDS_BETWEEN * 1000).toISOString();
  return {
    specversion: "1.0",
    id,
    source: "urn:example:cli",
    subject: CHASSIS,
    type: "config.changed",
    time,
    recordedtime: time,
    data: { revision: index },
  };
};

/** A store that counts the items read from it. */
const counting = (store: TwinStore) => {
  let items = 0;
  const counted = async function* (commits: AsyncIterable<Commit>) {
    for await (const commit of commits) {
      items += 1;
      yield commit;
    }
  };
  const counter: TwinStore = {
    ...store,
    load: (chassisId) => {
      items += 1;
      return store.load(chassisId);
    },
    commitsFrom: (chassisId, from) => counted(store.commitsFrom(chassisId, from)),
    commitsBefore: (chassisId, before) => counted(store.commitsBefore(chassisId, before)),
  };
  return {
    store: counter,
    read: async (work: () => Promise<unknown>): Promise<number> => {
      items = 0;
      await work();
      return items;
    },
  };
};

const storeWith = async (length: number) => {
  const memory = memoryStore();
  const counted = counting(memory);
  const clock = () => START + (length + 10) * SECONDS_BETWEEN * 1000;
  const events = [
    {
      ...changeNumber(0),
      type: "module.role-changed" as const,
      id: "active",
      data: { slot: "M1" as const, to: "active" as const },
    },
    ...Array.from({ length }, (_, index) => changeNumber(index + 1)),
  ];
  for (let from = 0; from < events.length; from += 10) {
    await projectChassis(counted.store, { chassisId: CHASSIS, events: events.slice(from, from + 10) }, clock);
  }
  const at: Moment = START + (length / 2) * SECONDS_BETWEEN * 1000;
  const project = (event: ChassisEvent) =>
    projectChassis(counted.store, { chassisId: CHASSIS, events: [event] }, clock);
  const endpoint = readTwinEndpoint({ store: counted.store, fleet: memory, clock });
  const readWithToken = async (...waitedFor: readonly ChassisEvent[]) => {
    const headers = { "twin-token": twinTokenOf([{ chassisId: CHASSIS, events: waitedFor }]) ?? "" };
    const { status } = await send(endpoint, { target: `/chassis/${CHASSIS}`, headers });
    if (status !== 200) throw new Error(`answered ${status}`);
  };
  return {
    currentTwin: await counted.read(() => readWithToken(changeNumber(length))),
    twinWithDuplicate: await counted.read(() => readWithToken(changeNumber(length / 2))),
    pastTwin: await counted.read(() => twinAt(counted.store, { chassisId: CHASSIS }, { at })),
    knownTwin: await counted.read(() => twinAt(counted.store, { chassisId: CHASSIS }, { at, knownAt: at })),
    duplicate: await counted.read(() => project(changeNumber(length / 2))),
    lateEvent: await counted.read(() => project(changeNumber(length - 50, "late"))),
    pastTwinAfterLate: await counted.read(() => twinAt(counted.store, { chassisId: CHASSIS }, { at })),
  };
};

describe("with 10,000 events of history, at most three times the items of one with 100 are read", () => {
  const lengths = Promise.all([storeWith(100), storeWith(10_000)]);

  test.each([
    ["for the twin with its newest event", "currentTwin"],
    ["for the twin with an event that came again", "twinWithDuplicate"],
    ["for the twin of a past moment", "pastTwin"],
    ["for the twin as it was known at a past moment", "knownTwin"],
    ["for an event that comes again", "duplicate"],
    ["for an event that comes 50 events late", "lateEvent"],
    ["for the twin of a past moment after a late event", "pastTwinAfterLate"],
  ] as const)("%s", async (_, work) => {
    const [short, long] = await lengths;

    expect(long[work]).toBeLessThanOrEqual(3 * short[work]);
  });
});

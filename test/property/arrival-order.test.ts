import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import type { ChassisRecord } from "../../shared/domain/chassis-record.ts";
import { describeTwin } from "../../shared/domain/describe.ts";
import { ChassisNotFound } from "../../shared/domain/errors.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { advance, fold, orderedForFold } from "../../shared/domain/fold.ts";
import { stateAfter } from "../../shared/domain/record-growth.ts";
import { initialState, type Moment } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { eventHistory } from "../../shared/history/event-history.ts";
import { currentTwin, twinAt } from "../../shared/history/read-twin.ts";
import type { TwinStore } from "../../shared/ports.ts";
import { openTable } from "../contract/dynamodb-tables.ts";
import { type Arrivals, arrivalsOf, slightlyLate } from "../support/arrivals.ts";
import { startDynalite } from "../support/dynalite.ts";
import { runs } from "../support/property.ts";
import { simulate } from "../support/simulator/simulator.ts";

const CHASSIS = "bxr-lab-01";
const NOW = Date.parse("2026-02-01T00:00:00.000Z");
const clock = () => NOW;

/** The twin by the plain fold of all events in device order, which stores nothing. */
const plainTwin = (events: readonly ChassisEvent[], asOf: Moment): Twin => {
  const { state } = fold(initialState(), orderedForFold(events.filter(({ time }) => Date.parse(time) <= asOf)));
  return describeTwin({ chassisId: CHASSIS, state: advance(state, asOf), revision: state.eventCount, asOf });
};

/** Gives the batches to so many projectors at once, each taking the next when it is done with one. */
const project = async (store: TwinStore, arrivals: Arrivals, projectors: number): Promise<void> => {
  const queue = [...arrivals];
  const work = async () => {
    for (let events = queue.shift(); events !== undefined; events = queue.shift()) {
      await projectChassis(store, { chassisId: CHASSIS, events }, clock);
    }
  };
  await Promise.all(Array.from({ length: projectors }, work));
};

const eventsFrom = (seed: number, actions: number): ChassisEvent[] =>
  simulate({ seed, actions, chassisId: CHASSIS }).events;

const history = fc.record({ seed: fc.nat(), actions: fc.integer({ min: 1, max: 12 }) });

const anyArrival = history.chain(({ seed, actions }) => {
  const events = eventsFrom(seed, actions);
  return fc.record({ events: fc.constant(events), arrivals: fc.oneof(arrivalsOf(events), slightlyLate(events, 30)) });
});

describe("whatever the order, repetition and batching of arrival", () => {
  test("the stored twin is the plain fold of the events in device order", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ events, arrivals }) => {
        const store = memoryStore();

        await project(store, arrivals, 1);

        expect(await currentTwin(store, { chassisId: CHASSIS }, NOW)).toEqual(plainTwin(events, NOW));
      }),
      runs(60),
    );
  });

  test("every record that is written ends with the fold of its base and of the events after it", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ arrivals }) => {
        const memory = memoryStore();
        const written: ChassisRecord[] = [];
        const store: TwinStore = {
          ...memory,
          save: async (write) => {
            written.push(write.record);
            await memory.save(write);
          },
        };

        await project(store, arrivals, 1);

        expect(written.map(({ head }) => head)).toEqual(written.map(({ base, tail }) => stateAfter(base, tail)));
      }),
      runs(60),
    );
  });

  test("concurrent projectors leave the same twin as one", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, fc.integer({ min: 2, max: 4 }), async ({ events, arrivals }, projectors) => {
        const store = memoryStore();

        await project(store, arrivals, projectors);

        expect(await currentTwin(store, { chassisId: CHASSIS }, NOW)).toEqual(plainTwin(events, NOW));
      }),
      runs(60),
    );
  });

  test("the twin of any past moment is the fold of the events up to it", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, fc.nat(), async ({ events, arrivals }, index) => {
        const store = memoryStore();
        const moment = Date.parse(events[index % events.length]?.time ?? "") + (index % 3) * 30_000;

        await project(store, arrivals, 1);

        expect(await twinAt(store, { chassisId: CHASSIS }, { at: moment })).toEqual(plainTwin(events, moment));
      }),
      runs(60),
    );
  });

  test("the twin as it was known at a moment is the fold of what had been received by then", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, fc.nat(), fc.nat(), async ({ events, arrivals }, index, batch) => {
        const store = memoryStore();
        const receivedAt = (arrival: number) => NOW - (arrivals.length - arrival) * 1000;
        const at = Date.parse(events[index % events.length]?.time ?? "");
        const knownBatches = (batch % arrivals.length) + 1;
        const stamped = arrivals.map((received, arrival) =>
          received.map((event) => ({ ...event, recordedtime: new Date(receivedAt(arrival)).toISOString() })),
        );
        const known = new Set(arrivals.slice(0, knownBatches).flat());
        const counted = events.filter((event) => known.has(event) && Date.parse(event.time) <= at);

        await project(store, stamped, 1);

        const asked = twinAt(store, { chassisId: CHASSIS }, { at, knownAt: receivedAt(knownBatches - 1) });
        if (counted.length === 0) await expect(asked).rejects.toThrow(ChassisNotFound);
        else expect(await asked).toEqual(plainTwin(counted, at));
      }),
      runs(60),
    );
  });

  test("the history lists every event once, newest first, with the disposition that the whole fold gives it", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, fc.integer({ min: 1, max: 40 }), async ({ events, arrivals }, limit) => {
        const store = memoryStore();
        const ordered = orderedForFold(events);
        const { outcomes } = fold(initialState(), ordered);
        const listed = [];

        await project(store, arrivals, 1);
        for (let before: string | undefined; ; ) {
          const page = await eventHistory(store, { chassisId: CHASSIS, types: [], dispositions: [], limit, before });
          listed.push(...page.items);
          if (page.next === null) break;
          before = page.next;
        }

        expect(listed.reverse()).toEqual(ordered.map((event, index) => ({ event, ...outcomes[index] })));
      }),
      runs(40),
    );
  });
});

describe("on DynamoDB", () => {
  let database: Awaited<ReturnType<typeof startDynalite>>;
  beforeAll(async () => {
    database = await startDynalite();
  });
  afterAll(async () => {
    await database.stop();
  });

  test("concurrent projectors leave the same twin, whatever the order, repetition and batching of arrival", async () => {
    const { close, ...table } = await openTable(database.endpoint);
    const chassis = history.chain(({ seed }) => {
      const events = eventsFrom(seed, 5);
      return fc.record({ events: fc.constant(events), arrivals: arrivalsOf(events) });
    });
    let run = 0;

    await fc.assert(
      fc.asyncProperty(chassis, fc.integer({ min: 1, max: 3 }), async ({ events, arrivals }, projectors) => {
        run += 1;
        const chassisId = `${CHASSIS}.${run}`;
        const renamed = arrivals.map((batch) => batch.map((event) => ({ ...event, subject: chassisId })));
        const store = renaming(dynamoDbTwinStore(table), chassisId);

        await project(store, renamed, projectors);

        expect(await currentTwin(store, { chassisId: CHASSIS }, NOW)).toEqual({ ...plainTwin(events, NOW), chassisId });
      }),
      runs(12),
    );
    await close();
  });
});

/** A store whose one chassis goes by another name in the table, so that each run has its own. */
const renaming = (store: TwinStore, chassisId: string): TwinStore => ({
  load: () => store.load(chassisId),
  loadMany: () => store.loadMany([chassisId]),
  commitsFrom: (_, from) => store.commitsFrom(chassisId, from),
  commitsBefore: (_, before) => store.commitsBefore(chassisId, before),
  bytesOf: (write) => store.bytesOf(write),
  save: (write) =>
    store.save({
      ...write,
      record: { ...write.record, chassisId },
      commits: write.commits.map((commit) => ({ ...commit, chassisId })),
    }),
});

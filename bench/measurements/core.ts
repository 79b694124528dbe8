import { randomUUID } from "node:crypto";
import { cpuUsage } from "node:process";
import { projectEventsConsumer } from "../../functions/project-events/consumer.ts";
import { lambdaContext } from "../../infra/embedded/lambda-context.ts";
import { decodeRecord, encodeRecord } from "../../shared/adapters/codec.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import { BUS } from "../../shared/bus.ts";
import { type ChassisRecord, momentOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { fold } from "../../shared/domain/fold.ts";
import { parseEvent } from "../../shared/edge/parse-event.ts";
import { describeRecord, stateOf } from "../../shared/history/read-twin.ts";
import type { TwinStore } from "../../shared/ports.ts";
import { batch } from "../../test/unit/project-events/queued.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { figure, medianOf, overTarget, type Section } from "../support/report.ts";
import { ChassisLife } from "../workload/chassis-life.ts";
import { bareSwitch } from "./bare-switch.ts";

const SEED = 20_261_124;
const EVENTS = 200;
const ROUNDS = 15;

/** How long an event takes to the projector, in milliseconds. */
const ON_THE_WAY_MS = 500;

/** What share of the processor time of one event's whole path our own code may take at most. */
const MOST_SHARE = 0.15;

/** What our own code costs in processor time, part by part, and beside the calls of the SDK. */
export const measureCore = async (database: RunningDynamoDb): Promise<Section> => {
  const { events, record, clock } = await livedInRecord();
  const state = stateOf(record, clock);
  const bytes = encodeRecord(record);
  const texts = events.map((event) => JSON.stringify(event));
  const parts = inRounds({
    "validation of an event": () => each(events, (event) => parseEvent(event, clock)),
    "JSON.parse alone": () => each(texts, (text) => JSON.parse(text)),
    "reducer, one event": () => each(events, (event) => fold(state, [event])),
    "a bare switch": () => each(events, (event) => bareSwitch(state, event)),
    view: () => each(events, () => describeRecord(record, state, clock)),
    encode: () => each(events, () => encodeRecord({ ...record })),
    decode: () => each(events, () => decodeRecord(record, bytes)),
  });

  const own = await pathOf(memoryStore());
  const client = database.client();
  const table = { client, tableName: `bench-${randomUUID()}` };
  await ensureTable(client, table.tableName);
  const whole = await pathOf(dynamoDbTwinStore(table));
  const share = own / whole;
  return {
    title: "The core",
    text: [
      `Microseconds of processor time, median of ${ROUNDS} rounds with its range, seed ${SEED}: a lived-in chassis with ` +
        `${record.tail.length} events beside its state.`,
      `One event through the projector takes ${figure(own, 0)} µs when its store is in memory (validation, reducer, view, ` +
        `encode, decode, and the function around them), ${figure(whole, 0)} µs with the SDK and DynamoDB Local: our own ` +
        `code is ${figure(share * 100, 0)} % of it, of at most ${MOST_SHARE * 100} %.`,
    ],
    tables: [
      {
        columns: ["part", "µs", "range"],
        rows: Object.entries(parts).map(([name, { median, least, most }]) => [
          name,
          figure(median, 1),
          `${figure(least, 1)} – ${figure(most, 1)}`,
        ]),
      },
    ],
    missed: overTarget("share of our own code in the processor time of an event", share, MOST_SHARE),
  };
};

const lifeOf = (chassisId: string) => {
  const life = new ChassisLife({ chassisId, seed: SEED, start: Date.parse("2026-03-02T06:00:00.000Z") });
  const before = life.livedInStart();
  const events: ChassisEvent[] = [];
  while (events.length < EVENTS) events.push(...life.routine());
  return { before, events, clock: life.now + 60_000 };
};

const livedInRecord = async (): Promise<{ events: ChassisEvent[]; record: ChassisRecord; clock: number }> => {
  const { before, events, clock } = lifeOf("bxr-lab-11");
  const store = memoryStore();
  const project = projector(store);
  for (const event of [...before, ...events.slice(0, 20)]) await project(event);
  const record = await store.load("bxr-lab-11");
  if (record === null) throw new TypeError("the chassis was not stored");
  return { events: events.slice(20), record, clock };
};

/** Microseconds of processor time that one event takes through the projector, once it is warm. */
const pathOf = async (store: TwinStore): Promise<number> => {
  const times: number[] = [];
  for (const chassisId of ["bxr-warm-1", "bxr-warm-2", "bxr-lab-01", "bxr-lab-02", "bxr-lab-03"]) {
    const { before, events } = lifeOf(chassisId);
    const project = projector(store);
    for (const event of before) await project(event);
    const begun = cpuUsage();
    for (const event of events) await project(event);
    times.push(microseconds(begun) / events.length);
  }
  return medianOf(times.slice(2)).median;
};

/** Projects events one by one, each as soon as it has happened. */
const projector = (store: TwinStore) => {
  const deadLetters = { bury: async () => {} };
  let now = 0;
  const consume = projectEventsConsumer({ store, deadLetters, clock: () => now });
  return async (event: ChassisEvent): Promise<void> => {
    now = Math.max(now, momentOf(event) + ON_THE_WAY_MS);
    const detail = { chassisId: event.subject, events: [event] };
    const body = JSON.stringify({ "detail-type": BUS.detailType, detail });
    const { Records } = batch({ message: body });
    const sent = Records.map((message) => ({
      ...message,
      attributes: { ...message.attributes, SentTimestamp: String(now) },
    }));
    const { batchItemFailures } = await consume({ Records: sent }, lambdaContext("project-events"));
    if (batchItemFailures.length > 0) throw new TypeError("an event was not projected");
  };
};

const inRounds = <Name extends string>(parts: Readonly<Record<Name, () => number>>) => {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, work] of Object.entries<() => number>(parts)) {
      const taken = times.get(name) ?? [];
      taken.push(work());
      times.set(name, taken);
    }
  }
  return Object.fromEntries([...times].map(([name, taken]) => [name, medianOf(taken.slice(1))]));
};

const each = <T>(values: readonly T[], work: (value: T) => unknown): number => {
  const begun = cpuUsage();
  for (const value of values) work(value);
  return microseconds(begun) / values.length;
};

const microseconds = (begun: NodeJS.CpuUsage): number => {
  const { user, system } = cpuUsage(begun);
  return user + system;
};

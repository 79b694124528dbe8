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

/** Rounds that come before those that count: until then code is still being compiled. */
const WARM_UP = 10;

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

  const client = database.leanClient();
  const table = { client, tableName: `bench-${randomUUID()}` };
  await ensureTable(client, table.tableName);
  const paths = await pathsOf({ own: memoryStore(), whole: dynamoDbTwinStore(table) });
  const own = medianOf(paths.map((path) => path.own)).median;
  const whole = medianOf(paths.map((path) => path.whole)).median;
  const share = medianOf(paths.map((path) => path.own / path.whole));
  return {
    title: "The core",
    text: [
      `Microseconds of processor time, median of ${ROUNDS} rounds with its range, seed ${SEED}: a lived-in chassis with ` +
        `${record.tail.length} events beside its state.`,
      `One event through the projector takes ${figure(own, 0)} µs when its store is in memory (validation, reducer, view, ` +
        `encode, decode, and the function around them), ${figure(whole, 0)} µs with the SDK and DynamoDB Local: our own ` +
        `code is ${percentage(share.median)} of it, ${percentage(share.least)} to ${percentage(share.most)}, of at most ` +
        `${percentage(MOST_SHARE)}. Both take turns, ${ROUNDS} times ${EVENTS} events after ${WARM_UP} times as many.`,
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
    missed: overTarget("share of our own code in the processor time of an event", share.median, MOST_SHARE),
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

/** Microseconds of processor time that one event takes through the projector into either store. */
interface Paths {
  readonly own: number;
  readonly whole: number;
}

/** What an event takes into both stores, round by round, once all of it is warm. */
const pathsOf = async (stores: Readonly<Record<keyof Paths, TwinStore>>): Promise<readonly Paths[]> => {
  const rounds: Paths[] = [];
  while (rounds.length < WARM_UP + ROUNDS) {
    const life = lifeOf(`bxr-lab-${100 + rounds.length}`);
    rounds.push({ own: await pathOf(stores.own, life), whole: await pathOf(stores.whole, life) });
  }
  return rounds.slice(WARM_UP);
};

const pathOf = async (store: TwinStore, { before, events }: ReturnType<typeof lifeOf>): Promise<number> => {
  const project = projector(store);
  for (const event of before) await project(event);
  const begun = cpuUsage();
  for (const event of events) await project(event);
  return microseconds(begun) / events.length;
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

const percentage = (share: number): string => `${figure(share * 100, 0)} %`;

const microseconds = (begun: NodeJS.CpuUsage): number => {
  const { user, system } = cpuUsage(begun);
  return user + system;
};

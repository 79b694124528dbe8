import { randomUUID } from "node:crypto";
import { cpuUsage } from "node:process";
import { projectEventsConsumer } from "../../functions/project-events/consumer.ts";
import { lambdaContext } from "../../infra/embedded/lambda-context.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import { BUS } from "../../shared/bus.ts";
import { momentOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { TwinStore } from "../../shared/ports.ts";
import { batch } from "../../test/unit/project-events/queued.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { figure, medianOf, overTarget, type Section } from "../support/report.ts";
import { ChassisLife } from "../workload/chassis-life.ts";
import { BESIDE, ON_THE_PATH, type PartTimes, partTimes } from "./core-parts.ts";
import { microseconds, ON_THE_WAY_MS } from "./processor-time.ts";

const SEED = 20_261_124;
const EVENTS = 200;
const ROUNDS = 15;

/** Rounds that come before those that count: until then code is still being compiled. */
const WARM_UP = 10;

/** What share of the processor time of one event's whole path validation, reducer, view and codec may take at most. */
const MOST_SHARE = 0.15;

/** What our own code costs in processor time, part by part, and beside the calls of the SDK. */
export const measureCore = async (database: RunningDynamoDb): Promise<Section> => {
  const client = database.leanClient();
  const table = { client, tableName: `bench-${randomUUID()}` };
  await ensureTable(client, table.tableName);
  const rounds = await roundsOf({ inMemory: memoryStore(), whole: dynamoDbTwinStore(table) });
  const summary = (time: (round: Round) => number) => medianOf(rounds.map(time));
  const shareOf = (time: (round: Round) => number) => summary((round) => time(round) / round.whole);
  const parts = shareOf(together);
  const around = shareOf(({ inMemory }) => inMemory);
  return {
    title: "The core",
    text: [
      `Microseconds of processor time that one event takes, medians of ${ROUNDS} rounds of ${EVENTS} events after ` +
        `${WARM_UP} that do not count, with their range, seed ${SEED}: a lived-in chassis, every event taken from the ` +
        "bytes that were stored to the bytes to store, with every part right after the one before it. The view that a " +
        "write needs is the place of the chassis in the fleet; a reader of the twin is answered the whole.",
      `Together these parts take ${figure(summary(together).median, 0)} µs, and an event through the projector with the ` +
        `SDK and DynamoDB Local ${figure(summary(({ whole }) => whole).median, 0)}: they are ` +
        `${percentage(parts.median)} of it, ${percentage(parts.least)} to ${percentage(parts.most)}, of at most ` +
        `${percentage(MOST_SHARE)}. With the function around them and a store in memory, with which it took turns, it is ` +
        `${percentage(around.median)}, ${percentage(around.least)} to ${percentage(around.most)}.`,
    ],
    tables: [
      {
        columns: ["part", "µs", "range"],
        rows: [
          ...ON_THE_PATH.map((part) =>
            rowOf(
              part,
              summary((round) => round.parts[part]),
            ),
          ),
          rowOf("together", summary(together)),
        ],
      },
      {
        columns: ["beside them", "µs", "range"],
        rows: BESIDE.map((part) =>
          rowOf(
            part,
            summary((round) => round.parts[part]),
          ),
        ),
      },
    ],
    missed: overTarget("share of our own code in the processor time of an event", parts.median, MOST_SHARE),
  };
};

/** What one event takes in one round, in microseconds of processor time. */
interface Round {
  readonly parts: PartTimes;
  /** Through the projector, with a store in memory, and with DynamoDB. */
  readonly inMemory: number;
  readonly whole: number;
}

const together = ({ parts }: Round): number => ON_THE_PATH.reduce((sum, part) => sum + parts[part], 0);

const rowOf = (name: string, { median, least, most }: ReturnType<typeof medianOf>): readonly string[] => [
  name,
  figure(median, 1),
  `${figure(least, 1)} – ${figure(most, 1)}`,
];

const lifeOf = (chassisId: string) => {
  const life = new ChassisLife({ chassisId, seed: SEED, start: Date.parse("2026-03-02T06:00:00.000Z") });
  const before = life.livedInStart();
  const events: ChassisEvent[] = [];
  while (events.length < EVENTS) events.push(...life.routine());
  return { before, events };
};

/** What an event takes in all these ways, round by round, once all of it is warm. */
const roundsOf = async (stores: Readonly<Record<"inMemory" | "whole", TwinStore>>): Promise<readonly Round[]> => {
  const rounds: Round[] = [];
  while (rounds.length < WARM_UP + ROUNDS) {
    const life = lifeOf(`bxr-lab-${100 + rounds.length}`);
    const inMemory = await pathOf(stores.inMemory, life);
    const parts = partTimes(life.before, life.events);
    rounds.push({ parts, inMemory, whole: await pathOf(stores.whole, life) });
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

const percentage = (share: number): string => `${figure(share * 100, 0)} %`;

import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "@jest/globals";
import type { SQSEvent } from "aws-lambda";
import { embeddedBus } from "../../infra/embedded/embedded-bus.ts";
import { embeddedQueue } from "../../infra/embedded/embedded-queue.ts";
import { noJournal } from "../../infra/embedded/journal.ts";
import { eventOf } from "./events.ts";
import { until } from "./until.ts";

const clock = Date.now;
const instantly = () => 0;
const bodiesOf = ({ Records }: SQSEvent): string[] => Records.map(({ body }) => body);

const queueFor = (consume: (bodies: readonly string[]) => Promise<readonly string[]>) => {
  const delivered: string[][] = [];
  const settled: string[] = [];
  const buried: string[] = [];
  const queue = embeddedQueue({
    consume: async (event) => {
      delivered.push(bodiesOf(event));
      const failed = await consume(bodiesOf(event));
      return {
        batchItemFailures: event.Records.filter(({ body }) => failed.includes(body)).map(({ messageId }) => ({
          itemIdentifier: messageId,
        })),
      };
    },
    deadLetters: {
      bury: async (message) => {
        buried.push(message);
      },
    },
    settled: (body) => settled.push(body),
    clock,
    retryDelay: instantly,
  });
  return { queue, delivered, settled, buried };
};

describe("the queue within the process", () => {
  it("delivers at once what is sent at once, and in one batch what arrives meanwhile", async () => {
    const { queue, delivered, settled } = queueFor(async () => {
      await pause(20);
      return [];
    });

    queue.send("one", clock());
    queue.send("two", clock());
    await pause(1);
    for (let n = 3; n <= 150; n += 1) queue.send(`${n}`, clock());
    await until("all are settled", () => settled.length === 150);

    expect(delivered.map(({ length }) => length)).toEqual([2, 100, 48]);
  });

  it("delivers again what failed, and only that", async () => {
    let attempts = 0;
    const { queue, delivered, settled } = queueFor(async () => {
      attempts += 1;
      return attempts === 1 ? ["two"] : [];
    });

    queue.send("one", clock());
    queue.send("two", clock());
    await until("both are settled", () => settled.length === 2);

    expect(delivered).toEqual([["one", "two"], ["two"]]);
    expect(settled).toEqual(["one", "two"]);
  });

  it("buries what failed five times", async () => {
    const { queue, delivered, settled, buried } = queueFor(async (bodies) => bodies);

    queue.send("hopeless", clock());
    await until("it is settled", () => settled.length === 1);

    expect(delivered.length).toBe(5);
    expect(buried).toEqual(["hopeless"]);
  });

  it("counts a batch as failed when its consumer throws", async () => {
    let attempts = 0;
    const { queue, settled } = queueFor(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error("crashed");
      return [];
    });

    queue.send("one", clock());
    await until("it is settled", () => settled.length === 1);

    expect(attempts).toBe(2);
  });

  it("delivers what waits before it ends", async () => {
    const { queue, settled } = queueFor(async () => []);

    for (let n = 0; n < 250; n += 1) queue.send(`${n}`, clock());
    await queue.drain();

    expect(settled.length).toBe(250);
  });
});

describe("the bus within the process", () => {
  const entry = { chassisId: "rack-1", events: [eventOf("rack-1", "a")] };

  it("takes an entry once it is written down, and passes it on as the rule of a bus does", async () => {
    const written: string[] = [];
    const { queue, delivered, settled } = queueFor(async () => []);
    const journal = { ...noJournal, append: async (lines: readonly string[]) => void written.push(...lines) };

    const taken = await embeddedBus({ journal, queue, clock }).publish([entry]);
    await until("it is settled", () => settled.length === 1);

    expect(taken).toEqual([true]);
    expect(delivered).toEqual([written]);
    expect(JSON.parse(written[0] ?? "")).toMatchObject({
      "detail-type": "chassis-events",
      source: "chassis-twin.api",
      detail: entry,
    });
  });

  it("takes nothing that it cannot write down", async () => {
    const { queue, delivered } = queueFor(async () => []);
    const journal = { ...noJournal, append: () => Promise.reject(new Error("no space left on device")) };

    const taken = await embeddedBus({ journal, queue, clock }).publish([entry, entry]);
    await queue.drain();

    expect(taken).toEqual([false, false]);
    expect(delivered).toEqual([]);
  });

  it("takes nothing while too much waits to be projected", async () => {
    const { queue } = queueFor(async (bodies) => bodies);
    queue.send("x".repeat(64 * 1024 * 1024), clock());

    const taken = await embeddedBus({ journal: noJournal, queue, clock }).publish([entry]);
    await queue.drain();

    expect(taken).toEqual([false]);
  });
});

import { describe, expect, it } from "@jest/globals";
import { projectEventsConsumer } from "../../../functions/project-events/consumer.ts";
import { memoryStore } from "../../../shared/adapters/memory-store.ts";
import type { DeadLetters, TwinStore } from "../../../shared/ports.ts";
import { batch, chassisEntry, eventOf, invocation, SENT_AT, singleEvent } from "./queued.ts";

interface Letter {
  readonly message: string;
  readonly reason: string;
}

const set = ({ store = memoryStore(), bury }: { store?: TwinStore; bury?: DeadLetters["bury"] } = {}) => {
  const buried: Letter[] = [];
  const logged: { level: string; message: unknown; details: unknown }[] = [];
  const note =
    (level: string) =>
    (message: unknown, ...details: unknown[]) => {
      logged.push({ level, message, details: details[0] });
    };
  const consume = projectEventsConsumer({
    store,
    deadLetters: {
      bury:
        bury ??
        (async (message, reason) => {
          buried.push({ message, reason });
        }),
    },
    clock: () => SENT_AT,
    logger: { error: note("error"), warn: note("warn") },
  });
  const revisionOf = async (chassisId: string) => (await store.load(chassisId))?.revision ?? 0;
  return { consume, buried, logged, revisionOf };
};

const failingFor = (chassisId: string, fail: () => Promise<never>): TwinStore => {
  const store = memoryStore();
  return { ...store, load: (asked) => (asked === chassisId ? fail() : store.load(asked)) };
};

const none = async function* () {};

const unreachable = () => Promise.reject(new Error("unreachable"));

describe("the projection of a batch", () => {
  it("brings the events of every chassis into its twin", async () => {
    const { consume, buried, revisionOf } = set();

    const answer = await consume(
      batch({
        one: chassisEntry("rack-1", [eventOf("rack-1", "a"), eventOf("rack-1", "b")]),
        two: singleEvent(eventOf("rack-2", "a")),
        three: chassisEntry("rack-1", [eventOf("rack-1", "c")]),
      }),
      invocation(),
    );

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await revisionOf("rack-1")).toBe(3);
    expect(await revisionOf("rack-2")).toBe(1);
    expect(buried).toEqual([]);
  });

  it("buries events that are older than what is still kept of their chassis, and takes the others", async () => {
    const store = memoryStore();
    const { consume } = set({ store });
    const during = Array.from({ length: 40 }, (_, index) => ({
      ...eventOf("rack-1", `e-${index}`),
      time: new Date(SENT_AT - 100_000 + index * 1000).toISOString(),
    }));
    for (const event of during) await consume(batch({ one: singleEvent(event) }), invocation());
    const forgetful = { ...store, commitsFrom: none, commitsBefore: none };
    const later = set({ store: forgetful });
    const old = { ...eventOf("rack-1", "old"), time: new Date(SENT_AT - 99_500).toISOString() };

    const answer = await later.consume(
      batch({ one: chassisEntry("rack-1", [old, eventOf("rack-1", "new")]) }),
      invocation(),
    );

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(await later.revisionOf("rack-1")).toBe(41);
    expect(later.buried).toEqual([
      {
        message: expect.stringMatching(/^{"detail-type":"chassis-events","detail":{"chassisId":"rack-1".*"id":"old"/),
        reason: expect.stringMatching(/^older than what is still kept/),
      },
    ]);
  });

  it("writes a chassis once, however many records bring its events", async () => {
    const store = memoryStore();
    const saved: string[] = [];
    const { consume } = set({
      store: {
        ...store,
        save: (write) => {
          saved.push(write.record.chassisId);
          return store.save(write);
        },
      },
    });
    const bodies = Object.fromEntries(
      Array.from({ length: 20 }, (_, n) => [`record-${n}`, chassisEntry("rack-1", [eventOf("rack-1", `event-${n}`)])]),
    );

    await consume(batch(bodies), invocation());

    expect(saved).toEqual(["rack-1"]);
  });

  it("has no further effect when the same records are delivered again", async () => {
    const { consume, revisionOf } = set();
    const records = batch({ one: chassisEntry("rack-1", [eventOf("rack-1", "a")]) });

    await consume(records, invocation());
    await consume(records, invocation());

    expect(await revisionOf("rack-1")).toBe(1);
  });

  it("buries poison messages with their reason, and projects their neighbours", async () => {
    const { consume, buried, logged, revisionOf } = set();
    const nowhere = eventOf("rack-1", "b", { slot: "M3" });

    const answer = await consume(
      batch({
        noise: "no JSON at all",
        mixed: chassisEntry("rack-1", [eventOf("rack-1", "a"), nowhere]),
        right: chassisEntry("rack-2", [eventOf("rack-2", "a")]),
      }),
      invocation(),
    );

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(buried).toEqual([
      { message: "no JSON at all", reason: "not JSON" },
      { message: expect.stringContaining('"M3"'), reason: expect.stringContaining("/detail/events/1/data/slot") },
    ]);
    expect(await revisionOf("rack-1")).toBe(1);
    expect(await revisionOf("rack-2")).toBe(1);
    expect(logged.map(({ level }) => level)).toEqual(["warn", "warn"]);
  });

  it("lets a record be delivered again when its poison cannot be buried", async () => {
    const { consume, revisionOf } = set({ bury: unreachable });

    const answer = await consume(
      batch({ noise: "no JSON at all", right: singleEvent(eventOf("rack-1", "a")) }),
      invocation(),
    );

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "noise" }] });
    expect(await revisionOf("rack-1")).toBe(1);
  });

  it("reports all records of a chassis that failed, and no others", async () => {
    const { consume, logged, revisionOf } = set({ store: failingFor("rack-2", unreachable) });

    const answer = await consume(
      batch({
        first: chassisEntry("rack-1", [eventOf("rack-1", "a")]),
        second: chassisEntry("rack-2", [eventOf("rack-2", "a")]),
        third: chassisEntry("rack-1", [eventOf("rack-1", "b")]),
        fourth: singleEvent(eventOf("rack-2", "b")),
      }),
      invocation(),
    );

    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(["second", "fourth"]);
    expect(await revisionOf("rack-1")).toBe(2);
    expect(logged).toEqual([
      {
        level: "error",
        message: "Could not project a chassis",
        details: expect.objectContaining({ chassisId: "rack-2" }),
      },
    ]);
  });

  it("reports a chassis that hangs before the function's time is over, and keeps what was done for the others", async () => {
    const { consume, revisionOf } = set({ store: failingFor("rack-2", () => new Promise<never>(() => {})) });

    const answer = await consume(
      batch({
        first: chassisEntry("rack-1", [eventOf("rack-1", "a")]),
        second: chassisEntry("rack-2", [eventOf("rack-2", "a")]),
      }),
      invocation(1200),
    );

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "second" }] });
    expect(await revisionOf("rack-1")).toBe(1);
  });

  it("works on a few chassis at a time", async () => {
    const store = memoryStore();
    let atOnce = 0;
    let most = 0;
    const { consume } = set({
      store: {
        ...store,
        load: async (chassisId) => {
          atOnce += 1;
          most = Math.max(most, atOnce);
          await new Promise((resolve) => setImmediate(resolve));
          atOnce -= 1;
          return store.load(chassisId);
        },
      },
    });
    const racks = Array.from({ length: 50 }, (_, n) => `rack-${n}`);

    await consume(
      batch(Object.fromEntries(racks.map((rack) => [rack, singleEvent(eventOf(rack, "a"))]))),
      invocation(),
    );

    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(8);
  });
});

import type { PutEventsCommand, PutEventsCommandOutput } from "@aws-sdk/client-eventbridge";
import { describe, expect, it } from "@jest/globals";
import { eventBridgeBus } from "../../../shared/adapters/eventbridge-bus.ts";
import type { PutEventsClient } from "../../../shared/adapters/put-events.ts";
import type { BusEntry } from "../../../shared/ports.ts";
import { exampleEvent } from "../../support/record-examples.ts";

type Sent = NonNullable<PutEventsCommand["input"]["Entries"]>;

/** A bus that remembers its calls and refuses what `refuses` says, by the chassis of the entry. */
const fakeBus = (refuses: (chassisId: string, call: number) => boolean = () => false) => {
  const calls: Sent[] = [];
  const client: PutEventsClient = {
    async send({ input }): Promise<PutEventsCommandOutput> {
      const sent = input.Entries ?? [];
      calls.push(sent);
      const Entries = sent.map(({ Detail }) =>
        refuses(chassisOf(Detail), calls.length) ? { ErrorCode: "ThrottlingException" } : { EventId: "1" },
      );
      return { $metadata: {}, Entries, FailedEntryCount: Entries.filter((entry) => "ErrorCode" in entry).length };
    },
  };
  const waits: number[] = [];
  const backoff = async (attempts: number) => {
    waits.push(attempts);
  };
  return { calls, waits, bus: eventBridgeBus({ client, busName: "twin-bus", backoff }) };
};

const chassisOf = (detail: string | undefined): string => JSON.parse(detail ?? "{}").chassisId;

const entry = (chassisId: string): BusEntry => ({ chassisId, events: [exampleEvent(chassisId)] });

/** An entry of two events that do not fit into one detail. */
const longEntry = (chassisId: string): BusEntry => ({
  chassisId,
  events: [1, 2].map((index) => ({ ...exampleEvent(chassisId, index), padding: "x".repeat(40_000) })),
});

describe("EventBridge bus", () => {
  it("sends the events of a chassis as one bus entry", async () => {
    const { bus, calls } = fakeBus();

    expect(await bus.publish([entry("a")])).toEqual([true]);
    expect(calls).toEqual([
      [
        {
          EventBusName: "twin-bus",
          Source: "chassis-twin.api",
          DetailType: "chassis-events",
          Detail: JSON.stringify({ chassisId: "a", events: [exampleEvent("a")] }),
        },
      ],
    ]);
  });

  it("calls nobody for no entries", async () => {
    const { bus, calls } = fakeBus();

    expect(await bus.publish([])).toEqual([]);
    expect(await bus.publish([{ chassisId: "a", events: [] }])).toEqual([true]);
    expect(calls).toEqual([]);
  });

  it("sends an entry again that the bus refused, and that one only", async () => {
    const { bus, calls, waits } = fakeBus((chassisId, call) => chassisId === "b" && call < 3);

    expect(await bus.publish([entry("a"), entry("b")])).toEqual([true, true]);
    expect(calls.map((sent) => sent.map(({ Detail }) => chassisOf(Detail)))).toEqual([["a", "b"], ["b"], ["b"]]);
    expect(waits).toEqual([1, 2]);
  });

  it("answers which entries the bus keeps refusing", async () => {
    const { bus, calls } = fakeBus((chassisId) => chassisId === "b");

    expect(await bus.publish([entry("a"), entry("b"), entry("c")])).toEqual([true, false, true]);
    expect(calls).toHaveLength(4);
  });

  it("counts a divided entry as taken only when all of its parts were", async () => {
    const parts = new Set<string>();
    const client: PutEventsClient = {
      async send({ input }) {
        const Entries = (input.Entries ?? []).map(({ Detail = "" }) => {
          parts.add(Detail);
          return Detail.includes('"removal-2"') ? { ErrorCode: "InternalFailure" } : { EventId: "1" };
        });
        return { $metadata: {}, Entries };
      },
    };
    const bus = eventBridgeBus({ client, busName: "twin-bus", backoff: async () => {} });

    expect(await bus.publish([longEntry("a"), entry("b")])).toEqual([false, true]);
    expect(parts.size).toBe(3);
  });

  it("takes a failed call as a refusal of what was in it", async () => {
    let calls = 0;
    const client: PutEventsClient = {
      async send({ input }) {
        calls += 1;
        if (calls === 1) throw new Error("connection reset");
        return { $metadata: {}, Entries: (input.Entries ?? []).map(() => ({ EventId: "1" })) };
      },
    };
    const bus = eventBridgeBus({ client, busName: "twin-bus", backoff: async () => {} });

    expect(await bus.publish(Array.from({ length: 12 }, (_, index) => entry(`c-${index}`)))).toEqual(
      Array(12).fill(true),
    );
    expect(calls).toBe(3);
  });

  it("takes an answer that leaves out an entry as its refusal", async () => {
    const client: PutEventsClient = { send: async () => ({ $metadata: {} }) };
    const bus = eventBridgeBus({ client, busName: "twin-bus", backoff: async () => {} });

    expect(await bus.publish([entry("a")])).toEqual([false]);
  });
});

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import * as z from "zod";
import type { EventBus } from "../../../shared/ports.ts";
import { cloudEvent, rememberingBus } from "../../support/api-events.ts";
import { BATCH, post, postBatch, postEvent, SINGLE } from "../../support/posting.ts";

describe("POST /events", () => {
  it("takes a single event and puts it on the bus", async () => {
    const bus = rememberingBus();
    const answer = await postEvent(cloudEvent({ time: "2026-03-01T12:59:00+01:00", note: "kept" }), bus);

    expect(answer).toMatchObject({ status: 202, headers: { "content-type": "application/json" } });
    expect(answer.body).toEqual({ accepted: 1, rejected: 0, results: [{ index: 0, id: "e-1", status: "accepted" }] });
    expect(bus.entries).toEqual([
      {
        chassisId: "bxr-lon-01",
        events: [
          cloudEvent({ time: "2026-03-01T11:59:00.000Z", note: "kept", recordedtime: "2026-03-01T12:00:00.000Z" }),
        ],
      },
    ]);
  });

  it("puts the events of a batch on the bus chassis by chassis, each chassis's in their order", async () => {
    const bus = rememberingBus();
    const sent = [
      ["a", "1"],
      ["constructor", "2"],
      ["a", "3"],
    ].map(([subject, id]) => cloudEvent({ subject, id }));
    const answer = await postBatch(sent, bus);

    expect(answer).toMatchObject({ status: 202, body: { accepted: 3, rejected: 0 } });
    expect(bus.entries.map(({ chassisId, events }) => [chassisId, ...events.map(({ id }) => id)])).toEqual([
      ["a", "1", "3"],
      ["constructor", "2"],
    ]);
  });

  it.each([
    "application/cloudevents+json; charset=utf-8",
    "Application/CloudEvents+JSON",
    " application/cloudevents+json ;x=y",
  ])("takes the media type %s", async (contentType) => {
    expect(await post(JSON.stringify(cloudEvent()), contentType)).toMatchObject({ status: 202 });
  });

  it("takes a body that comes in base64", async () => {
    expect(await post(Buffer.from(JSON.stringify(cloudEvent())), SINGLE)).toMatchObject({ status: 202 });
  });

  it("takes 500 events", async () => {
    const events = Array.from({ length: 500 }, (_, index) => cloudEvent({ id: String(index) }));

    expect(await postBatch(events)).toMatchObject({ status: 202, body: { accepted: 500 } });
  });

  it("rejects faulty events of a batch with pointers into the body, and takes the others", async () => {
    const bus = rememberingBus();
    const answer = await postBatch(
      [cloudEvent(), cloudEvent({ id: "e-2", data: { slot: "M3" } }), null, cloudEvent({ id: 7 })],
      bus,
    );

    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      accepted: 1,
      rejected: 3,
      results: [
        { index: 0, id: "e-1", status: "accepted" },
        { index: 1, id: "e-2", status: "rejected", errors: [{ pointer: "/1/data/slot", detail: expect.any(String) }] },
        { index: 2, id: null, status: "rejected", errors: [{ pointer: "/2", detail: expect.any(String) }] },
        { index: 3, id: null, status: "rejected", errors: [{ pointer: "/3/id", detail: "must be a string" }] },
      ],
    });
    expect(bus.entries.map(({ events }) => events.length)).toEqual([1]);
  });

  it("takes exactly 1 MiB", async () => {
    const event = JSON.stringify(cloudEvent());

    expect(await post(Buffer.from(event.padEnd(1024 * 1024)), SINGLE)).toMatchObject({ status: 202 });
  });

  it("reports events that the bus did not take as failed, not as accepted", async () => {
    const answer = await postBatch(
      [cloudEvent({ subject: "a" }), cloudEvent({ subject: "b" }), cloudEvent({ id: "" })],
      rememberingBus(["a"]),
    );

    expect(answer).toMatchObject({
      status: 202,
      body: {
        accepted: 1,
        rejected: 1,
        results: [{ status: "failed" }, { status: "accepted" }, { status: "rejected" }],
      },
    });
  });

  it("asks the sender to try again when the bus took nothing", async () => {
    const answer = await postBatch([cloudEvent({ subject: "a" }), cloudEvent({ id: "" })], rememberingBus(["a"]));

    expect(answer).toMatchObject({
      status: 503,
      headers: { "content-type": "application/problem+json", "retry-after": "1" },
      body: { type: "/problems/service-unavailable", results: [{ status: "failed" }, { status: "rejected" }] },
    });
  });

  it("keeps to itself why the bus broke down", async () => {
    const bus: EventBus = { publish: () => Promise.reject(new Error("secret")) };
    const answer = await postEvent(cloudEvent(), bus);

    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer)).not.toContain("secret");
  });

  it("is unmoved by members called __proto__", async () => {
    const text = JSON.stringify(cloudEvent()).replace('"data"', '"__proto__":{"polluted":true},"data"');
    const bus = rememberingBus();

    expect(await post(text, SINGLE, bus)).toMatchObject({ status: 202 });
    expect(bus.entries[0]?.events[0]).not.toHaveProperty("polluted");
    expect({}).not.toHaveProperty("polluted");
  });
});

describe("whatever JSON is sent to POST /events", () => {
  const Counts = z.object({ accepted: z.int(), rejected: z.int(), results: z.array(z.unknown()) });
  const anything = fc.oneof(
    fc.jsonValue({ maxDepth: 4 }),
    fc.record({ id: fc.string(), time: fc.string(), data: fc.jsonValue() }).map(cloudEvent),
    fc.constant(cloudEvent()),
  );

  it("is never answered with a failure of the service", async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom(SINGLE, BATCH), async (body, contentType) => {
        const { status } = await post(JSON.stringify(body), contentType);

        expect([202, 400]).toContain(status);
      }),
      { numRuns: 150 },
    );
  });

  it("has a result for every event of a batch, accepted or rejected", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 12 }), async (events) => {
        const { body } = await postBatch([cloudEvent(), ...events]);
        const { accepted, rejected, results } = Counts.parse(body);

        expect([accepted + rejected, results.length]).toEqual([events.length + 1, events.length + 1]);
      }),
      { numRuns: 75 },
    );
  });
});

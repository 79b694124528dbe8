import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cloudEvent, rememberingBus } from "../../support/api-events.ts";
import { BATCH, postWith, SINGLE } from "../../support/posting.ts";

const posted = async (prefer: string, events: readonly unknown[], refusing: readonly string[] = []) => {
  const bus = rememberingBus(refusing);
  const answer = await postWith({ "content-type": BATCH, prefer }, JSON.stringify(events), bus);
  return { answer, onBus: bus.entries.flatMap(({ events }) => events).length };
};

const right = cloudEvent();
const wrong = cloudEvent({ id: "e-2", data: { slot: "M3" } });

const STRICTLY = { "preference-applied": "handling=strict" };

describe("POST /events with Prefer: handling=strict", () => {
  it("takes nothing when one event is invalid, and says of each why", async () => {
    const { answer, onBus } = await posted("handling=strict", [right, wrong, 7]);
    const faults = [
      { pointer: "/1/data/slot", detail: expect.any(String) },
      { pointer: "/2", detail: expect.stringContaining("object") },
    ];

    expect(onBus).toBe(0);
    expect(answer).toMatchObject({ status: 400, headers: STRICTLY });
    expect(answer.headers).not.toHaveProperty("twin-token");
    expect(answer.body).toMatchObject({
      type: "/problems/invalid-input",
      errors: faults,
      results: [
        {
          index: 0,
          id: "e-1",
          status: "rejected",
          errors: [{ pointer: "/0", detail: expect.stringContaining("handling=strict") }],
        },
        { index: 1, id: "e-2", status: "rejected", errors: faults.slice(0, 1) },
        { index: 2, id: null, status: "rejected", errors: faults.slice(1) },
      ],
    });
    expect(answer.body).toHaveProperty("errors.length", 2);
  });

  it("takes everything when all is valid, and says that it was strict", async () => {
    const { answer, onBus } = await posted("handling=strict", [right, cloudEvent({ id: "e-2" })]);

    expect(onBus).toBe(2);
    expect(answer).toMatchObject({ status: 202, headers: STRICTLY, body: { accepted: 2, rejected: 0 } });
  });

  it("applies to what is valid, not to what the bus takes", async () => {
    const { answer, onBus } = await posted("handling=strict", [right, cloudEvent({ subject: "b" })], ["b"]);

    expect(onBus).toBe(1);
    expect(answer).toMatchObject({ status: 202, body: { results: [{ status: "accepted" }, { status: "failed" }] } });
  });

  it("applies to a single event", async () => {
    const answer = await postWith({ "content-type": SINGLE, prefer: "handling=strict" }, JSON.stringify(wrong));

    expect(answer).toMatchObject({ status: 400, headers: STRICTLY, body: { errors: [{ pointer: "/data/slot" }] } });
  });

  it.each([
    "handling=strict",
    "Handling = Strict",
    'handling="strict"',
    "respond-async, wait=10 , handling=strict",
    "handling=strict; reason=import",
    'note="a, handling=lenient", handling=strict',
    'note="\\", handling=lenient", handling=strict',
    "handling=strict, handling=lenient",
    ", ,handling=strict",
  ])("is asked for by %s", async (prefer) => {
    expect((await posted(prefer, [right, wrong])).answer).toMatchObject({ status: 400, headers: STRICTLY });
  });

  it.each([
    "",
    "handling=lenient",
    "handling",
    "handling=",
    "handling=very-strict",
    "strict",
    "handling=lenient, handling=strict",
    "return=minimal; handling=strict",
    'note="handling=strict"',
    'note=", handling=strict',
    "handling==strict",
    "my-handling=strict",
  ])("is not asked for by %j", async (prefer) => {
    const { answer, onBus } = await posted(prefer, [right, wrong]);

    expect(onBus).toBe(1);
    expect(answer).toMatchObject({ status: 202, body: { accepted: 1, rejected: 1 } });
    expect(answer.headers).not.toHaveProperty("preference-applied");
  });

  it("puts all events on the bus or none, whatever they are", async () => {
    const anyEvents = fc.array(fc.constantFrom(right, wrong, null, cloudEvent({ subject: "b" })), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(anyEvents, async (events) => {
        const { answer, onBus } = await posted("handling=strict", events);
        const isAllRight = !events.includes(wrong) && !events.includes(null);

        expect([answer.status, onBus]).toEqual(isAllRight ? [202, events.length] : [400, 0]);
        expect(answer.body).toHaveProperty("results.length", events.length);
      }),
    );
  });

  it("is no use with an unclosed quotation, however long", async () => {
    expect((await posted(`${'"\\'.repeat(4000)}`, [right])).answer).toMatchObject({ status: 202 });
  });
});

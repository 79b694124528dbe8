import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cloudEvent, NOW } from "../../support/api-events.ts";
import { eventAt, poweredOn } from "../../support/api-world.ts";
import { lateWorld } from "../../support/late-world.ts";

const ID = "bxr-lon-01";

const removal = eventAt(200, ID, "module.removed", { slot: "M2" });

/** A long history, the newest of it twenty minutes after the power-on. */
const saves = Array.from({ length: 100 }, (_, index) =>
  eventAt(200 + index * 10, ID, "config.saved", { revision: index }),
);

const worldWith = async (...events: readonly object[]) => {
  const world = lateWorld();
  await world.happen(...events);
  // In small parts, so that the older ones leave the record.
  for (const { chassisId, events: all } of world.entries.splice(0))
    for (let from = 0; from < all.length; from += 10)
      await world.deliver({ chassisId, events: all.slice(from, from + 10) });
  return world;
};

const notArrived = { status: 504, headers: { "retry-after": "1" }, body: { type: "/problems/events-not-arrived" } };

describe("GET /chassis/{id} with the Twin-Token of a post", () => {
  it("waits until the events have arrived and answers the twin with them", async () => {
    const { tokenOf, read, entries, deliveries, log } = await worldWith(...poweredOn(ID));
    const token = await tokenOf([removal]);
    deliveries.push([], [], entries);

    expect(await read(ID, token)).toMatchObject({
      status: 200,
      body: { revision: 7, asOf: new Date(NOW + 700).toISOString(), modules: { M2: { presence: "absent" } } },
    });
    expect(log).toEqual({ pauses: 3, loads: 4 });
  });

  it("reads one record and nothing else when they have arrived already", async () => {
    const { tokenOf, read, entries, deliver, log } = lateWorld();
    const token = await tokenOf(poweredOn(ID));
    await deliver(...entries);

    expect(await read(ID, token)).toMatchObject({ status: 200, body: { revision: 6 } });
    expect(log).toEqual({ pauses: 0, loads: 1 });
  });

  it("gives up after five seconds", async () => {
    const { tokenOf, read, time } = await worldWith(...poweredOn(ID));

    expect(await read(ID, await tokenOf([removal]))).toMatchObject(notArrived);
    expect(time.now).toBe(NOW + 5000);
  });

  it("takes events that arrive in the last moment", async () => {
    const { tokenOf, read, entries, deliveries, time } = await worldWith(...poweredOn(ID));
    const token = await tokenOf([removal]);
    while (deliveries.length < 8) deliveries.push([]);
    deliveries.push(entries);

    expect(await read(ID, token)).toMatchObject({ status: 200, body: { revision: 7 } });
    expect(time.now).toBe(NOW + 5000);
  });

  it("waits for a chassis that nothing was known of", async () => {
    const { tokenOf, read, entries, deliveries } = lateWorld();
    const token = await tokenOf(poweredOn(ID));

    expect(await read(ID, token)).toMatchObject(notArrived);
    deliveries.push(entries);
    expect(await read(ID, token)).toMatchObject({ status: 200, body: { revision: 6 } });
  });

  it("waits for every one of the events", async () => {
    const { tokenOf, read, deliver, entries } = await worldWith(...poweredOn(ID));
    const token = await tokenOf([removal, eventAt(201, ID, "config.saved")]);
    const events = entries.flatMap((entry) => entry.events);
    await deliver({ chassisId: ID, events: events.slice(1) });

    expect(await read(ID, token)).toMatchObject(notArrived);
    await deliver({ chassisId: ID, events });
    expect(await read(ID, token)).toMatchObject({ status: 200 });
  });

  it("is not content with another event under the same identity", async () => {
    const { tokenOf, read, deliver, entries } = await worldWith(...poweredOn(ID), removal);
    const token = await tokenOf([{ ...removal, data: { slot: "M1" } }]);

    expect(await read(ID, token)).toMatchObject(notArrived);
    await deliver(...entries);
    expect(await read(ID, token)).toMatchObject({ status: 200 });
    expect(await read(ID, token, "/events?disposition=quarantined")).toMatchObject({ body: { items: [{}] } });
  });

  it("counts an event dated ahead as arrived before its time has come", async () => {
    const { tokenOf, read, deliver, entries } = await worldWith(...poweredOn(ID));
    const token = await tokenOf([eventAt(30 * 60 + 120, ID, "module.removed", { slot: "M2" })]);
    await deliver(...entries);

    expect(await read(ID, token)).toMatchObject({ status: 200, body: { modules: { M2: { presence: "present" } } } });
  });

  it.each([
    ["that has just come", saves.slice(-1)],
    ["of long ago", saves.slice(3, 4)],
    ["of long ago and now", [...saves.slice(2, 4), ...saves.slice(-2)]],
  ])("knows a duplicate %s as arrived", async (_, again) => {
    const { tokenOf, read, log } = await worldWith(...poweredOn(ID), ...saves);

    expect(await read(ID, await tokenOf(again))).toMatchObject({ status: 200 });
    expect(log.pauses).toBe(0);
  });

  it("waits for an event that comes long after its time, and finds it once it is no longer among the newest", async () => {
    const { tokenOf, read, happen, deliver, entries } = await worldWith(...poweredOn(ID), ...saves);
    const token = await tokenOf([eventAt(205, ID, "config.changed")]);

    expect(await read(ID, token)).toMatchObject(notArrived);
    await deliver(...entries.splice(0));
    expect(await read(ID, token)).toMatchObject({ status: 200, body: { revision: 107 } });
    await happen(...Array.from({ length: 40 }, (_, second) => eventAt(1400 + second, ID, "config.saved")));
    for (const event of entries.flatMap(({ events }) => events)) await deliver({ chassisId: ID, events: [event] });
    expect(await read(ID, token)).toMatchObject({ status: 200, body: { revision: 147 } });
  });

  it("answers 304 when the twin with the events is what the client has", async () => {
    const { tokenOf, read, get, deliver, entries } = await worldWith(...poweredOn(ID));
    const token = await tokenOf([removal]);
    await deliver(...entries);
    const etag = String((await read(ID, token)).headers["etag"]);

    expect(await get(`/chassis/${ID}`, { "twin-token": String(token), "if-none-match": etag })).toMatchObject({
      status: 304,
    });
  });

  it("does not wait when it is of other chassis", async () => {
    const { tokenOf, read, log } = await worldWith(...poweredOn(ID));
    const token = await tokenOf([cloudEvent({ subject: "other" })]);

    expect(await read(ID, token)).toMatchObject({ status: 200 });
    expect(await read("unheard-of", token)).toMatchObject({ status: 404 });
    expect(log).toEqual({ pauses: 0, loads: 2 });
  });

  it.each(["?at=2026-03-01T11:45:00Z", "?knownAt=2026-03-01T12:00:00Z", "/events", "/switchovers"])(
    "does not wait on a read of %s",
    async (query) => {
      const { tokenOf, read, log } = await worldWith(...poweredOn(ID));

      expect(await read(ID, await tokenOf([removal]), query)).toMatchObject({ status: 200 });
      expect(log.pauses).toBe(0);
    },
  );

  it.each(["/chassis", "/fleet/summary", "/health"])("has no effect on %s, even if it is malformed", async (target) => {
    const { get } = await worldWith(...poweredOn(ID));

    expect(await get(target, { "twin-token": "?" })).toMatchObject({ status: 200 });
  });

  it("refuses a token that is damaged in any way", async () => {
    const { tokenOf, read } = await worldWith(...poweredOn(ID));
    const token = String(await tokenOf([removal]));
    const damaged = fc.oneof(
      fc.nat({ max: token.length - 1 }).map((length) => token.slice(0, length)),
      fc.string({ minLength: 1 }).map((more) => `${token}${more}`),
      fc
        .record({ at: fc.nat({ max: token.length - 1 }), instead: fc.constantFrom("A", "B", "-", "_", "!", " ") })
        .map(({ at, instead }) => token.slice(0, at) + instead + token.slice(at + 1)),
      fc.constantFrom("", "AQ", `${token}, ${token}`),
    );

    await fc.assert(
      fc.asyncProperty(damaged, async (text) => {
        fc.pre(text !== token);
        expect(await read(ID, text)).toMatchObject({
          status: 400,
          body: { errors: [{ pointer: "/headers/twin-token", detail: expect.stringContaining("POST /events") }] },
        });
      }),
    );
  });
});

describe("the Twin-Token of POST /events", () => {
  const eventsOn = (chassis: number, count: number) =>
    Array.from({ length: count }, (_, index) =>
      cloudEvent({
        id: `e-${index}`,
        subject: `rack-${index % chassis}`,
        time: new Date(NOW - index * 1e8).toISOString(),
      }),
    );

  it.each([
    [1, 1],
    [1, 500],
    [100, 100],
    [100, 500],
  ])("for %i chassis and %i events is under 4 KiB and goes into a header", async (chassis, count) => {
    const token = await lateWorld().tokenOf(eventsOn(chassis, count));

    expect(token).toMatch(/^[A-Za-z0-9_-]{20,4095}$/);
  });

  it("finds the events of every chassis again", async () => {
    const { tokenOf, read, deliver, entries } = lateWorld();
    const token = await tokenOf(eventsOn(100, 500));
    await deliver(...entries.slice(0, 99));
    const statuses = [];
    for (const { chassisId } of entries) statuses.push((await read(chassisId, token)).status);

    expect(statuses).toEqual([...Array.from({ length: 99 }, () => 200), 504]);
  });

  it("is not there for more than 100 chassis", async () => {
    expect(await lateWorld().tokenOf(eventsOn(101, 101))).toBeUndefined();
  });

  it("is not there when nothing was accepted", async () => {
    const { request } = lateWorld(["bxr-lon-01"]);
    const headers = { "content-type": "application/cloudevents+json" };
    const post = (event: object) =>
      request({ method: "POST", target: "/events", headers, body: JSON.stringify(event) });

    for (const answer of [await post(cloudEvent()), await post({})])
      expect(answer.headers).not.toHaveProperty("twin-token");
  });

  it("names only events that are on the bus", async () => {
    const { tokenOf, read, deliver, entries, log } = lateWorld(["refused"]);
    const token = await tokenOf([
      cloudEvent({ subject: "refused" }),
      cloudEvent({ subject: "taken" }),
      cloudEvent({ subject: "taken", type: "module.exploded" }),
    ]);
    await deliver(...entries);

    expect(await read("taken", token)).toMatchObject({ status: 200, body: { revision: 1 } });
    expect(await read("refused", token)).toMatchObject({ status: 404 });
    expect(log.pauses).toBe(0);
  });
});

import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { Twin } from "../../../shared/domain/twin.ts";
import { apiWorld, eventAt, POWER_ON, poweredOn } from "../../support/api-world.ts";

const ID = "bxr-lon-01";

const worldWith = async (...events: readonly object[]) => {
  const world = apiWorld();
  await world.happen(...events);
  return world;
};

const timeAt = (seconds: number) => new Date(POWER_ON + seconds * 1000).toISOString();

const takenOver = [...poweredOn(ID), eventAt(200, ID, "module.removed", { slot: "M1" })];

describe("GET /chassis/{id}", () => {
  it("answers the twin as it is now", async () => {
    const { get } = await worldWith(...poweredOn(ID));
    const { status, headers, body } = await get(`/chassis/${ID}`);

    expect({ status, headers }).toEqual({
      status: 200,
      headers: {
        "content-type": "application/json",
        "cache-control": "no-cache",
        etag: expect.stringMatching(/^"[A-Za-z0-9_-]+"$/),
      },
    });
    expect(Twin.parse(body)).toMatchObject({
      chassisId: ID,
      asOf: "2026-03-01T12:00:00.000Z",
      revision: 6,
      activeSlot: "M1",
      redundancy: "ready",
    });
  });

  it("answers the twin as the device was at a moment that is past", async () => {
    const { get } = await worldWith(...takenOver);

    expect(await get(`/chassis/${ID}?at=${timeAt(199)}`)).toMatchObject({
      status: 200,
      body: { asOf: timeAt(199), activeSlot: "M1", redundancy: "ready" },
    });
    expect(await get(`/chassis/${ID}`)).toMatchObject({ body: { modules: { M1: { presence: "absent" } } } });
  });

  it("does not answer the same content again", async () => {
    const { get, time } = await worldWith(...poweredOn(ID));
    const { headers } = await get(`/chassis/${ID}`);
    const etag = String(headers["etag"]);
    time.now += 60_000;

    for (const known of [etag, `W/${etag}`, `"older", ${etag}`, "*"]) {
      expect(await get(`/chassis/${ID}`, { "If-None-Match": known })).toEqual({
        status: 304,
        headers: { etag, "cache-control": "no-cache" },
        body: null,
      });
    }
  });

  it("answers again once the twin has changed", async () => {
    const { get, happen } = await worldWith(...poweredOn(ID));
    const before = String((await get(`/chassis/${ID}`)).headers["etag"]);
    await happen(eventAt(200, ID, "module.removed", { slot: "M2" }));
    const { status, headers } = await get(`/chassis/${ID}`, { "if-none-match": before });

    expect(status).toBe(200);
    expect(headers["etag"]).not.toBe(before);
  });

  it.each([
    ["a moment that is none", "at=noon", "/query/at"],
    ["a moment in the future", "at=2026-03-01T12:00:00.001Z", "/query/at"],
    ["two moments", "at=2026-03-01T11:59:00Z&at=2026-03-01T11:58:00Z", "/query/at"],
    ["something unknown", "when=now", "/query/when"],
  ])("refuses a request for %s", async (_, query, pointer) => {
    const { get } = await worldWith(...poweredOn(ID));

    expect(await get(`/chassis/${ID}?${query}`)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it.each([
    ["that was never seen", "/chassis/unheard-of"],
    ["of an impossible name", "/chassis/-x"],
    ["at a moment before its first event", `/chassis/${ID}?at=2026-03-01T11:00:00Z`],
  ])("knows no chassis %s", async (_, target) => {
    const { get } = await worldWith(...poweredOn(ID));

    expect(await get(target)).toMatchObject({
      status: 404,
      headers: { "content-type": "application/problem+json" },
      body: { type: "/problems/chassis-not-found" },
    });
  });
});

describe("GET /chassis/{id}/events", () => {
  const Page = z.object({
    items: z.array(z.looseObject({ event: z.looseObject({ id: z.string() }) })),
    nextCursor: z.string().optional(),
  });

  const allPages = async (get: (target: string) => Promise<{ body: unknown }>, query: string) => {
    const pages: string[][] = [];
    let cursor = "";
    do {
      const { items, nextCursor } = Page.parse((await get(`/chassis/${ID}/events?${query}${cursor}`)).body);
      pages.push(items.map(({ event }) => event.id));
      cursor = nextCursor === undefined ? "" : `&cursor=${nextCursor}`;
    } while (cursor !== "");
    return pages;
  };

  const NEWEST_FIRST = [
    "standby.ready@70",
    "sync.compared@66",
    "sync.compared@65",
    "module.booted@62",
    "module.booted@60",
    "chassis.cold-started@5",
  ];

  it("answers the events with what they did, newest first", async () => {
    const { get } = await worldWith(...poweredOn(ID));
    const { status, headers, body } = await get(`/chassis/${ID}/events`);

    expect({ status, headers }).toMatchObject({ status: 200, headers: { "cache-control": "no-cache" } });
    expect(Page.parse(body).items.map(({ event }) => event.id)).toEqual(NEWEST_FIRST);
    expect(body).not.toHaveProperty("nextCursor");
    expect(Page.parse(body).items[0]).toEqual({
      event: { ...eventAt(70, ID, "standby.ready", { slot: "M2" }), recordedtime: "2026-03-01T12:00:00.000Z" },
      disposition: "applied",
      reason: null,
      sameAs: null,
    });
  });

  it.each([1, 4, 6])("shows every event once, on pages of %i", async (limit) => {
    const { get } = await worldWith(...poweredOn(ID));
    const pages = await allPages(get, `limit=${limit}`);

    expect(pages.flat()).toEqual(NEWEST_FIRST);
    expect(Math.max(...pages.map(({ length }) => length))).toBe(limit);
  });

  it.each([
    ["type=standby.ready&type=chassis.cold-started", [0, 5]],
    [`from=${timeAt(62)}&to=${timeAt(66)}`, [1, 2, 3]],
    [`from=${timeAt(65)}&type=sync.compared`, [1, 2]],
    ["disposition=quarantined", []],
    ["disposition=applied&disposition=no-effect&disposition=quarantined", [0, 1, 2, 3, 4, 5]],
  ])("answers with %s only what is asked for", async (query, wanted) => {
    const { get } = await worldWith(...poweredOn(ID));

    expect((await allPages(get, `limit=1&${query}`)).flat()).toEqual(wanted.map((index) => NEWEST_FIRST[index]));
  });

  it("takes a cursor with another limit, but not with other filters or of another chassis", async () => {
    const { get } = await worldWith(...poweredOn(ID), ...poweredOn("other"));
    const first = await get(`/chassis/${ID}/events?limit=2&type=sync.compared&type=module.booted`);
    const cursor = Page.parse(first.body).nextCursor;
    const filters = "type=module.booted&type=sync.compared";

    expect(await get(`/chassis/${ID}/events?limit=9&${filters}&cursor=${cursor}`)).toMatchObject({ status: 200 });
    for (const target of [
      `/chassis/${ID}/events?type=module.booted&cursor=${cursor}`,
      `/chassis/${ID}/events?${filters}&from=${timeAt(0)}&cursor=${cursor}`,
      `/chassis/other/events?${filters}&cursor=${cursor}`,
      `/chassis/${ID}/events?${filters}&cursor=${cursor}x`,
    ]) {
      expect(await get(target)).toMatchObject({ status: 400, body: { errors: [{ pointer: "/query/cursor" }] } });
    }
  });

  it.each([
    ["an unknown type", "type=module.exploded", "/query/type/0"],
    ["an unknown disposition", "disposition=applied&disposition=lost", "/query/disposition/1"],
    ["a time that is none", "from=x", "/query/from"],
    ["an end before the beginning", `from=${timeAt(9)}&to=${timeAt(8)}`, "/query/from"],
    ["too long a page", "limit=201", "/query/limit"],
    ["something unknown", "at=2026-03-01T11:59:00Z", "/query/at"],
  ])("refuses a request for %s", async (_, query, pointer) => {
    const { get } = await worldWith(...poweredOn(ID));

    expect(await get(`/chassis/${ID}/events?${query}`)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it("knows no events of a chassis that was never seen", async () => {
    expect(await apiWorld().get(`/chassis/${ID}/events`)).toMatchObject({
      status: 404,
      body: { type: "/problems/chassis-not-found" },
    });
  });
});

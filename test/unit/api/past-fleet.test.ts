import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { apiWorld, eventAt, POWER_ON, poweredOn } from "../../support/api-world.ts";

const Page = z.object({
  items: z.array(z.looseObject({ chassisId: z.string(), redundancy: z.string() })),
  nextCursor: z.string().optional(),
});
type World = ReturnType<typeof apiWorld>;

/** The moment so many seconds after the power-on of the chassis. */
const momentAt = (seconds: number): string => new Date(POWER_ON + seconds * 1000).toISOString();

const pagesAt = async ({ get }: World, seconds: number, query = "") => {
  const pages: string[][] = [];
  let cursor = "";
  do {
    const { items, nextCursor } = Page.parse((await get(`/chassis?at=${momentAt(seconds)}&${query}${cursor}`)).body);
    pages.push(items.map(({ chassisId, redundancy }) => `${chassisId} ${redundancy}`));
    cursor = nextCursor === undefined ? "" : `&cursor=${nextCursor}`;
  } while (cursor !== "");
  return pages;
};

const fleetAt = async (world: World, seconds: number, query = "") =>
  (await pagesAt(world, seconds, query)).flat().sort();

/** A world in which one chassis loses its standby, one is heard of late, and one is retired and heard of again. */
const changingFleet = async () => {
  const world = apiWorld();
  await world.happen(
    ...[...poweredOn("a-1"), eventAt(300, "a-1", "module.removed", { slot: "M2" })],
    eventAt(400, "a-2", "session.opened", { sessionId: "s", kind: "cli" }),
    ...[...poweredOn("b-1"), eventAt(500, "b-1", "chassis.retired")],
    ...[...poweredOn("b-2"), eventAt(200, "b-2", "chassis.retired"), eventAt(600, "b-2", "config.saved")],
  );
  return world;
};

describe("GET /chassis?at=", () => {
  it.each([
    [1, "", []],
    [100, "", ["a-1 ready", "b-1 ready", "b-2 ready"]],
    [250, "", ["a-1 ready", "b-1 ready"]],
    [450, "", ["a-1 simplex", "a-2 unknown", "b-1 ready"]],
    [550, "", ["a-1 simplex", "a-2 unknown"]],
    [450, "redundancy=ready", ["b-1 ready"]],
    [450, "finding=standby-missing", ["a-1 simplex"]],
    [100, "finding=standby-missing", []],
    [100, "prefix=b", ["b-1 ready", "b-2 ready"]],
    [100, "switchoverReady=true&prefix=a", ["a-1 ready"]],
    [100, "limit=1", ["a-1 ready", "b-1 ready", "b-2 ready"]],
  ])("%i seconds after power-on, with %j, answers the fleet as it was then: %j", async (seconds, query, expected) => {
    expect(await fleetAt(await changingFleet(), seconds, query)).toEqual(expected);
  });

  it("shows no chassis that is retired when nothing is said of the time", async () => {
    const { get } = await changingFleet();

    expect(Page.parse((await get("/chassis")).body).items.map(({ chassisId }) => chassisId)).not.toContain("b-1");
    expect((await get("/fleet/summary")).body).toMatchObject({ total: 3 });
  });

  it("computes only so many chassis for one answer, and says where to go on", async () => {
    const world = apiWorld();
    const ids = Array.from({ length: 430 }, (_, index) => `c-${index}`);
    await world.happen(...ids.map((id) => eventAt(10, id, "session.opened", { sessionId: "s", kind: "cli" })));
    const computed: number[] = [];
    const { loadMany } = world.store;
    world.store.loadMany = async (chassisIds) => {
      computed.push(chassisIds.length);
      return loadMany(chassisIds);
    };
    const none = await pagesAt(world, 20, "redundancy=ready");

    expect(none.flat()).toEqual([]);
    expect(none).toHaveLength(3);
    expect(computed.reduce((sum, count) => sum + count, 0)).toBe(430);
    expect(await fleetAt(world, 20, "limit=150")).toHaveLength(430);
  });

  it("refuses a cursor of another moment", async () => {
    const { get } = await changingFleet();
    const { nextCursor } = Page.parse((await get(`/chassis?limit=1&at=${momentAt(100)}`)).body);

    for (const other of [`at=${momentAt(101)}&`, ""])
      expect(await get(`/chassis?${other}cursor=${nextCursor}`)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: "/query/cursor" }] },
      });
  });
});

describe("GET /fleet/summary?at=", () => {
  it("counts the chassis as they were then", async () => {
    const { get } = await changingFleet();

    expect((await get(`/fleet/summary?at=${momentAt(450)}`)).body).toMatchObject({
      asOf: momentAt(450),
      total: 3,
      activeSlot: { M1: 2, M2: 0, none: 1 },
      redundancy: { ready: 1, simplex: 1, unknown: 1 },
      severity: { none: 2, warning: 1 },
      findings: { "standby-missing": 1 },
    });
    expect((await get(`/fleet/summary?at=${momentAt(100)}&prefix=b`)).body).toMatchObject({
      total: 2,
      redundancy: { ready: 2 },
      findings: {},
    });
  });
});

describe.each(["/chassis", "/fleet/summary"])("a past moment in GET %s", (path) => {
  it.each(["at=2026-03-01T12:00:00.001Z", "at=yesterday", "at=", "at=2026-03-01T11:00:00Z&at=2026-03-01T11:00:00Z"])(
    "is refused as %s",
    async (query) => {
      expect(await apiWorld().get(`${path}?${query}`)).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: "/query/at" }] },
      });
    },
  );

  it("may be asked of 20,000 chassis, those with the prefix counted, and no more", async () => {
    const sizes = new Map([
      ["", 20_001],
      ["lon", 20_000],
      ["par", 20_001],
    ]);
    const world = apiWorld({
      parts: async () => [{ group: "retired", shard: 1 }],
      count: async (_, prefix = "") => sizes.get(prefix) ?? 0,
    });
    const ask = (query: string) => world.get(`${path}?at=${momentAt(1)}${query}`);
    const tooMany = {
      status: 400,
      body: {
        detail: expect.stringContaining("narrow with prefix"),
        errors: [{ pointer: "/query/prefix", detail: expect.stringContaining("narrow with prefix") }],
      },
    };

    expect(await ask("")).toMatchObject(tooMany);
    expect(await ask("&prefix=par")).toMatchObject(tooMany);
    expect(await ask("&prefix=lon&prefix=par")).toMatchObject(tooMany);
    expect(await ask("&prefix=lon")).toMatchObject({ status: 200 });
  });
});

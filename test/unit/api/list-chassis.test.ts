import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import * as z from "zod";
import { FleetItem } from "../../../shared/domain/fleet-item.ts";
import { apiWorld, eventAt, poweredOn, smallFleet } from "../../support/api-world.ts";

const Page = z.object({ items: z.array(FleetItem), nextCursor: z.string().optional() });
type Get = (target: string) => Promise<{ readonly body: unknown }>;

const pagesOf = async (get: Get, query: string) => {
  const pages: string[][] = [];
  let cursor = "";
  do {
    const { items, nextCursor } = Page.parse((await get(`/chassis?${query}${cursor}`)).body);
    pages.push(items.map(({ chassisId }) => chassisId));
    cursor = nextCursor === undefined ? "" : `&cursor=${nextCursor}`;
  } while (cursor !== "");
  return pages;
};

const entryOf = (chassisId: string) => ({ chassisId, findings: [] });

const chassisIn = async (get: Get, query: string) => (await pagesOf(get, query)).flat().sort();

describe("GET /chassis", () => {
  it("answers one summary per chassis", async () => {
    const { get } = await smallFleet();
    const { status, headers, body } = await get("/chassis?prefix=lon-2");

    expect({ status, headers }).toEqual({
      status: 200,
      headers: { "content-type": "application/json", "cache-control": "no-cache" },
    });
    expect(body).toMatchObject({
      items: [
        {
          chassisId: "lon-2",
          activeSlot: "M1",
          activeConfidence: "reported",
          redundancy: "simplex",
          syncStatus: "not-applicable",
          bootSource: "primary-flash",
          switchoverReady: false,
          findings: ["standby-missing"],
          lastEventAt: "2026-03-01T11:33:20.000Z",
          revision: 7,
        },
      ],
    });
  });

  it.each([
    ["", ["lon-1", "lon-2", "par-1", "par-2"]],
    ["activeSlot=M1", ["lon-1", "lon-2", "par-1"]],
    ["activeSlot=M2", []],
    ["activeSlot=none", ["par-2"]],
    ["redundancy=ready", ["lon-1", "par-1"]],
    ["redundancy=simplex&redundancy=unknown", ["lon-2", "par-2"]],
    ["sync=in-sync", ["lon-1", "par-1"]],
    ["sync=not-applicable", ["lon-2"]],
    ["bootSource=primary-flash", ["lon-1", "lon-2", "par-1"]],
    ["bootSource=flash", ["lon-1", "lon-2", "par-1"]],
    ["bootSource=pcmcia&bootSource=unknown", ["par-2"]],
    ["switchoverReady=true", ["lon-1", "par-1"]],
    ["finding=standby-missing", ["lon-2"]],
    ["finding=split-brain", []],
    ["prefix=lon", ["lon-1", "lon-2"]],
    ["prefix=lon&prefix=lon-2&prefix=par-2", ["lon-1", "lon-2", "par-2"]],
    ["redundancy=ready&prefix=par", ["par-1"]],
    ["redundancy=ready&activeSlot=none", []],
  ])("with %s answers %j", async (query, wanted) => {
    const { get } = await smallFleet();

    expect(await chassisIn(get, query)).toEqual(wanted);
  });

  it("shows every chassis once, on pages that are as long as was asked for but for the last", async () => {
    const { get } = await smallFleet();

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.subarray(["lon", "par", "l"]), async (limit, prefixes) => {
        const pages = await pagesOf(get, [`limit=${limit}`, ...prefixes.map((one) => `prefix=${one}`)].join("&"));
        const wanted = ["lon-1", "lon-2", "par-1", "par-2"].filter(
          (id) => prefixes.length === 0 || prefixes.some((one) => id.startsWith(one)),
        );

        expect(pages.flat().sort()).toEqual(wanted);
        expect(pages.slice(0, -2).every(({ length }) => length === limit)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it.each([1, 3, 7, 39, 200])("shows every chassis once when there are many alike, %i at a time", async (limit) => {
    const { get, happen } = apiWorld();
    const ids = Array.from({ length: 40 }, (_, index) => `c-${index}`);
    await happen(...ids.map((id) => eventAt(10, id, "session.opened", { sessionId: "s", kind: "cli" })));

    expect(await chassisIn(get, `limit=${limit}`)).toEqual(ids.sort());
  });

  it("reads no more of the index than fills the page, and the twins that it shows", async () => {
    const entriesRead: number[] = [];
    const twinsRead: string[] = [];
    const world: ReturnType<typeof apiWorld> = apiWorld({
      page: async (request) => {
        const page = await world.store.page(request);
        entriesRead.push(page.entries.length);
        return page;
      },
    });
    const { loadMany } = world.store;
    world.store.loadMany = async (chassisIds) => {
      twinsRead.push(...chassisIds);
      return loadMany(chassisIds);
    };
    const ids = Array.from({ length: 400 }, (_, index) => `c-${index}`);
    await world.happen(...ids.map((id) => eventAt(10, id, "session.opened", { sessionId: "s", kind: "cli" })));

    await world.get("/chassis?redundancy=unknown&limit=50");
    expect(entriesRead).toEqual([50]);
    expect(twinsRead).toHaveLength(50);

    await world.get("/chassis?finding=split-brain");
    expect(entriesRead).toEqual([50]);
    await world.get("/fleet/summary");
    expect(twinsRead).toHaveLength(50);
  });

  it("takes a cursor with another limit, but not with other filters", async () => {
    const { get } = await smallFleet();
    const { nextCursor } = Page.parse((await get("/chassis?limit=1&redundancy=ready&redundancy=simplex")).body);

    expect(await get(`/chassis?redundancy=simplex&redundancy=ready&cursor=${nextCursor}`)).toMatchObject({
      status: 200,
    });
    expect(await get(`/chassis?redundancy=ready&cursor=${nextCursor}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/query/cursor" }] },
    });
  });

  it("goes on after the page before although buckets came into use in between", async () => {
    const { get, happen } = await smallFleet();
    const first = Page.parse((await get("/chassis?limit=2")).body);
    await happen(...poweredOn("new-1"), eventAt(90, "new-1", "config.saved"));
    const rest = await chassisIn(get, `cursor=${first.nextCursor}`);

    expect(rest.filter((id) => id !== "new-1")).toHaveLength(2);
  });

  it("shows no chassis that contradicts a filter although the index still has it there", async () => {
    const { get } = await smallFleet({
      page: async () => ({ entries: ["lon-2", "lon-1", "old-1", "unheard-of"].map(entryOf), next: null }),
    });

    expect(new Set(await chassisIn(get, "redundancy=ready"))).toEqual(new Set(["lon-1"]));
  });

  it("reads only so much for one answer, and says where to go on", async () => {
    let pagesRead = 0;
    const { get } = await smallFleet({
      page: async ({ after = "0" }) => {
        pagesRead += 1;
        return { entries: [entryOf(`x-${after}`)], next: String(Number(after) + 1) };
      },
    });

    expect(await get("/chassis?finding=standby-missing")).toMatchObject({
      status: 200,
      body: { items: [], nextCursor: expect.any(String) },
    });
    expect(pagesRead).toBeLessThan(300);
  });

  it.each([
    ["activeSlot=M3", "/query/activeSlot/0"],
    ["redundancy=ready&redundancy=fine", "/query/redundancy/1"],
    ["sync=different", "/query/sync/0"],
    ["bootSource=floppy", "/query/bootSource/0"],
    ["switchoverReady=yes", "/query/switchoverReady/0"],
    ["finding=bad-weather", "/query/finding/0"],
    ["prefix=", "/query/prefix/0"],
    ["prefix=%23", "/query/prefix/0"],
    ["limit=0", "/query/limit"],
    ["cursor=x", "/query/cursor"],
    ["chassis=lon-1", "/query/chassis"],
  ])("refuses %s", async (query, pointer) => {
    expect(await apiWorld().get(`/chassis?${query}`)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  });

  it("answers no items while there are no chassis", async () => {
    expect((await apiWorld().get("/chassis")).body).toEqual({ items: [] });
  });
});

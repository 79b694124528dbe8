import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import type { FleetIndex } from "../../../shared/ports.ts";
import { apiWorld, eventAt, poweredOn, smallFleet } from "../../support/api-world.ts";

const Findings = z.object({
  items: z.array(z.looseObject({ chassisId: z.string(), code: z.string(), severity: z.string(), since: z.string() })),
  nextCursor: z.string().optional(),
});
type World = ReturnType<typeof apiWorld>;

const findings = async ({ get }: World, query = "") => Findings.parse((await get(`/fleet/findings?${query}`)).body);

const told = ({ items }: z.infer<typeof Findings>) => items.map(({ chassisId, code }) => `${chassisId} ${code}`);

const standbyPulled = (chassisId: string, seconds: number) => [
  ...poweredOn(chassisId),
  eventAt(seconds, chassisId, "module.removed", { slot: "M2" }),
];

const bothPulled = (chassisId: string, seconds: number) => [
  ...standbyPulled(chassisId, seconds),
  eventAt(seconds + 1, chassisId, "module.removed", { slot: "M1" }),
];

/** A world with two chassis that nobody leads and three without a standby. */
const troubledFleet = async (replacing: Partial<FleetIndex> = {}) => {
  const world = apiWorld(replacing);
  await world.happen(
    ...standbyPulled("b-2", 300),
    ...standbyPulled("b-1", 300),
    ...standbyPulled("a-1", 400),
    ...bothPulled("c-1", 500),
    ...bothPulled("c-2", 100),
    ...poweredOn("d-1"),
  );
  return world;
};

describe("GET /fleet/findings", () => {
  it("tells of each finding on which chassis it is open, and all that the twin says of it", async () => {
    const world = await smallFleet();
    const { body } = await world.get("/chassis/lon-2");
    const [finding] = z.object({ findings: z.array(z.object({}).loose()) }).parse(body).findings;

    expect((await findings(world)).items).toEqual([{ chassisId: "lon-2", ...finding }]);
  });

  it("tells of the most severe first, of those the oldest, and then by chassis", async () => {
    const all = told(await findings(await troubledFleet()));

    expect(all.slice(0, 3)).toEqual(["c-2 headless", "c-2 no-active", "c-1 headless"]);
    expect(all.filter((one) => one.endsWith("standby-missing"))).toEqual([
      "b-1 standby-missing",
      "b-2 standby-missing",
      "a-1 standby-missing",
    ]);
  });

  it.each([
    ["code=no-active", ["c-2 no-active", "c-1 no-active"]],
    ["code=no-active&prefix=c-1", ["c-1 no-active"]],
    ["severity=critical&prefix=c-2", ["c-2 headless", "c-2 no-active"]],
    ["severity=warning&prefix=b", ["b-1 standby-missing", "b-2 standby-missing"]],
    ["severity=warning&code=no-active", []],
    ["code=standby-missing&code=no-active&prefix=a&prefix=c-1", ["c-1 no-active", "a-1 standby-missing"]],
    ["prefix=d", []],
  ])("with %s tells of %j", async (query, expected) => {
    expect(told(await findings(await troubledFleet(), query))).toEqual(expected);
  });

  it("goes on after the last finding told, whatever has opened or closed since", async () => {
    const world = await troubledFleet();
    const first = await findings(world, "code=standby-missing&limit=1");
    await world.happen(
      eventAt(600, "b-1", "module.inserted", { slot: "M2" }),
      ...standbyPulled("b-0", 200),
      ...standbyPulled("e-1", 350),
    );
    const rest = await findings(world, `code=standby-missing&cursor=${first.nextCursor}`);

    expect(told(first)).toEqual(["b-1 standby-missing"]);
    expect(told(rest)).toEqual(["b-2 standby-missing", "e-1 standby-missing", "a-1 standby-missing"]);
  });

  it("tells of all findings of one code on one chassis, page by page", async () => {
    const world = apiWorld();
    const slots = ["S3", "S1", "S2"];
    await world.happen(
      ...poweredOn("a-1"),
      ...slots.map((slot, index) => eventAt(100 + index, "a-1", "interface-module.out-of-sync", { slot })),
    );
    const seen: unknown[] = [];
    let page = await findings(world, "limit=1");
    for (; page.nextCursor !== undefined; page = await findings(world, `limit=1&cursor=${page.nextCursor}`))
      seen.push(...page.items.map((item) => item["slots"]));
    seen.push(...page.items.map((item) => item["slots"]));

    expect(seen).toEqual([["S3"], ["S1"], ["S2"]]);
  });

  it("keeps the order when chassis have several findings of one code, some told and some to come", async () => {
    const world = apiWorld();
    const outOfSync = (chassisId: string, seconds: number, slot: string) =>
      eventAt(seconds, chassisId, "interface-module.out-of-sync", { slot });
    await world.happen(
      ...["a-1", "a-2", "a-3"].flatMap(poweredOn),
      ...[outOfSync("a-1", 100, "S1"), outOfSync("a-1", 200, "S2")],
      ...[outOfSync("a-2", 101, "S1"), outOfSync("a-2", 201, "S2")],
      outOfSync("a-3", 150, "S1"),
    );
    const seen: string[] = [];
    let cursor: string | undefined = "";
    while (cursor !== undefined) {
      const page: z.infer<typeof Findings> = await findings(world, `limit=1&${cursor}`);
      seen.push(...page.items.map(({ chassisId, since }) => `${chassisId} ${since}`));
      cursor = page.nextCursor === undefined ? undefined : `cursor=${page.nextCursor}`;
    }

    expect(seen).toEqual([
      "a-1 2026-03-01T11:31:40.000Z",
      "a-2 2026-03-01T11:31:41.000Z",
      "a-3 2026-03-01T11:32:30.000Z",
      "a-1 2026-03-01T11:33:20.000Z",
      "a-2 2026-03-01T11:33:21.000Z",
    ]);
  });

  it("reads no bucket that is not as bad as what the page still needs", async () => {
    const read = new Set<string>();
    const world: World = await troubledFleet({
      page: async (request) => {
        read.add(request.part.group === "retired" ? "retired" : request.part.group.severity);
        return world.store.page(request);
      },
    });

    await findings(world, "limit=1");
    expect([...read]).toEqual(["critical"]);

    await findings(world, "limit=200");
    expect(read).toContain("warning");
    expect(read).not.toContain("none");
  });

  it("answers no items while nothing is open", async () => {
    expect(await findings(apiWorld())).toEqual({ items: [] });
  });

  it.each([
    ["code=bad-weather", "/query/code/0"],
    ["severity=fatal", "/query/severity/0"],
    ["prefix=%23", "/query/prefix/0"],
    ["limit=0", "/query/limit"],
    ["cursor=x", "/query/cursor"],
    ["finding=no-active", "/query/finding"],
  ])("refuses %s", async (query, pointer) => {
    expect(await apiWorld().get(`/fleet/findings?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  });

  it("refuses a cursor of other filters, and one of another list", async () => {
    const world = await troubledFleet();
    const { nextCursor } = await findings(world, "limit=1");

    expect(await world.get(`/fleet/findings?severity=critical&cursor=${nextCursor}`)).toMatchObject({ status: 400 });
    expect(await world.get(`/chassis?cursor=${nextCursor}`)).toMatchObject({ status: 400 });
  });
});

import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { apiWorld, eventAt, poweredOn, smallFleet } from "../../support/api-world.ts";

const Answer = z.object({
  passed: z.boolean(),
  results: z.array(
    z.looseObject({
      name: z.string(),
      passed: z.boolean(),
      checked: z.number(),
      failed: z.number(),
      failures: z.array(z.looseObject({ chassisId: z.string() })),
    }),
  ),
});
type World = ReturnType<typeof apiWorld>;

const post = ({ request }: World, body: unknown, headers = { "content-type": "application/json" }) =>
  request({ method: "POST", target: "/fleet/assertions", headers, body: JSON.stringify(body) });

const assertOne = async (world: World, assertion: object) => {
  const { passed, results } = Answer.parse((await post(world, { assertions: [{ name: "it", ...assertion }] })).body);
  expect(results.map((result) => result.passed)).toEqual([passed]);
  const [result] = results;
  return { checked: result?.checked, failing: result?.failures.map(({ chassisId }) => chassisId).sort() };
};

/** Forgets which records are read, and remembers those that are read from then on. */
const readsOf = ({ store }: World) => {
  const read: string[] = [];
  const { loadMany } = store;
  store.loadMany = async (chassisIds) => {
    read.push(...chassisIds);
    return loadMany(chassisIds);
  };
  return read;
};

describe("POST /fleet/assertions", () => {
  it("tells of each assertion whether it holds, and of each chassis that fails it what it is and why", async () => {
    const world = await smallFleet();
    const { body: twin } = await world.get("/chassis/lon-2");
    const { findings, switchover } = z
      .object({ findings: z.array(z.unknown()), switchover: z.object({ reasons: z.array(z.unknown()) }) })
      .parse(twin);
    const answer = await post(world, {
      assertions: [
        {
          name: "London is ready",
          where: { prefix: "lon-" },
          expect: { switchoverReady: true, redundancy: ["ready"] },
        },
        { name: "Paris runs from flash", where: { prefix: "par-1" }, expect: { bootSource: "flash" } },
      ],
    });

    expect(answer).toMatchObject({ status: 200, headers: { "content-type": "application/json" } });
    expect(answer.body).toEqual({
      passed: false,
      results: [
        {
          name: "London is ready",
          passed: false,
          checked: 2,
          failed: 1,
          failures: [
            {
              chassisId: "lon-2",
              expected: { switchoverReady: true, redundancy: ["ready"] },
              actual: { switchoverReady: false, redundancy: "simplex" },
              findings,
              reasons: switchover.reasons,
            },
          ],
        },
        { name: "Paris runs from flash", passed: true, checked: 1, failed: 0, failures: [] },
      ],
    });
    expect(findings).toHaveLength(1);
  });

  it.each([
    [{ expect: { activeSlot: "M1" } }, 4, ["par-2"]],
    [{ expect: { activeSlot: ["M1", "none"] } }, 4, []],
    [{ expect: { sync: "in-sync" }, where: { activeSlot: "M1" } }, 3, ["lon-2"]],
    [{ expect: { bootSource: "flash" } }, 4, ["par-2"]],
    [{ expect: { bootSource: ["pcmcia", "unknown"] }, where: { redundancy: "unknown" } }, 1, []],
    [{ expect: { switchoverReady: "true" }, where: { prefix: ["lon-1", "par-1"] } }, 2, []],
    [{ expect: { switchoverReady: [false] }, where: { switchoverReady: false } }, 2, []],
    [{ expect: { finding: "standby-missing" }, where: { redundancy: "simplex" } }, 1, []],
    [{ forbid: { finding: ["standby-missing", "no-active"] } }, 4, ["lon-2"]],
    [{ forbid: { finding: "standby-missing" }, where: { prefix: "par" } }, 2, []],
    [{ forbid: {}, where: { finding: "standby-missing" } }, 1, ["lon-2"]],
    [{ expect: { prefix: "lon" }, forbid: { redundancy: "simplex" } }, 4, ["lon-2", "par-1", "par-2"]],
    [{ expect: { redundancy: "ready" }, where: { prefix: "old" } }, 0, []],
  ])("checks %j on %i chassis, of which %j fail", async (assertion, checked, failing) => {
    expect(await assertOne(await smallFleet(), assertion)).toEqual({ checked, failing });
  });

  it("tells what a chassis matches that it must not", async () => {
    const { body } = await post(await smallFleet(), {
      assertions: [{ name: "no lone module", expect: { activeSlot: "M1" }, forbid: { finding: "standby-missing" } }],
    });

    expect(Answer.parse(body).results[0]?.failures.find(({ chassisId }) => chassisId === "lon-2")).toMatchObject({
      expected: { activeSlot: "M1" },
      forbidden: { finding: "standby-missing" },
      actual: { activeSlot: "M1", finding: ["standby-missing"] },
    });
  });

  it("reads each chassis that fails once for all assertions, and those that hold not at all", async () => {
    const world = await smallFleet();
    const read = readsOf(world);
    const expectations = [{ redundancy: "ready" }, { switchoverReady: true }, { activeSlot: ["M1", "none"] }];
    await post(world, { assertions: expectations.map((expected) => ({ name: "it", expect: expected })) });

    expect(read.sort()).toEqual(["lon-2", "par-2"]);
  });

  it("counts by the twin when the index is behind it", async () => {
    const world: World = await smallFleet({
      page: async (request) => {
        const { entries, next } = await world.store.page(request);
        return { entries: entries.map(({ chassisId }) => ({ chassisId, findings: [] })), next };
      },
    });

    expect(
      await assertOne(world, { expect: { finding: "standby-missing" }, where: { redundancy: "simplex" } }),
    ).toEqual({ checked: 1, failing: [] });
  });

  it("counts all that fail, and lists the first thousand", async () => {
    const world = apiWorld();
    const ids = Array.from({ length: 1003 }, (_, index) => `c-${index}`);
    for (let from = 0; from < ids.length; from += 500)
      await world.happen(
        ...ids.slice(from, from + 500).map((id) => eventAt(10, id, "session.opened", { sessionId: "s", kind: "cli" })),
      );
    const { body } = await post(world, { assertions: [{ name: "it", expect: { redundancy: "ready" } }] });
    const [result] = Answer.parse(body).results;

    expect(result).toMatchObject({ passed: false, checked: 1003, failed: 1003 });
    expect(new Set(result?.failures.map(({ chassisId }) => chassisId)).size).toBe(1000);
  });

  it("holds in an empty fleet, and sees no retired chassis", async () => {
    const world = apiWorld();
    expect(await assertOne(world, { expect: { redundancy: "ready" } })).toEqual({ checked: 0, failing: [] });

    await world.happen(...poweredOn("old-1"), eventAt(300, "old-1", "chassis.retired"));
    expect(await assertOne(world, { forbid: {} })).toEqual({ checked: 0, failing: [] });
  });

  it.each([
    [{}, "/assertions", "is required"],
    [{ assertions: [] }, "/assertions", "at least 1"],
    [{ assertions: Array.from({ length: 51 }, () => ({ name: "a", expect: {} })) }, "/assertions", "at most 50 items"],
    [{ assertions: [{ expect: {} }] }, "/assertions/0/name", "is required"],
    [{ assertions: [{ name: "", expect: {} }] }, "/assertions/0/name", "must not be empty"],
    [{ assertions: [{ name: "a" }] }, "/assertions/0", "must have expect, forbid or both"],
    [{ assertions: [{ name: "a", expect: { bootSource: "floppy" } }] }, "/assertions/0/expect/bootSource", "tftp"],
    [{ assertions: [{ name: "a", expect: { sync: ["x"] } }] }, "/assertions/0/expect/sync", "one of"],
    [{ assertions: [{ name: "a", expect: { sync: [] } }] }, "/assertions/0/expect/sync", "at least one value"],
    [{ assertions: [{ name: "a", expect: { switchoverReady: 1 } }] }, "/assertions/0/expect/switchoverReady", "true"],
    [{ assertions: [{ name: "a", where: { colour: "red" }, expect: {} }] }, "/assertions/0/where/colour", "activeSlot"],
    [{ assertions: [{ name: "a", expects: {}, expect: {} }] }, "/assertions/0/expects", "there are name, where"],
    [{ assertions: [{ name: "a", expect: {} }], at: "now" }, "/at", "is unknown"],
  ])("refuses %j at %s", async (body, pointer, detail) => {
    expect(await post(apiWorld(), body)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer, detail: expect.stringContaining(detail) }] },
    });
  });

  it("takes no other media type, and no query", async () => {
    const { request } = apiWorld();
    const target = "/fleet/assertions";

    expect(
      await request({
        method: "POST",
        target,
        headers: { "content-type": "application/yaml" },
        body: "assertions: []",
      }),
    ).toMatchObject({ status: 415, headers: { accept: "application/json" } });
    expect(await request({ method: "POST", target: `${target}?at=2026-03-01T11:00:00Z`, body: "{}" })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/query/at" }] },
    });
  });
});

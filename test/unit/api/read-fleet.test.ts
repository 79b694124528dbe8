import { describe, expect, it } from "@jest/globals";
import { ROUTES } from "../../../shared/edge/routes.ts";
import { apiWorld, eventAt, smallFleet } from "../../support/api-world.ts";

describe("GET /fleet/summary", () => {
  it("counts the chassis by every word, and the findings that are open", async () => {
    const { get } = await smallFleet();

    expect(await get("/fleet/summary")).toMatchObject({
      status: 200,
      body: {
        asOf: "2026-03-01T12:00:00.000Z",
        total: 4,
        activeSlot: { M1: 3, M2: 0, none: 1 },
        redundancy: { ready: 2, simplex: 1, unknown: 1, booting: 0 },
        sync: { "in-sync": 2, "not-applicable": 1, unknown: 1, "out-of-sync": 0 },
        bootSource: { "primary-flash": 3, unknown: 1, tftp: 0 },
        switchoverReady: { true: 2, false: 2 },
        severity: { none: 3, info: 0, warning: 1, critical: 0 },
        findings: { "standby-missing": 1 },
      },
    });
  });

  it("counts nothing in an empty fleet", async () => {
    expect((await apiWorld().get("/fleet/summary")).body).toMatchObject({
      total: 0,
      activeSlot: { M1: 0, M2: 0, none: 0 },
      findings: {},
    });
  });

  it("counts those whose identifier begins with one of the prefixes", async () => {
    const { get } = await smallFleet();

    expect((await get("/fleet/summary?prefix=lon")).body).toMatchObject({
      total: 2,
      redundancy: { ready: 1, simplex: 1 },
      findings: { "standby-missing": 1 },
    });
    expect((await get("/fleet/summary?prefix=lon-1&prefix=par&prefix=par-1")).body).toMatchObject({ total: 3 });
  });

  it("is told again for 5 seconds before the fleet is counted anew, and says of when it is", async () => {
    const { get, happen, time } = await smallFleet();
    const started = time.now;
    const summary = async () => (await get("/fleet/summary")).body;
    const first = await summary();
    await happen(eventAt(1790, "par-1", "module.removed", { slot: "M2" }));

    time.now = started + 4999;
    expect(await summary()).toEqual(first);
    time.now = started + 5000;
    expect(await summary()).toMatchObject({
      asOf: "2026-03-01T12:00:05.000Z",
      redundancy: { ready: 1, simplex: 2 },
      findings: { "standby-missing": 2 },
    });
  });

  it("counts once for all who ask at the same time, and again after a failure", async () => {
    let counts = 0;
    let fails = true;
    const { get } = apiWorld({
      parts: async () => {
        counts += 1;
        if (fails) throw new Error("the store is away");
        return [];
      },
    });
    const statuses = async () =>
      (await Promise.all([1, 2, 3].map(() => get("/fleet/summary")))).map(({ status }) => status);

    expect(await statuses()).toEqual([500, 500, 500]);
    expect(counts).toBe(1);
    fails = false;
    expect(await statuses()).toEqual([200, 200, 200]);
    expect(counts).toBe(2);
  });

  it.each([
    ["by=site", "/query/by"],
    ["prefix=%23", "/query/prefix/0"],
  ])("refuses %s", async (query, pointer) => {
    expect(await apiWorld().get(`/fleet/summary?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer }] },
    });
  });
});

describe("GET /health", () => {
  it("says so when the store answers", async () => {
    expect(await apiWorld().get("/health")).toMatchObject({ status: 200, body: { status: "ok" } });
  });

  it("is a 503 that does not say why when it does not", async () => {
    const check = () => Promise.reject(new Error("secret"));
    const answer = await apiWorld({ check }).get("/health");

    expect(answer).toMatchObject({ status: 503, body: { type: "/problems/service-unavailable" } });
    expect(JSON.stringify(answer)).not.toContain("secret");
  });
});

describe("GET /", () => {
  it("lists every route with what it is for", async () => {
    const { status, body } = await apiWorld().get("/");

    expect(status).toBe(200);
    expect(body).toEqual({
      name: "chassis-twin",
      routes: ROUTES.map(({ method, path, summary }) => ({ method, path, summary })),
    });
  });
});

import { describe, expect, it } from "@jest/globals";
import { ROUTES } from "../../../shared/edge/routes.ts";
import { apiWorld, smallFleet } from "../../support/api-world.ts";

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

  it("takes no parameters", async () => {
    expect(await apiWorld().get("/fleet/summary?by=site")).toMatchObject({ status: 400 });
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

import { describe, expect, test } from "@jest/globals";
import { type Line, observed, openFindings, tellFromGoodOrder } from "../../support/chassis-story.ts";

const POWER_GONE: readonly Line[] = [
  [-5, "module.power-lost", { slot: "M2" }],
  [0, "module.power-lost", { slot: "M1" }],
];
const booted = (seconds: number, slot: string): Line => [
  seconds,
  "module.booted",
  { slot, bootSource: "primary-flash" },
];

describe("T17: no management module is left for 35 seconds", () => {
  test("traffic flows without one until then, and not after", () => {
    expect(tellFromGoodOrder(POWER_GONE, 34.999)).toMatchObject({
      forwarding: "headless",
      expectations: [{ code: "forwarding-down", dueAt: "2026-01-01T00:00:35.000Z" }],
    });
    expect(tellFromGoodOrder(POWER_GONE, 35)).toMatchObject({
      forwarding: "down",
      redundancy: "no-management-module",
      expectations: [],
    });
  });

  test("a module that boots before keeps it flowing", () => {
    expect(tellFromGoodOrder([...POWER_GONE, booted(30, "M1")], 40).forwarding).toBe("normal");
  });

  test("a module that boots after makes it flow again", () => {
    const twin = tellFromGoodOrder([...POWER_GONE, booted(300, "M1")]);

    expect(twin.forwarding).toBe("normal");
    expect(openFindings(twin)).toEqual(["standby-not-ready M2"]);
  });
});

describe("T18: a module boots where no management module was", () => {
  test.each(["M1", "M2"])("%s is active at once, whatever the default slot, and it is no switchover", (slot) => {
    expect(tellFromGoodOrder([...POWER_GONE, booted(60, slot)])).toMatchObject({
      activeSlot: slot,
      activeConfidence: "reported",
      redundancy: "simplex",
      bootEpoch: 0,
      switchover: { count: 0, last: null },
      management: { macEpoch: 0 },
    });
  });

  test("when the other boots within 120 seconds with no role report between, it was a cold start", () => {
    const twin = tellFromGoodOrder([...POWER_GONE, booted(60, "M2"), booted(180, "M1")]);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      startKind: "cold",
      bootEpoch: 1,
      redundancy: "synchronizing",
      modules: { M2: { role: "standby", status: "running" } },
      switchover: { count: 0 },
      expectations: [],
    });
  });

  test("when the other boots 121 seconds after, it is the standby", () => {
    expect(tellFromGoodOrder([...POWER_GONE, booted(60, "M2"), booted(181, "M1")])).toMatchObject({
      activeSlot: "M2",
      bootEpoch: 0,
      modules: { M1: { role: "standby" } },
    });
  });

  test("when a role was reported between, the other is the standby", () => {
    const report: Line = [70, "module.role-changed", { slot: "M2", to: "active" }];

    expect(tellFromGoodOrder([...POWER_GONE, booted(60, "M2"), report, booted(100, "M1")])).toMatchObject({
      activeSlot: "M2",
      bootEpoch: 0,
      modules: { M1: { role: "standby" } },
      switchover: { count: 0 },
    });
  });

  test("the cold start is reported after both booted: it is the same", () => {
    const twin = tellFromGoodOrder([...POWER_GONE, booted(60, "M2"), booted(62, "M1"), [70, "chassis.cold-started"]]);

    expect(twin).toMatchObject({ activeSlot: "M1", bootEpoch: 1 });
  });

  test("a report instead of a boot that the other module is active is a switchover", () => {
    const twin = tellFromGoodOrder([...POWER_GONE, observed(60, [{ slot: "M2", status: "running", role: "active" }])]);

    expect(twin).toMatchObject({
      activeSlot: "M2",
      switchover: { count: 1, last: { from: "M1", to: "M2", cause: "active-power-lost" } },
    });
    expect(openFindings(twin)).not.toContain("missed-event");
  });

  test("a report instead of a boot that the former active is active is none", () => {
    const twin = tellFromGoodOrder([...POWER_GONE, observed(60, [{ slot: "M1", status: "running", role: "active" }])]);

    expect(twin).toMatchObject({ activeSlot: "M1", switchover: { count: 0 } });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2"]);
  });

  test("a module put in soon after the first one booted is its standby, whatever slot it is in (T14)", () => {
    const twin = tellFromGoodOrder([
      [-60, "module.removed", { slot: "M2" }],
      [0, "module.removed", { slot: "M1" }],
      [50, "module.inserted", { slot: "M2" }],
      booted(60, "M2"),
      [70, "module.inserted", { slot: "M1" }],
      booted(130, "M1"),
    ]);

    expect(twin).toMatchObject({ activeSlot: "M2", bootEpoch: 0, modules: { M1: { role: "standby" } } });
  });
});

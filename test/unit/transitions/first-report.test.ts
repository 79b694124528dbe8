import { describe, expect, test } from "@jest/globals";
import { observed, openFindings, tell } from "../../support/chassis-story.ts";

describe("T0: the first report that names a role", () => {
  test("a role change to active makes that module active, reported, and is no switchover", () => {
    const twin = tell([[0, "module.role-changed", { slot: "M2", to: "active" }]]);

    expect(twin).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "reported",
      redundancy: "simplex",
      forwarding: "normal",
      bootEpoch: 0,
      switchover: { count: 0, last: null },
      management: { slot: "M2", macEpoch: 0 },
    });
    expect(openFindings(twin)).toEqual(["standby-missing M1", "role-not-default M2"]);
  });

  test("a module that reports itself standby shows that the other is active", () => {
    const twin = tell([[0, "module.role-changed", { slot: "M2", to: "standby" }]]);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
      redundancy: "synchronizing",
      switchover: { count: 0 },
      modules: { M2: { role: "standby", status: "running" } },
    });
  });

  test("a ready report shows the other module active and, counting as the boot, the files in sync", () => {
    const twin = tell([[0, "standby.ready", { slot: "M1" }]]);

    expect(twin).toMatchObject({
      activeSlot: "M2",
      redundancy: "ready",
      sync: { status: "in-sync", flashCode: { mode: "presumed", from: "M2", to: "M1" } },
      switchover: { count: 0 },
    });
  });

  test("an observation with an active row makes that module active", () => {
    const twin = tell([observed(5, [{ slot: "M1", status: "running", role: "active" }])]);

    expect(twin).toMatchObject({ activeSlot: "M1", activeConfidence: "reported", switchover: { count: 0 } });
  });

  test("an observation with a standby row alone shows that the other module is active", () => {
    const twin = tell([observed(5, [{ slot: "M2", status: "running", role: "standby" }])]);

    expect(twin).toMatchObject({ activeSlot: "M1", redundancy: "synchronizing", switchover: { count: 0 } });
  });

  test("a warm start by a module shows it active, and is no switchover as none was active before", () => {
    const twin = tell([[0, "chassis.warm-started", { reporterSlot: "M2" }]]);

    expect(twin).toMatchObject({ activeSlot: "M2", startKind: "warm", switchover: { count: 0, last: null } });
  });

  test("the standby that had booted before takes its place beside the active", () => {
    const twin = tell([
      [0, "module.booted", { slot: "M2" }],
      [9, "module.role-changed", { slot: "M1", to: "active" }],
    ]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      modules: { M2: { role: "standby", standbyState: "sync" } },
    });
  });

  test("boots and other reports that name no role leave the active unknown", () => {
    const twin = tell([
      [0, "module.booted", { slot: "M1" }],
      [1, "module.status-changed", { slot: "M2", to: "running" }],
      [2, "chassis.warm-started", {}],
      observed(3, [{ slot: "M1", status: "running" }]),
    ]);

    expect(twin).toMatchObject({
      activeSlot: null,
      activeConfidence: "unknown",
      redundancy: "unknown",
      forwarding: "unknown",
      switchover: { ready: false, reasons: [{ code: "not-known" }] },
    });
    expect(openFindings(twin)).toEqual([]);
  });
});

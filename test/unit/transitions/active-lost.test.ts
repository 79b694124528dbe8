import { describe, expect, test } from "@jest/globals";
import { type Line, observed, openFindings, tellFromGoodOrder } from "../../support/chassis-story.ts";

describe("T15: the active is lost beside a standby that is not ready", () => {
  const SAVING: Line = [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0", verified: true }];
  const LOST: readonly Line[] = [SAVING, [5, "module.power-lost", { slot: "M1" }]];

  test("nobody is known to be active, and the standby is never assumed to be", () => {
    const twin = tellFromGoodOrder(LOST, 300);

    expect(twin).toMatchObject({
      activeSlot: null,
      activeConfidence: "unknown",
      redundancy: "unknown",
      forwarding: "unknown",
      switchover: { ready: false, count: 0 },
      management: { sessions: [], macEpoch: 0 },
    });
    expect(twin.modules.M2).toMatchObject({ presence: "present", status: "running" });
    expect(twin.modules.M2.role).not.toBe("active");
    expect(twin.findings).toMatchObject([
      { code: "no-active", severity: "critical", since: "2026-01-01T00:00:05.000Z" },
      { code: "image-suspect" },
      { code: "sync-aborted" },
    ]);
  });

  test("a transfer that ran is aborted", () => {
    expect(tellFromGoodOrder(LOST)).toMatchObject({
      sync: { status: "out-of-sync", flashCode: { status: "aborted" } },
    });
  });

  test("a later report that the standby is active is the switchover, with the cause of the loss", () => {
    const twin = tellFromGoodOrder([...LOST, [400, "module.role-changed", { slot: "M2", to: "active" }]]);

    expect(twin).toMatchObject({
      activeSlot: "M2",
      startKind: "warm",
      switchover: { count: 1, last: { from: "M1", to: "M2", cause: "active-power-lost" } },
    });
    expect(openFindings(twin)).not.toContain("missed-event");
  });

  test("a cold start begins anew", () => {
    const twin = tellFromGoodOrder([...LOST, [60, "chassis.cold-started"], [100, "module.booted", { slot: "M1" }]]);

    expect(twin).toMatchObject({ activeSlot: "M1", bootEpoch: 1, switchover: { count: 0 } });
    expect(openFindings(twin)).not.toContain("no-active");
  });

  test("a report that the old active is active again is no switchover", () => {
    const twin = tellFromGoodOrder([...LOST, observed(60, [{ slot: "M1", status: "running", role: "active" }])]);

    expect(twin).toMatchObject({ activeSlot: "M1", switchover: { count: 0 }, modules: { M2: { role: "standby" } } });
  });
});

describe("T16: the active, or the last running module, is lost", () => {
  const ALONE: Line = [0, "module.removed", { slot: "M2" }];

  test.each([
    ["removed", "module.removed"],
    ["without power", "module.power-lost"],
    ["reset", "module.reset"],
  ] as const)("an active alone that is %s leaves no management module", (_what, type) => {
    const twin = tellFromGoodOrder([ALONE, [5, type, { slot: "M1" }]]);

    expect(twin).toMatchObject({
      activeSlot: null,
      activeConfidence: "unknown",
      redundancy: "no-management-module",
      forwarding: "headless",
      sync: { status: "not-applicable" },
      switchover: { ready: false, count: 0 },
      management: { slot: null, sessions: [] },
    });
    expect(twin.findings).toMatchObject([
      { code: "no-active", since: "2026-01-01T00:00:05.000Z" },
      { code: "headless", since: "2026-01-01T00:00:05.000Z" },
    ]);
  });

  test("a standby that still boots is no running module", () => {
    const twin = tellFromGoodOrder([
      [0, "module.reset", { slot: "M2" }],
      [5, "module.power-lost", { slot: "M1" }],
    ]);

    expect(twin).toMatchObject({ redundancy: "no-management-module", forwarding: "headless" });
  });

  test("when nobody is known to be active, the last running module counts", () => {
    const story: Line[] = [
      [0, "config.saved", { revision: 11 }],
      [5, "module.power-lost", { slot: "M1" }],
      [9, "module.power-lost", { slot: "M2" }],
    ];

    expect(tellFromGoodOrder(story.slice(0, 2)).redundancy).toBe("unknown");
    expect(tellFromGoodOrder(story)).toMatchObject({ redundancy: "no-management-module", forwarding: "headless" });
    expect(tellFromGoodOrder(story).findings).toMatchObject([
      { code: "no-active", since: "2026-01-01T00:00:05.000Z" },
      { code: "headless", since: "2026-01-01T00:00:09.000Z" },
      { code: "sync-aborted", since: "2026-01-01T00:00:05.000Z" },
    ]);
  });

  test("the loss of the module predicted to be active ends the prediction at once", () => {
    const twin = tellFromGoodOrder([
      [0, "module.power-lost", { slot: "M1" }],
      [5, "module.power-lost", { slot: "M2" }],
    ]);

    expect(twin).toMatchObject({ activeSlot: null, redundancy: "no-management-module", switchover: { count: 0 } });
    expect(openFindings(twin)).toEqual(["no-active", "headless"]);
  });

  test("the loss of the module predicted to be active leaves another running module", () => {
    const twin = tellFromGoodOrder([
      [0, "module.reset", { slot: "M1" }],
      [50, "module.booted", { slot: "M1" }],
      [55, "module.power-lost", { slot: "M2" }],
    ]);

    expect(twin).toMatchObject({ activeSlot: null, redundancy: "unknown" });
    expect(openFindings(twin)).toEqual(["no-active"]);
  });
});

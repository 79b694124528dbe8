import { describe, expect, test } from "@jest/globals";
import { type Line, observed, openFindings, tellFromGoodOrder } from "../../support/chassis-story.ts";

const POWER_LOST: Line = [0, "module.power-lost", { slot: "M1" }];
const TAKEN_OVER: Line = [5, "module.role-changed", { slot: "M2", to: "active" }];

describe("T9/T10: the active is lost beside a ready standby", () => {
  const LOSSES: readonly (readonly [what: string, loss: Line, cause: string])[] = [
    ["a reset", [0, "module.reset", { slot: "M1", cause: "fault" }], "active-failed"],
    ["a reset for a switchover", [0, "module.reset", { slot: "M1", cause: "switchover" }], "manual"],
    ["a loss of power", POWER_LOST, "active-power-lost"],
    ["a removal", [0, "module.removed", { slot: "M1" }], "active-removed"],
    ["a crash", [0, "module.role-changed", { slot: "M1", to: "crashed" }], "active-failed"],
  ];

  test.each(LOSSES)("%s predicts that the other slot is active", (_what, loss) => {
    expect(tellFromGoodOrder([loss])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "predicted",
      redundancy: "switching",
      forwarding: "normal",
      switchover: { ready: false, count: 0, last: null },
      management: { macEpoch: 0, sessions: [] },
      modules: { M2: { role: "active" } },
      expectations: expect.arrayContaining([expect.objectContaining({ code: "no-active" })]),
    });
  });

  test.each(LOSSES)("%s gives the takeover its cause", (_what, loss, cause) => {
    expect(tellFromGoodOrder([loss, TAKEN_OVER])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "reported",
      switchover: { count: 1, last: { from: "M1", to: "M2", cause, at: "2026-01-01T00:00:05.000Z" } },
    });
  });

  test("an observation begun before the loss cannot undo it, but confirms the predicted slot", () => {
    const twin = tellFromGoodOrder([
      POWER_LOST,
      observed(10, [{ slot: "M2", status: "running", role: "active" }], { begun: -5 }),
    ]);

    expect(twin).toMatchObject({ activeSlot: "M2", activeConfidence: "reported", switchover: { count: 1 } });
  });

  test("beside a standby that is not ready nothing is predicted", () => {
    const twin = tellFromGoodOrder([[-9, "config.saved", { revision: 11 }], POWER_LOST]);

    expect(twin).toMatchObject({ activeSlot: null, redundancy: "unknown" });
  });
});

describe("T12: a predicted takeover lacks evidence", () => {
  test("for less than 60 seconds it is still predicted", () => {
    expect(tellFromGoodOrder([POWER_LOST], 59.999)).toMatchObject({ activeSlot: "M2", activeConfidence: "predicted" });
  });

  test("after 60 seconds nobody is known to be active", () => {
    const twin = tellFromGoodOrder([POWER_LOST], 60);

    expect(twin).toMatchObject({
      activeSlot: null,
      activeConfidence: "unknown",
      redundancy: "unknown",
      forwarding: "unknown",
      switchover: { ready: false, reasons: [{ code: "no-active" }], count: 0 },
    });
    expect([twin.modules.M1.role, twin.modules.M2.role]).not.toContain("active");
    expect(twin.findings).toMatchObject([{ code: "no-active", since: "2026-01-01T00:01:00.000Z" }]);
  });

  test("evidence at the very end of the 60 seconds is in time", () => {
    const twin = tellFromGoodOrder([POWER_LOST, [60, "chassis.warm-started", {}]]);

    expect(twin).toMatchObject({ activeSlot: "M2", activeConfidence: "reported", switchover: { count: 1 } });
  });

  test("evidence after it is still the switchover, with its cause", () => {
    const twin = tellFromGoodOrder([POWER_LOST, [90, "module.role-changed", { slot: "M2", to: "active" }]]);

    expect(twin).toMatchObject({ activeSlot: "M2", switchover: { count: 1, last: { cause: "active-power-lost" } } });
    expect(openFindings(twin)).toEqual(["standby-not-ready M1", "role-not-default M2"]);
  });

  test("a report that the old active is active after it is no switchover", () => {
    const twin = tellFromGoodOrder([POWER_LOST, observed(90, [{ slot: "M1", status: "running", role: "active" }])]);

    expect(twin).toMatchObject({ activeSlot: "M1", activeConfidence: "reported", switchover: { count: 0 } });
    expect(openFindings(twin)).not.toContain("no-active");
  });
});

describe("T12b: the old active of a predicted takeover is active after all", () => {
  const STILL_ACTIVE = { slot: "M1", status: "running", role: "active" };

  test("an observation begun after the loss shows it active, reported, and the other standby", () => {
    const twin = tellFromGoodOrder([POWER_LOST, observed(10, [STILL_ACTIVE])], 300);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
      redundancy: "synchronizing",
      startKind: null,
      switchover: { count: 0, last: null },
      management: { macEpoch: 0 },
      modules: { M2: { role: "standby", standbyState: "sync" } },
    });
    expect(openFindings(twin)).not.toContain("no-active");
  });

  test("an observation begun at the loss, or before, does not", () => {
    expect(tellFromGoodOrder([POWER_LOST, observed(10, [STILL_ACTIVE], { begun: 0 })])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "predicted",
    });
  });

  test("one report does not, nor does another of the same type", () => {
    const report = (seconds: number): Line => [seconds, "module.role-changed", { slot: "M1", to: "active" }];

    expect(tellFromGoodOrder([POWER_LOST, report(10), report(20)])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "predicted",
      switchover: { count: 0 },
    });
  });

  test("two reports of different types do", () => {
    const twin = tellFromGoodOrder([
      POWER_LOST,
      [10, "module.role-changed", { slot: "M1", to: "active" }],
      [12, "standby.ready", { slot: "M2" }],
    ]);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
      startKind: null,
      switchover: { count: 0 },
      modules: { M2: { role: "standby" } },
    });
  });
});

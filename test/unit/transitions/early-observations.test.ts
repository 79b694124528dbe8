import { describe, expect, test } from "@jest/globals";
import { type Line, nthEvent, observed, openFindings, tell, tellFromGoodOrder } from "../../support/chassis-story.ts";

const M1 = { slot: "M1", status: "running", role: "active" };
const M2 = { slot: "M2", status: "running", role: "standby" };

describe("P3: an observation that began before something changed, or at that moment", () => {
  test.each([9, 10])("shows no module running that was reset since (begun at %d, reset at 10)", (begun) => {
    const twin = tellFromGoodOrder([[10, "module.reset", { slot: "M2" }], observed(12, [M1, M2], { begun })]);

    expect(twin).toMatchObject({ redundancy: "simplex", modules: { M2: { status: "coming-up" } } });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2"]);
  });

  test("shows no module rebooting that has booted since, nor one ready that has booted since", () => {
    const booted: readonly Line[] = [
      [0, "module.reset", { slot: "M2" }],
      [50, "module.booted", { slot: "M2" }],
    ];
    const twinShown = (row: Record<string, unknown>) =>
      tellFromGoodOrder([...booted, observed(55, [row], { begun: 49 })]);

    expect(twinShown({ slot: "M2", status: "coming-up" }).modules.M2.status).toBe("running");
    expect(twinShown({ ...M2, standbyState: "ready" }).redundancy).toBe("synchronizing");
  });

  test("tells nothing of a module that was put in at that moment", () => {
    const exchanged: readonly Line[] = [
      [10, "module.removed", { slot: "M2" }],
      [11, "module.inserted", { slot: "M2", serialNumber: "B2" }],
    ];
    const twin = tellFromGoodOrder([...exchanged, observed(12, [{ ...M2, serialNumber: "B1" }], { begun: 11 })]);

    expect(twin.modules.M2.serialNumber).toBe("B2");
    expect(openFindings(twin)).not.toContain("missed-event");
  });

  test("tells nothing of the running-config of the module that took over since", () => {
    const twin = tellFromGoodOrder([
      [-3, "config.changed", { revision: 11 }],
      [0, "module.role-changed", { slot: "M2", to: "active" }],
      observed(5, [M1], { begun: -1, runningConfig: { revision: 11 } }),
    ]);

    expect(twin.modules.M2.runningConfig.revision).toBe(10);
    expect(openFindings(twin)).toContain("config-loss-possible");
  });

  test("does not close a contradiction of that moment", () => {
    const garbage: Line = [0, "standby.ready", { slot: "M1" }];
    const twin = tellFromGoodOrder([garbage, observed(60, [M1, M2], { begun: 0 })]);

    expect(openFindings(twin)).toEqual(["contradictory-report"]);
  });

  test("still shows that a module is there which nobody had reported", () => {
    const active: Line = [0, "module.role-changed", { slot: "M1", to: "active" }];
    const twin = tell([active, observed(5, [{ slot: "M2", role: "active" }], { begun: -1 })]);

    expect(twin).toMatchObject({ activeSlot: "M1", modules: { M2: { presence: "present" } } });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2"]);
  });

  test("still shows the active rebooting when only a switchover was asked for since: the loss is T8's", () => {
    const twin = tellFromGoodOrder([
      [10, "switchover.requested"],
      observed(
        15,
        [
          { slot: "M1", status: "coming-up" },
          { slot: "M2", status: "running", role: "active" },
        ],
        { begun: 5 },
      ),
    ]);

    expect(twin).toMatchObject({ activeSlot: "M2", switchover: { count: 1, last: { cause: "manual" } } });
  });
});

describe("P15: an observation with a row that cannot be, or is not believed yet", () => {
  test("does not close an older contradiction", () => {
    const garbage: Line = [0, "standby.ready", { slot: "M1" }];
    const twin = tellFromGoodOrder([garbage, observed(60, [M1, { slot: "M2", status: "empty" }])]);

    expect(twin.findings).toMatchObject([
      { code: "contradictory-report", since: "2026-01-01T00:00:00.000Z", evidence: [nthEvent(1), nthEvent(2)] },
    ]);
  });
});

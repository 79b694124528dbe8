import { describe, expect, test } from "@jest/globals";
import { type Line, openFindings, outcomesFromGoodOrder, tellFromGoodOrder } from "../../support/chassis-story.ts";

describe("T13: the standby is lost", () => {
  const LOSSES: readonly (readonly [what: string, loss: Line, finding: string])[] = [
    ["a removal", [0, "module.removed", { slot: "M2" }], "standby-missing M2"],
    ["a reset", [0, "module.reset", { slot: "M2" }], "standby-not-ready M2"],
    ["a loss of power", [0, "module.power-lost", { slot: "M2" }], "standby-not-ready M2"],
    ["being down", [0, "standby.down", { slot: "M2" }], "standby-not-ready M2"],
    ["being down, without its slot", [0, "standby.down", {}], "standby-not-ready M2"],
  ];

  test.each(LOSSES)("by %s, which leaves the active alone and is no switchover", (_what, loss, finding) => {
    const twin = tellFromGoodOrder([loss]);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
      redundancy: "simplex",
      forwarding: "normal",
      startKind: null,
      sync: { status: "not-applicable", runningConfig: { status: "not-applicable" } },
      switchover: { ready: false, count: 0, last: null },
      management: { macEpoch: 0, sessions: [{ sessionId: "cli-1" }, { sessionId: "inm-1" }] },
    });
    expect(openFindings(twin)).toEqual([finding]);
  });

  test("a transfer that runs aborts, which is known until that file is repaired or its target is absent", () => {
    const saved: Line = [0, "config.saved", { revision: 11 }];
    const reset: Line[] = [saved, [5, "module.reset", { slot: "M2" }]];
    const back: Line[] = [
      ...reset,
      [60, "module.booted", { slot: "M2" }],
      [65, "sync.compared", { file: "system-config", result: "same" }],
    ];

    expect(openFindings(tellFromGoodOrder(reset))).toEqual(["standby-not-ready M2", "sync-aborted M2"]);
    expect(openFindings(tellFromGoodOrder(back.slice(0, 3)))).toEqual(["standby-not-ready M2", "sync-aborted M2"]);
    expect(openFindings(tellFromGoodOrder(back))).toEqual(["standby-not-ready M2"]);
    expect(openFindings(tellFromGoodOrder([saved, [5, "module.removed", { slot: "M2" }]]))).toEqual([
      "standby-missing M2",
    ]);
  });

  test("the active cannot be down as a standby", () => {
    const story: Line[] = [[0, "standby.down", { slot: "M1" }]];

    expect(outcomesFromGoodOrder(story)).toMatchObject([{ disposition: "quarantined" }]);
    expect(tellFromGoodOrder(story)).toMatchObject({ activeSlot: "M1", redundancy: "ready" });
    expect(openFindings(tellFromGoodOrder(story))).toEqual(["contradictory-report"]);
  });

  test("its later role report does not make it ready again without a ready report", () => {
    const twin = tellFromGoodOrder([
      [0, "standby.down", { slot: "M2" }],
      [30, "module.role-changed", { slot: "M2", to: "standby" }],
    ]);

    expect(twin).toMatchObject({ redundancy: "synchronizing", modules: { M2: { standbyState: "sync" } } });
  });
});

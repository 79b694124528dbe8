import { describe, expect, test } from "@jest/globals";
import {
  type Line,
  nthEvent,
  openFindings,
  outcomesFromGoodOrder,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

const REQUESTED: Line = [0, "switchover.requested", { to: "M2" }];

describe("T8: a switchover is requested", () => {
  test("the active stays active, reported, until there is evidence", () => {
    expect(tellFromGoodOrder([REQUESTED], 59)).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
      redundancy: "switching",
      forwarding: "normal",
      switchover: { ready: false, reasons: [{ code: "switching" }], count: 0 },
      management: { macEpoch: 0, sessions: [{ sessionId: "cli-1" }, { sessionId: "inm-1" }] },
      expectations: [{ code: "missed-event", dueAt: "2026-01-01T00:01:00.000Z" }],
    });
  });

  test("without evidence for 60 seconds it did not happen, and something was missed", () => {
    const twin = tellFromGoodOrder([REQUESTED], 60);

    expect(twin).toMatchObject({ activeSlot: "M1", redundancy: "ready", switchover: { ready: true, count: 0 } });
    expect(openFindings(twin)).toEqual(["missed-event"]);
    expect(twin.findings).toMatchObject([{ since: "2026-01-01T00:01:00.000Z" }]);
  });

  test("evidence at the very end of the 60 seconds is in time", () => {
    const twin = tellFromGoodOrder([REQUESTED, [60, "module.role-changed", { slot: "M2", to: "active" }]]);

    expect(twin).toMatchObject({ activeSlot: "M2", switchover: { count: 1, last: { cause: "manual" } } });
    expect(openFindings(twin)).not.toContain("missed-event");
  });

  test("a refusal leaves everything as it was", () => {
    const twin = tellFromGoodOrder([REQUESTED, [2, "switchover.refused", { reason: "standby busy" }]], 100);

    expect(twin).toMatchObject({ activeSlot: "M1", redundancy: "ready", switchover: { ready: true, count: 0 } });
    expect(openFindings(twin)).toEqual([]);
  });

  test("a refusal of nothing has no effect", () => {
    expect(outcomesFromGoodOrder([[0, "switchover.refused", { reason: "busy" }]])).toMatchObject([
      { disposition: "no-effect" },
    ]);
  });

  test("without a ready standby nothing changes, and the history says why", () => {
    for (const before of [
      [-9, "module.reset", { slot: "M2" }],
      [-9, "config.saved", { revision: 11 }],
    ] satisfies Line[]) {
      expect(outcomesFromGoodOrder([before, REQUESTED])[1]).toMatchObject({
        disposition: "no-effect",
        reason: expect.any(String),
      });
      expect(tellFromGoodOrder([before, REQUESTED]).redundancy).not.toBe("switching");
    }
  });

  test("a request to switch to an absent module is quarantined as contradictory", () => {
    const story: Line[] = [[-9, "module.removed", { slot: "M2" }], REQUESTED];

    expect(outcomesFromGoodOrder(story)[1]?.disposition).toBe("quarantined");
    expect(openFindings(tellFromGoodOrder(story))).toEqual(["standby-missing M2", "contradictory-report"]);
  });

  test("a request to switch to the current active has no effect", () => {
    expect(outcomesFromGoodOrder([[0, "switchover.requested", { to: "M1" }]])).toMatchObject([
      { disposition: "no-effect" },
    ]);
  });

  test("a second request while one is under way has no effect", () => {
    const [, second] = outcomesFromGoodOrder([REQUESTED, [5, "switchover.requested", {}]]);

    expect(second).toMatchObject({ disposition: "no-effect", sameAs: nthEvent(1) });
  });

  test("when the active is lost meanwhile, the cause is manual and evidence has 60 seconds from the loss", () => {
    const story: Line[] = [REQUESTED, [30, "module.power-lost", { slot: "M1" }]];

    expect(tellFromGoodOrder(story, 89)).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "predicted",
      redundancy: "switching",
    });
    expect(tellFromGoodOrder(story, 90)).toMatchObject({ activeSlot: null, redundancy: "unknown" });
    expect(
      tellFromGoodOrder([...story, [40, "module.role-changed", { slot: "M2", to: "active" }]]).switchover.last,
    ).toMatchObject({ cause: "manual" });
  });

  test("when the standby is lost meanwhile, the active goes on and something was missed", () => {
    const twin = tellFromGoodOrder([REQUESTED, [3, "module.reset", { slot: "M2" }]], 100);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
      redundancy: "simplex",
      switchover: { count: 0 },
    });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2", "missed-event"]);
  });
});

import { describe, expect, test } from "@jest/globals";
import {
  type Line,
  observed,
  openFindings,
  outcomesFromGoodOrder,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

const ACTIVE = (slot: string) => ({ slot, status: "running", role: "active" });
const STANDBY = (slot: string) => ({ slot, status: "running", role: "standby" });
const BOTH: Line = observed(0, [ACTIVE("M1"), ACTIVE("M2")]);

describe("T19: one observation shows two active modules", () => {
  test("they dispute the role: the last reported active stays, and file facts stay", () => {
    const twin = tellFromGoodOrder([BOTH]);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "disputed",
      redundancy: "disputed",
      forwarding: "normal",
      sync: { status: "in-sync", flashCode: { status: "in-sync", mode: "compared" } },
      switchover: { ready: false, count: 0 },
    });
    expect(openFindings(twin)).toContain("split-brain M1 M2");
    expect(twin.switchover.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["disputed", "split-brain"]),
    );
  });

  test("but not when it began before, or at, the last transition", () => {
    const swapped: Line = [-5, "module.role-changed", { slot: "M2", to: "active" }];

    for (const begun of [-6, -5]) {
      const twin = tellFromGoodOrder([swapped, observed(0, [ACTIVE("M1"), ACTIVE("M2")], { begun })]);
      expect(twin).toMatchObject({ activeSlot: "M2", activeConfidence: "reported" });
      expect(openFindings(twin)).not.toContain("split-brain M1 M2");
    }
  });

  test("evidences an active where none was known", () => {
    const gone: Line[] = [
      [-60, "module.power-lost", { slot: "M2" }],
      [-50, "module.power-lost", { slot: "M1" }],
    ];
    const twin = tellFromGoodOrder([...gone, BOTH]);

    expect(twin).toMatchObject({ activeSlot: "M1", activeConfidence: "disputed", forwarding: "normal" });
    expect(openFindings(twin)).not.toContain("no-active");
    expect(openFindings(twin)).not.toContain("headless");
  });

  test("a role report never disputes: it is a switchover", () => {
    expect(tellFromGoodOrder([[0, "module.role-changed", { slot: "M2", to: "active" }]])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "reported",
    });
  });

  test("two observations that each show another active do not dispute either", () => {
    expect(tellFromGoodOrder([observed(0, [ACTIVE("M1")]), observed(9, [ACTIVE("M2")])])).toMatchObject({
      activeSlot: "M2",
      redundancy: "simplex",
      switchover: { count: 1 },
    });
  });
});

describe("T20: the dispute ends", () => {
  test("by an observation begun after it that shows the same active: no switchover", () => {
    const twin = tellFromGoodOrder([BOTH, observed(60, [ACTIVE("M1"), { ...STANDBY("M2"), standbyState: "ready" }])]);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
      redundancy: "ready",
      switchover: { count: 0, last: null },
      management: { macEpoch: 0 },
    });
    expect(openFindings(twin)).toEqual([]);
  });

  test("by an observation begun after it that shows the other active: a switchover of unknown cause", () => {
    const twin = tellFromGoodOrder([BOTH, observed(60, [ACTIVE("M2"), STANDBY("M1")])]);

    expect(twin).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "reported",
      redundancy: "synchronizing",
      modules: { M1: { role: "standby" } },
      switchover: { count: 1, last: { from: "M1", to: "M2", cause: "unknown" } },
    });
    expect(openFindings(twin)).not.toContain("split-brain M1 M2");
  });

  test("not by an observation begun before, or at, the dispute", () => {
    expect(tellFromGoodOrder([BOTH, observed(60, [ACTIVE("M2")], { begun: 0 })])).toMatchObject({
      redundancy: "disputed",
      switchover: { count: 0 },
    });
  });

  test("not by a report of another kind", () => {
    for (const report of [
      [60, "module.role-changed", { slot: "M2", to: "active" }],
      [60, "chassis.warm-started", { reporterSlot: "M2" }],
      [60, "standby.ready", { slot: "M2" }],
    ] satisfies Line[]) {
      expect(tellFromGoodOrder([BOTH, report])).toMatchObject({ redundancy: "disputed", switchover: { count: 0 } });
      expect(outcomesFromGoodOrder([BOTH, report])[1]?.disposition).not.toBe("applied");
    }
  });

  test("not by a boot of one of them either", () => {
    const twin = tellFromGoodOrder([BOTH, [60, "module.booted", { slot: "M2", bootSource: "primary-flash" }]]);

    expect(twin).toMatchObject({ redundancy: "disputed", modules: { M1: { role: "active" }, M2: { role: "active" } } });
  });

  test("by a cold start", () => {
    const twin = tellFromGoodOrder([BOTH, [60, "chassis.cold-started"]]);

    expect(twin).toMatchObject({ activeSlot: null, redundancy: "booting", bootEpoch: 1, switchover: { count: 0 } });
    expect(openFindings(twin)).toEqual([]);
  });

  test("by the loss of one claimant: the other is active", () => {
    const other = tellFromGoodOrder([BOTH, [60, "module.removed", { slot: "M1" }]]);
    const same = tellFromGoodOrder([BOTH, [60, "module.power-lost", { slot: "M2" }]]);

    expect(other).toMatchObject({
      activeSlot: "M2",
      redundancy: "simplex",
      switchover: { count: 1, last: { from: "M1", to: "M2", cause: "unknown" } },
      modules: { M1: { presence: "absent" } },
    });
    expect(same).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
      redundancy: "simplex",
      switchover: { count: 0 },
      modules: { M2: { presence: "present", status: null, role: "none" } },
    });
  });
});

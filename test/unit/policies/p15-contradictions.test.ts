import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { codesOf, timeAt, twinAfter } from "../findings/finding-story.ts";
import { dispositionsOf, factsAfter, fatesOf } from "./policy-story.ts";

type Row = Record<string, unknown>;
const observed = (seconds: number, ...modules: readonly Row[]): Line => [
  seconds,
  "chassis.observed",
  { startedAt: timeAt(seconds - 1), modules },
];
const REMOVED: Line = [-9, "module.removed", { slot: "M2" }];
const ACTIVE = { slot: "M1", status: "running", role: "active" };
const READY = { slot: "M2", status: "running", role: "standby", standbyState: "ready" };

const IMPOSSIBLE: readonly [string, readonly Line[], Line][] = [
  ["the active is a ready standby", [], [0, "standby.ready", { slot: "M1" }]],
  ["the active standby is down", [], [0, "standby.down", { slot: "M1" }]],
  ["a management module has the role other", [], [0, "module.role-changed", { slot: "M2", to: "other" }]],
  ["the active is standby beside no standby", [REMOVED], [0, "module.role-changed", { slot: "M1", to: "standby" }]],
  ["an empty slot is active", [REMOVED], [0, "module.role-changed", { slot: "M2", to: "active" }]],
  ["an empty slot is standby", [REMOVED], [0, "module.role-changed", { slot: "M2", to: "standby" }]],
  ["an empty slot has crashed", [REMOVED], [0, "module.role-changed", { slot: "M2", to: "crashed" }]],
  ["an empty slot has gone bad", [REMOVED], [0, "module.status-changed", { slot: "M2", to: "bad" }]],
  ["an empty slot is a ready standby", [REMOVED], [0, "standby.ready", { slot: "M2" }]],
  ["an empty slot is a standby that is down", [REMOVED], [0, "standby.down", { slot: "M2" }]],
  ["an empty slot warm-started", [REMOVED], [0, "chassis.warm-started", { reporterSlot: "M2" }]],
  ["a switchover to an empty slot is asked for", [REMOVED], [0, "switchover.requested", { to: "M2" }]],
  ["a switchover to an empty slot is completed", [REMOVED], [0, "switchover.completed", { to: "M2" }]],
  ["a switchover is from a slot to itself", [], [0, "switchover.completed", { from: "M2", to: "M2" }]],
  [
    "a file is compared with that of an empty slot",
    [REMOVED],
    [0, "sync.compared", { file: "flash-code", result: "same" }],
  ],
  ["a file begins to be copied to an empty slot", [REMOVED], [0, "sync.started", { file: "flash-code" }]],
  ["a file is copied to an empty slot", [REMOVED], [0, "sync.completed", { file: "flash-code" }]],
  ["the copy of a file to an empty slot fails", [REMOVED], [0, "sync.failed", { file: "flash-code" }]],
  ["every row of an observation is impossible", [], observed(0, { slot: "M2", status: "empty", role: "standby" })],
  ["an observed empty slot is ready", [], observed(0, { slot: "M2", status: "empty", standbyState: "ready" })],
  [
    "an observed management module has the role other",
    [],
    observed(0, { slot: "M2", status: "running", role: "other" }),
  ],
  ["a slot is observed twice at once", [], observed(0, READY, { slot: "M2", status: "bad" })],
  ["an observed active is a ready standby", [], observed(0, { slot: "M1", role: "active", standbyState: "ready" })],
  ["an observed interface module is active", [REMOVED], observed(0, { slot: "S2", status: "running", role: "active" })],
];

describe("P15: contradiction", () => {
  test.each(IMPOSSIBLE)("that %s is quarantined with its reason and opens contradictory-report", (_, lines, line) => {
    const fate = fatesOf([...lines, line]).at(-1);

    expect(fate).toMatchObject({ disposition: "quarantined" });
    expect(fate?.reason).toMatch(/\w+/);
    expect(codesOf(twinAfter([...lines, line]))).toContain("contradictory-report");
  });

  test.each(IMPOSSIBLE)("that %s leaves the state as it was", (_, lines, line) => {
    expect(factsAfter([...lines, line], 5)).toEqual(factsAfter(lines, 5));
  });

  test("of an observation only the impossible row is set aside", () => {
    const poll = observed(
      0,
      { slot: "M2", status: "empty", role: "standby" },
      { ...ACTIVE, serialNumber: "A1", versions: { monitor: "2.7.9" } },
    );
    const twin = twinAfter([poll]);

    expect(dispositionsOf([poll])).toEqual(["applied"]);
    expect(twin.modules.M2).toMatchObject({ presence: "present", role: "standby", standbyState: "ready" });
    expect(twin.modules.M1.versions.monitor).toBe("2.7.9");
    expect(codesOf(twin)).toEqual(["contradictory-report"]);
  });

  test("of an observation whose other rows were known the impossible row alone counts, and then it is applied", () => {
    const poll = observed(0, ACTIVE, { slot: "M2", status: "empty", role: "standby" });

    expect(dispositionsOf([poll])).toEqual(["applied"]);
    expect(factsAfter([poll], 5)).toEqual(factsAfter([], 5));
    expect(codesOf(twinAfter([poll]))).toEqual(["contradictory-report"]);
  });

  test("what an observation shows beside its impossible rows counts, and then it is applied", () => {
    const poll: Line = [
      0,
      "chassis.observed",
      {
        startedAt: timeAt(-1),
        managementAddress: "192.0.2.99",
        modules: [{ slot: "M2", status: "empty", role: "standby" }],
      },
    ];

    expect(twinAfter([poll]).management.address).toBe("192.0.2.99");
    expect(dispositionsOf([poll])).toEqual(["applied"]);
  });

  test.each(["bad", "rejected", "going-down"])(
    "a module shown %s is not a ready standby, whatever its role says",
    (status) => {
      const poll = observed(0, ACTIVE, { ...READY, status });

      expect(twinAfter([poll]).switchover.ready && codesOf(twinAfter([poll])).length === 0).toBe(false);
      expect(twinAfter([poll]).redundancy).not.toBe("ready");
    },
  );

  test("an observation is applied though one of its rows, of an interface module, is impossible", () => {
    const poll = observed(0, { ...ACTIVE, versions: { monitor: "2.7.9" } }, { slot: "S2", role: "active" });

    expect(dispositionsOf([poll])).toEqual(["applied"]);
    expect(twinAfter([poll]).modules.M1.versions.monitor).toBe("2.7.9");
    expect(codesOf(twinAfter([poll]))).toEqual(["contradictory-report"]);
  });

  test.each<[string, Line]>([
    ["a comparison", [0, "sync.compared", { file: "flash-code", result: "different" }]],
    ["a start", [0, "sync.started", { file: "flash-code" }]],
    ["a completion", [0, "sync.completed", { file: "flash-code" }]],
    ["a failure", [0, "sync.failed", { file: "flash-code" }]],
  ])("%s has no effect while no standby runs", (_, line) => {
    const reset: Line = [-9, "module.reset", { slot: "M2" }];

    expect(dispositionsOf([reset, line])).toEqual(["applied", "no-effect"]);
    expect(factsAfter([reset, line], 5)).toEqual(factsAfter([reset], 5));
  });

  test.each<[string, Line]>([
    ["asked for", [0, "switchover.requested", { to: "M1" }]],
    ["completed", [0, "switchover.completed", { to: "M1" }]],
  ])("a switchover to the current active that is %s has no effect", (_, line) => {
    expect(dispositionsOf([line])).toEqual(["no-effect"]);
    expect(factsAfter([line], 5)).toEqual(factsAfter([], 5));
  });
});

describe("P15: a module that was running and is shown absent", () => {
  const EMPTY = { slot: "M2", status: "empty" };

  test("stays present after one observation with an empty row, which opens contradictory-report", () => {
    const twin = twinAfter([observed(0, ACTIVE, EMPTY)]);

    expect(twin.modules.M2).toMatchObject({ presence: "present", role: "standby" });
    expect(twin).toMatchObject({ redundancy: "ready" });
    expect(codesOf(twin)).toEqual(["contradictory-report"]);
  });

  test("is absent after a second observation with an empty row", () => {
    const twin = twinAfter([observed(0, ACTIVE, EMPTY), observed(30, ACTIVE, EMPTY)]);

    expect(twin.modules.M2).toMatchObject({ presence: "absent", role: "none", status: "empty" });
    expect(twin).toMatchObject({ activeSlot: "M1", redundancy: "simplex" });
  });

  test("is absent at once after a removal report", () => {
    expect(twinAfter([observed(0, ACTIVE, EMPTY), [1, "module.removed", { slot: "M2" }]]).modules.M2.presence).toBe(
      "absent",
    );
  });

  test("is not absent when an observation between the two shows it running", () => {
    const twin = twinAfter([observed(0, ACTIVE, EMPTY), observed(30, ACTIVE, READY), observed(60, ACTIVE, EMPTY)]);

    expect(twin.modules.M2.presence).toBe("present");
  });

  test("is not absent when the second observation has no row for it: a slot without a row says nothing", () => {
    expect(twinAfter([observed(0, ACTIVE, EMPTY), observed(30, ACTIVE)]).modules.M2.presence).toBe("present");
  });

  test("is absent after one observation with an empty row when it was not running", () => {
    const lines: readonly Line[] = [[-20, "module.power-lost", { slot: "M2" }], observed(0, ACTIVE, EMPTY)];

    expect(twinAfter(lines).modules.M2.presence).toBe("absent");
  });

  test("takes the lead with it when it is the active: the ready standby is predicted", () => {
    const gone = { slot: "M1", status: "empty" };

    expect(twinAfter([observed(0, gone, READY)])).toMatchObject({ activeSlot: "M1" });
    expect(twinAfter([observed(0, gone, READY), observed(30, gone, READY)])).toMatchObject({
      activeSlot: "M2",
      modules: { M1: { presence: "absent" } },
    });
  });
});

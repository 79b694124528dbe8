import { describe, expect, test } from "@jest/globals";
import { foldStory, type Line, tell } from "../../support/chassis-story.ts";
import { codesOf, timeAt, twinAfter } from "../findings/finding-story.ts";
import { dispositionsOf, factsAfter } from "./policy-story.ts";

describe("P11: start kind", () => {
  const warm = (seconds: number, reporterSlot?: string): Line => [
    seconds,
    "chassis.warm-started",
    reporterSlot === undefined ? {} : { reporterSlot },
  ];

  test("a warm start by the standby is evidence of a switchover", () => {
    expect(twinAfter([warm(0, "M2")])).toMatchObject({
      activeSlot: "M2",
      startKind: "warm",
      switchover: { count: 1, last: { from: "M1", to: "M2", cause: "unknown" } },
    });
  });

  test("a warm start by the current active changes nothing", () => {
    expect(dispositionsOf([warm(0, "M1")])).toEqual(["no-effect"]);
    expect(factsAfter([warm(0, "M1")], 5)).toEqual(factsAfter([], 5));
  });

  test.each<[string, readonly Line[], string]>([
    ["the predicted slot", [[-5, "module.power-lost", { slot: "M1" }]], "active-power-lost"],
    ["the requested slot", [[-5, "switchover.requested"]], "manual"],
    ["the other slot when redundancy is ready", [], "unknown"],
  ])("a warm start without a slot is by %s", (_, lines, cause) => {
    expect(twinAfter([...lines, warm(0)])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "reported",
      startKind: "warm",
      switchover: { count: 1, last: { to: "M2", cause } },
    });
  });

  test("a warm start without a slot moves no role when the standby is not ready", () => {
    expect(twinAfter([[-5, "module.reset", { slot: "M2" }], warm(0)])).toMatchObject({
      activeSlot: "M1",
      switchover: { count: 0 },
    });
  });

  test("nor after the active was lost beside such a standby, though it would be the one to take over", () => {
    const lines: readonly Line[] = [
      [-9, "sync.failed", { file: "flash-code" }],
      [-5, "module.power-lost", { slot: "M1" }],
      warm(0),
    ];

    expect(twinAfter(lines)).toMatchObject({ activeSlot: null, switchover: { count: 0 } });
  });

  test.each<[string, readonly Line[]]>([
    ["the module that the cold start made active", [[0, "chassis.cold-started"], warm(9, "M1")]],
    ["nobody that is named", [[0, "chassis.cold-started"], warm(9)]],
    [
      "the active that was lost and is back",
      [
        [0, "chassis.cold-started"],
        [60, "module.booted", { slot: "M1" }],
        [62, "module.booted", { slot: "M2" }],
        [90, "module.power-lost", { slot: "M1" }],
        warm(300, "M1"),
      ],
    ],
  ])("after a cold start, a warm start by %s leaves the kind of start", (_, lines) => {
    expect(twinAfter(lines)).toMatchObject({ startKind: "cold", switchover: { count: 0 } });
  });

  test("a warm start that names nobody has no effect when the kind of start is known", () => {
    expect(dispositionsOf([[0, "chassis.cold-started"], warm(9)])).toEqual(["applied", "no-effect"]);
  });

  test("a warm start by a module whose slot is empty is contradictory, and tells no kind of start", () => {
    const lines: readonly Line[] = [[0, "module.removed", { slot: "M2" }], warm(9, "M2")];

    expect(foldStory(lines).outcomes.at(-1)).toMatchObject({ disposition: "quarantined" });
    expect(tell(lines)).toMatchObject({ activeSlot: null, startKind: null });
  });

  test("the first report of a chassis may be a warm start: its reporter is active, and nothing was switched", () => {
    expect(tell([warm(0, "M2")])).toMatchObject({ activeSlot: "M2", startKind: "warm", switchover: { count: 0 } });
  });

  test("a warm start that tells nothing but the kind of start is applied", () => {
    expect(foldStory([warm(0)]).outcomes).toMatchObject([{ disposition: "applied" }]);
    expect(tell([warm(0)])).toMatchObject({ activeSlot: null, startKind: "warm" });
  });

  test("a cold start voids every prediction", () => {
    const lines: readonly Line[] = [
      [0, "module.power-lost", { slot: "M1" }],
      [5, "chassis.cold-started"],
    ];

    expect(twinAfter(lines)).toMatchObject({
      activeSlot: null,
      activeConfidence: "unknown",
      redundancy: "booting",
      startKind: "cold",
      bootEpoch: 1,
      switchover: { count: 0 },
    });
    expect(codesOf(twinAfter(lines, 200))).not.toContain("no-active");
  });

  test("a cold start voids a request", () => {
    const lines: readonly Line[] = [
      [0, "switchover.requested"],
      [5, "chassis.cold-started"],
    ];

    expect(codesOf(twinAfter(lines, 200))).not.toContain("missed-event");
  });
});

describe("P13: scope", () => {
  test.each<[string, readonly Line[]]>([
    ["removed", [[0, "module.removed", { slot: "S3" }]]],
    ["inserted", [[0, "module.inserted", { slot: "S3" }]]],
    ["bad", [[0, "module.status-changed", { slot: "S3", to: "bad" }]]],
    ["out of sync", [[0, "interface-module.out-of-sync", { slot: "S3" }]]],
    ["observed", [[0, "chassis.observed", { startedAt: timeAt(-1), modules: [{ slot: "S3", status: "running" }] }]]],
  ])("an interface module that is %s changes nothing of the management modules", (_, lines) => {
    const before = twinAfter([], 5);
    const after = twinAfter(lines, 5);

    expect(after.interfaceModules).toHaveProperty("S3");
    const { activeSlot, redundancy, sync, switchover, management, modules } = after;
    expect(before).toMatchObject({ activeSlot, redundancy, sync, switchover, management, modules });
  });

  test("interface modules are listed by the number of their slot", () => {
    const twin = twinAfter(["S10", "S2", "S1"].map((slot): Line => [0, "module.inserted", { slot }]));

    expect(Object.keys(twin.interfaceModules)).toEqual(["S1", "S2", "S10"]);
  });
});

describe("P14: silence proves nothing", () => {
  test("a missing message changes no state by itself", () => {
    const { asOf: _, ...now } = twinAfter([], 0);
    const { asOf: __, ...later } = twinAfter([], 60 * 24 * 3600);

    expect(later).toEqual(now);
    expect(later.switchover.ready).toBe(true);
  });

  test("an observation that promised another and is not followed makes the chassis unready, and changes nothing else", () => {
    const promise: Line = [
      0,
      "chassis.observed",
      {
        startedAt: timeAt(-1),
        nextWithinSeconds: 100,
        modules: [
          { slot: "M1", status: "running", role: "active" },
          { slot: "M2", status: "running", role: "standby", standbyState: "ready" },
        ],
      },
    ];
    const twin = twinAfter([promise], 150);

    expect(twinAfter([promise], 149.999).switchover.ready).toBe(true);
    expect(twin.switchover).toMatchObject({ ready: false, reasons: [{ code: "silent", since: timeAt(150) }] });
    expect(twin).toMatchObject({ activeSlot: "M1", redundancy: "ready", sync: { status: "in-sync" } });
  });

  test("the promise counts from the time of the observation, and half a second is not lost", () => {
    const promise: Line = [10, "chassis.observed", { startedAt: timeAt(0), nextWithinSeconds: 1, modules: [] }];

    expect(codesOf(twinAfter([promise], 11.499))).toEqual([]);
    expect(codesOf(twinAfter([promise], 11.5))).toEqual(["silent"]);
  });
});

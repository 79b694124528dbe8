import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { codesOf, timeAt, twinAfter } from "../findings/finding-story.ts";
import { dispositionsOf } from "./policy-story.ts";

type Row = Record<string, unknown>;
const observed = (started: number, ended: number, ...modules: readonly Row[]): Line => [
  ended,
  "chassis.observed",
  { startedAt: timeAt(started), modules },
  { carrier: "poll" },
];
const active = (slot: string, more: Row = {}): Row => ({ slot, status: "running", role: "active", ...more });
const standby = (slot: string, more: Row = {}): Row => ({ slot, status: "running", role: "standby", ...more });
const TAKEN_OVER: Line = [0, "module.role-changed", { slot: "M2", to: "active" }];
const LOST: Line = [0, "module.power-lost", { slot: "M1" }];

describe("P3: authority for roles", () => {
  test("an observation begun after the last transition beats traps and syslog", () => {
    const twin = twinAfter([TAKEN_OVER, observed(5, 6, active("M1"), standby("M2"))]);

    expect(twin).toMatchObject({ activeSlot: "M1", activeConfidence: "reported" });
  });

  test("a role report beats a prediction", () => {
    expect(twinAfter([LOST])).toMatchObject({ activeSlot: "M2", activeConfidence: "predicted" });
    expect(twinAfter([LOST, [1, "module.role-changed", { slot: "M2", to: "active" }]])).toMatchObject({
      activeConfidence: "reported",
    });
  });

  test.each([
    ["before", -3],
    ["at the moment of", 0],
  ])("an observation begun %s a transition cannot undo it", (_, started) => {
    const twin = twinAfter([TAKEN_OVER, observed(started, 4, active("M1"), standby("M2"))]);

    expect(twin).toMatchObject({ activeSlot: "M2", switchover: { count: 1 } });
    expect(twin.modules.M1.role).toBe("standby");
  });

  test("an observation begun before a loss confirms the predicted slot when it shows it active", () => {
    const twin = twinAfter([LOST, observed(-1, 3, active("M2"))]);

    expect(twin).toMatchObject({ activeSlot: "M2", activeConfidence: "reported", redundancy: "simplex" });
    expect(twin.switchover).toMatchObject({ count: 1, last: { cause: "active-power-lost", approximate: true } });
  });

  test("an observation begun before a loss does not deny the prediction", () => {
    expect(twinAfter([LOST, observed(-1, 3, active("M1"))])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "predicted",
    });
  });

  test("serials and versions of an observation count though it began before a transition", () => {
    const twin = twinAfter([
      [-5, "module.removed", { slot: "M2" }],
      [-4, "module.inserted", { slot: "M2" }],
      [0, "module.removed", { slot: "M1" }],
      observed(-1, 3, active("M1"), { slot: "M2", serialNumber: "B7", versions: { bootCode: "2.6.9" } }),
    ]);

    expect(twin.modules.M2).toMatchObject({ serialNumber: "B7", versions: { bootCode: "2.6.9" } });
    expect(twin.modules.M1.presence).toBe("absent");
  });

  test("an observation begun before a module was exchanged tells nothing of the new one", () => {
    const twin = twinAfter([
      [0, "module.removed", { slot: "M2" }],
      [2, "module.inserted", { slot: "M2", serialNumber: "B2" }],
      observed(-1, 3, standby("M2", { serialNumber: "B1" })),
    ]);

    expect(twin.modules.M2).toMatchObject({ serialNumber: "B2", status: "coming-up" });
    expect(codesOf(twin)).not.toContain("missed-event");
  });
});

describe("P4: prediction", () => {
  test("losing the active with redundancy ready predicts the other slot", () => {
    expect(twinAfter([LOST])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "predicted",
      redundancy: "switching",
      forwarding: "normal",
      switchover: { count: 0 },
    });
  });

  test.each<[string, readonly Line[]]>([
    ["the standby is being copied a file", [[-5, "config.saved", { revision: 11 }]]],
    [
      "the standby has not reported ready since its boot",
      [
        [-90, "module.reset", { slot: "M2" }],
        [-30, "module.booted", { slot: "M2" }],
      ],
    ],
    ["there is no standby", [[-5, "module.removed", { slot: "M2" }]]],
    ["the other module is booting", [[-5, "module.reset", { slot: "M2" }]]],
  ])("nothing is predicted when %s", (_, lines) => {
    expect(twinAfter([...lines, LOST])).toMatchObject({ activeSlot: null, activeConfidence: "unknown" });
  });

  test("a stale running-config does not prevent it: redundancy is ready", () => {
    const lines: readonly Line[] = [
      [-30, "redundancy.configured", { syncPeriodSeconds: 0 }],
      [-20, "config.changed", { revision: 11 }],
      LOST,
    ];

    expect(twinAfter(lines)).toMatchObject({ activeSlot: "M2", activeConfidence: "predicted" });
  });
});

describe("P5: no pre-emption", () => {
  const RETURN: readonly Line[] = [
    [0, "module.removed", { slot: "M1" }],
    [1, "module.role-changed", { slot: "M2", to: "active" }],
    [600, "module.inserted", { slot: "M1", serialNumber: "A1" }],
  ];

  test("a module that returns to the default slot is the standby, from its insertion on", () => {
    const inserted = twinAfter(RETURN);
    const booted = twinAfter([...RETURN, [660, "module.booted", { slot: "M1" }]]);

    expect(inserted).toMatchObject({ activeSlot: "M2", modules: { M1: { role: "standby", status: "coming-up" } } });
    expect(booted).toMatchObject({ activeSlot: "M2", modules: { M1: { role: "standby", status: "running" } } });
    expect(booted.switchover.count).toBe(1);
  });

  test("a configured default slot, saved or not, moves no role before a cold start", () => {
    const lines: readonly Line[] = [
      [0, "redundancy.configured", { defaultActiveSlot: "M2", saved: true }],
      [10, "standby.ready", { slot: "M2" }],
    ];

    expect(twinAfter(lines, 900)).toMatchObject({ activeSlot: "M1", switchover: { count: 0 } });
    expect(dispositionsOf(lines)).toEqual(["applied", "no-effect"]);
  });
});

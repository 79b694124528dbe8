import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { findings, timeAt, twinAfter } from "./finding-story.ts";

const LOST: Line = [0, "module.power-lost", { slot: "M1" }, { id: "loss" }];
const STANDBY_RESETS: Line = [-5, "module.reset", { slot: "M2" }];
const STANDBY_AWAITS: readonly Line[] = [STANDBY_RESETS, [-2, "module.booted", { slot: "M2" }, { id: "boot" }]];

/** A poll that shows one or two active modules. */
const poll = (seconds: number, actives: readonly string[], id: string): Line => [
  seconds,
  "chassis.observed",
  { startedAt: timeAt(seconds - 1), modules: actives.map((slot) => ({ slot, status: "running", role: "active" })) },
  { id },
];

describe("no-active (T12, T15, T16)", () => {
  const open = (since: number, by: readonly string[]) => [{ severity: "critical", slots: [], since, by }];

  test("opens when a predicted takeover has lacked evidence for 60 seconds, since then, by the loss", () => {
    expect(findings(twinAfter([LOST], 59.999), "no-active")).toEqual([]);
    expect(findings(twinAfter([LOST], 60), "no-active")).toEqual(open(60, ["loss"]));
    expect(findings(twinAfter([LOST], 3600), "no-active")).toEqual(open(60, ["loss"]));
  });

  test("opens at once when the active is lost beside a standby that is not ready", () => {
    expect(findings(twinAfter([...STANDBY_AWAITS, LOST]), "no-active")).toEqual(open(0, ["loss"]));
  });

  test("opens at once when the active is lost and no other module runs", () => {
    expect(findings(twinAfter([STANDBY_RESETS, LOST]), "no-active")).toEqual(open(0, ["loss"]));
  });

  test("opens at once when the module that was predicted to take over is lost too", () => {
    const twin = twinAfter([LOST, [7, "module.power-lost", { slot: "M2" }, { id: "second" }]]);

    expect(findings(twin, "no-active")).toEqual(open(7, ["second"]));
  });

  test("stays closed when the takeover is evidenced in time", () => {
    const twin = twinAfter([LOST, [2, "module.role-changed", { slot: "M2", to: "active" }]], 3600);

    expect(findings(twin, "no-active")).toEqual([]);
  });

  test.each<[string, Line]>([
    ["a role change", [90, "module.role-changed", { slot: "M2", to: "active" }]],
    ["a warm start", [90, "chassis.warm-started", { reporterSlot: "M2" }]],
    ["a completed switchover", [90, "switchover.completed", { to: "M2" }]],
    ["an observation", poll(90, ["M2"], "poll")],
  ])("closes when %s evidences an active", (_, line) => {
    expect(findings(twinAfter([LOST, line]), "no-active")).toEqual([]);
  });

  test("closes when the default slot boots after a cold start, and not before", () => {
    const start: readonly Line[] = [...STANDBY_AWAITS, LOST, [20, "chassis.cold-started"]];

    expect(findings(twinAfter(start, 50), "no-active")).toEqual(open(0, ["loss"]));
    expect(findings(twinAfter([...start, [70, "module.booted", { slot: "M1" }]]), "no-active")).toEqual([]);
  });
});

describe("headless (T16, T18)", () => {
  const open = (since: number, by: readonly string[]) => [{ severity: "critical", slots: [], since, by }];
  const BOTH_REMOVED: readonly Line[] = [
    [0, "module.removed", { slot: "M2" }],
    [5, "module.removed", { slot: "M1" }, { id: "last" }],
  ];

  test("opens when the last management module is lost, by that loss", () => {
    expect(findings(twinAfter(BOTH_REMOVED, 600), "headless")).toEqual(open(5, ["last"]));
  });

  test("opens when the active is lost and the other module is still booting", () => {
    expect(findings(twinAfter([STANDBY_RESETS, LOST]), "headless")).toEqual(open(0, ["loss"]));
  });

  test("opens when nobody is known to be active and the last module that runs is lost", () => {
    const lines: readonly Line[] = [...STANDBY_AWAITS, LOST, [4, "module.removed", { slot: "M2" }, { id: "last" }]];

    expect(findings(twinAfter(lines), "headless")).toEqual(open(4, ["last"]));
  });

  test("stays closed while another module runs, though it is not known to be active", () => {
    expect(findings(twinAfter([...STANDBY_AWAITS, LOST], 300), "headless")).toEqual([]);
  });

  test("closes when one module boots, which is active whatever its slot", () => {
    const twin = twinAfter([
      ...BOTH_REMOVED,
      [100, "module.inserted", { slot: "M2", serialNumber: "B2" }],
      [160, "module.booted", { slot: "M2" }],
    ]);

    expect(twin.activeSlot).toBe("M2");
    expect(findings(twin, "headless")).toEqual([]);
  });

  test("stays open through a cold start until a module is active", () => {
    const start: readonly Line[] = [
      ...BOTH_REMOVED,
      [100, "module.inserted", { slot: "M1" }],
      [101, "chassis.cold-started"],
    ];

    expect(findings(twinAfter(start), "headless")).toEqual(open(5, ["last"]));
    expect(findings(twinAfter([...start, [160, "module.booted", { slot: "M1" }]]), "headless")).toEqual([]);
  });
});

describe("split-brain (T19, T20)", () => {
  const DISPUTE = poll(10, ["M1", "M2"], "dispute");

  test("opens when one observation shows two active modules, by that observation", () => {
    expect(findings(twinAfter([DISPUTE], 600), "split-brain")).toEqual([
      { severity: "critical", slots: ["M1", "M2"], since: 10, by: ["dispute"] },
    ]);
  });

  test("keeps its beginning and evidence when another observation shows the same", () => {
    expect(findings(twinAfter([DISPUTE, poll(20, ["M1", "M2"], "again")]), "split-brain")).toMatchObject([
      { since: 10, by: ["dispute"] },
    ]);
  });

  test("stays open when a role is reported, which decides nothing", () => {
    const twin = twinAfter([DISPUTE, [15, "module.role-changed", { slot: "M2", to: "active" }]]);

    expect(findings(twin, "split-brain")).toHaveLength(1);
  });

  test.each<[string, Line]>([
    ["an observation with one active begun after the dispute", poll(20, ["M2"], "decision")],
    ["a cold start", [20, "chassis.cold-started"]],
    ["the loss of one claimant", [20, "module.removed", { slot: "M1" }]],
  ])("closes with %s", (_, line) => {
    expect(findings(twinAfter([DISPUTE, line]), "split-brain")).toEqual([]);
  });
});

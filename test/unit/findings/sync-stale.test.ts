import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { expectations, findings, timeAt, twinAfter } from "./finding-story.ts";

const period = (seconds: number, syncPeriodSeconds: number): Line => [
  seconds,
  "redundancy.configured",
  { syncPeriodSeconds },
];
const changed = (seconds: number, revision: number): Line => [
  seconds,
  "config.changed",
  { revision },
  { id: `change-${revision}` },
];
const failed = (seconds: number): Line => [seconds, "sync.failed", { file: "running-config" }];
const stale = (since: number, revision: number) => ({
  severity: "warning",
  slots: ["M2"],
  file: "running-config",
  since,
  by: [`change-${revision}`],
});

describe("sync-stale (V7)", () => {
  test("opens 5 seconds after a change while the period is off, by the change", () => {
    const lines = [period(0, 0), changed(10, 11)];

    expect(findings(twinAfter(lines, 14.999), "sync-stale")).toEqual([]);
    expect(findings(twinAfter(lines, 900), "sync-stale")).toEqual([stale(15, 11)]);
  });

  test("opens a period and 5 seconds after a change whose copy failed", () => {
    const lines = [changed(10, 11), failed(12)];

    expect(findings(twinAfter(lines, 21.999), "sync-stale")).toEqual([]);
    expect(findings(twinAfter(lines, 900), "sync-stale")).toEqual([stale(22, 11)]);
  });

  test("counts the period that is configured", () => {
    expect(findings(twinAfter([period(0, 60), changed(10, 11), failed(12)], 900), "sync-stale")).toEqual([
      stale(75, 11),
    ]);
  });

  test("counts from the standby's boot when that came after the change, if the standby does not get ready", () => {
    const lines: readonly Line[] = [
      [0, "module.reset", { slot: "M2" }],
      changed(10, 11),
      [60, "module.booted", { slot: "M2" }],
    ];

    expect(findings(twinAfter(lines, 71.999), "sync-stale")).toEqual([]);
    expect(findings(twinAfter(lines, 300), "sync-stale")).toEqual([stale(72, 11)]);
  });

  test("stays closed while no standby runs", () => {
    expect(findings(twinAfter([[0, "module.reset", { slot: "M2" }], changed(10, 11)], 290), "sync-stale")).toEqual([]);
  });

  test("stays closed beside a ready standby: one period after the change its copy is presumed", () => {
    expect(findings(twinAfter([changed(10, 11)], 900), "sync-stale")).toEqual([]);
  });

  test("names the oldest change that has not been copied", () => {
    expect(findings(twinAfter([period(0, 0), changed(10, 11), changed(100, 12)], 900), "sync-stale")).toEqual([
      stale(15, 11),
    ]);
  });

  test.each<[string, Line]>([
    ["the copy is reported", [100, "sync.completed", { file: "running-config", revision: 11 }]],
    ["a comparison finds the file the same", [100, "sync.compared", { file: "running-config", result: "same" }]],
    ["it is copied once by command", period(100, -1)],
    ["the standby is lost", [100, "module.reset", { slot: "M2" }]],
    ["the standby is removed", [100, "module.removed", { slot: "M2" }]],
    ["the chassis starts anew", [100, "chassis.cold-started"]],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([period(0, 0), changed(10, 11), line]), "sync-stale")).toEqual([]);
  });

  test("closes when a standby is ready after a failed copy: that counts as the copy of every change before it", () => {
    const lines: readonly Line[] = [changed(10, 11), failed(12), [100, "standby.ready", { slot: "M2" }]];

    expect(findings(twinAfter(lines), "sync-stale")).toEqual([]);
  });

  test("stays open when the standby reports ready while the period is off, which shows no copy", () => {
    const lines: readonly Line[] = [period(0, 0), changed(10, 11), [100, "standby.ready", { slot: "M2" }]];

    expect(findings(twinAfter(lines), "sync-stale")).toEqual([stale(15, 11)]);
  });

  test("stays open when an earlier change was copied, not this one", () => {
    const lines: readonly Line[] = [
      period(0, 0),
      changed(10, 11),
      changed(20, 12),
      [100, "sync.completed", { file: "running-config", revision: 11 }],
    ];

    expect(findings(twinAfter(lines), "sync-stale")).toMatchObject([{ by: ["change-12"] }]);
  });

  test("is expected from the change on, until its copy is known", () => {
    const lines = [changed(10, 11)];

    expect(expectations(twinAfter(lines, 11), "sync-stale")).toMatchObject([{ dueAt: 22, since: 10 }]);
    expect(expectations(twinAfter(lines, 17), "sync-stale")).toEqual([]);
  });

  test("does not open for a change that an observation made long after shows as copied", () => {
    const poll: Line = [
      15,
      "chassis.observed",
      {
        startedAt: timeAt(14),
        modules: [{ slot: "M2", status: "running", role: "standby", standbyState: "ready" }],
      },
    ];

    expect(findings(twinAfter([changed(10, 11), failed(12), poll], 900), "sync-stale")).toEqual([]);
  });
});

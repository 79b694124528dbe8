import { describe, expect, test } from "@jest/globals";
import { IN_GOOD_ORDER, type Line, tell } from "../../support/chassis-story.ts";
import { expectations, findings, timeAt, twinAfter } from "./finding-story.ts";

describe("expectations", () => {
  test("are none while nothing is under way", () => {
    expect(tell(IN_GOOD_ORDER, 0).expectations).toEqual([]);
  });

  test("no-active: a predicted takeover is to be evidenced within 60 seconds of the loss", () => {
    const lines: readonly Line[] = [[0, "module.power-lost", { slot: "M1" }]];

    expect(expectations(twinAfter(lines, 10), "no-active")).toMatchObject([{ dueAt: 60, since: 0 }]);
    expect(expectations(twinAfter(lines, 60), "no-active")).toEqual([]);
  });

  test("missed-event: a requested switchover is to be refused or evidenced within 60 seconds", () => {
    const lines: readonly Line[] = [[0, "switchover.requested"]];

    expect(expectations(twinAfter(lines, 10), "missed-event")).toMatchObject([{ dueAt: 60, since: 0 }]);
    expect(expectations(twinAfter([...lines, [5, "switchover.refused", { reason: "busy" }]]), "missed-event")).toEqual(
      [],
    );
  });

  test("no-active: a requested switchover whose active is lost is to be evidenced within 60 seconds of the loss", () => {
    const lines: readonly Line[] = [
      [0, "switchover.requested"],
      [20, "module.reset", { slot: "M1" }],
    ];

    expect(expectations(twinAfter(lines), "no-active")).toMatchObject([{ dueAt: 80, since: 20 }]);
    expect(expectations(twinAfter(lines), "missed-event")).toEqual([]);
  });

  test("sync-overdue: a transfer is to complete within 600 seconds of its start, file by file", () => {
    const lines: readonly Line[] = [
      [0, "config.saved", { revision: 11 }],
      [7, "sync.started", { file: "flash-code" }],
    ];

    expect(expectations(twinAfter(lines), "sync-overdue")).toMatchObject([
      { dueAt: 600, since: 0, file: "system-config" },
      { dueAt: 607, since: 7, file: "flash-code" },
    ]);
  });

  test("silent: a promised observation is to come within 1.5 times its time, counted from the observation", () => {
    const lines: readonly Line[] = [
      [10, "chassis.observed", { startedAt: timeAt(4), nextWithinSeconds: 60, modules: [] }],
    ];

    expect(expectations(twinAfter(lines), "silent")).toEqual([{ dueAt: 100, since: 10 }]);
  });

  test("forwarding-down: a module is to boot within 35 seconds after the last one was lost", () => {
    const lines: readonly Line[] = [
      [0, "module.removed", { slot: "M2" }],
      [5, "module.removed", { slot: "M1" }],
    ];

    expect(expectations(twinAfter(lines), "forwarding-down")).toEqual([{ dueAt: 40, since: 5 }]);
    expect(twinAfter(lines, 39.999).forwarding).toBe("headless");
    expect(twinAfter(lines, 40)).toMatchObject({ forwarding: "down", expectations: [] });
  });

  test("come in the order in which they are due", () => {
    const twin = twinAfter([
      [0, "config.saved", { revision: 11 }],
      [1, "config.changed", { revision: 12 }],
      [2, "chassis.observed", { startedAt: timeAt(1), nextWithinSeconds: 60, modules: [] }],
    ]);
    const due = twin.expectations.map(({ dueAt }) => dueAt);

    expect(due).toHaveLength(3);
    expect(due).toEqual(due.toSorted());
  });

  test("are met retroactively: a late event with an earlier time leaves no finding", () => {
    const evidence: Line = [4, "module.role-changed", { slot: "M2", to: "active" }];
    const lost: Line = [0, "module.power-lost", { slot: "M1" }];

    expect(findings(twinAfter([lost], 600), "no-active")).toHaveLength(1);
    expect(findings(twinAfter([lost, evidence], 600), "no-active")).toEqual([]);
  });
});

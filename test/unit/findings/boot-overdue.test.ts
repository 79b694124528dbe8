import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { expectations, findings, twinAfter } from "./finding-story.ts";

const overdue = (slot: string, since: number, by: string) => ({
  severity: "warning",
  slots: [slot],
  since,
  by: [by],
});

describe("boot-overdue", () => {
  const RESET: Line = [0, "module.reset", { slot: "M2" }, { id: "reset" }];

  test.each<[string, readonly Line[], string]>([
    ["its reset", [RESET], "reset"],
    [
      "its insertion",
      [
        [-9, "module.removed", { slot: "M2" }],
        [0, "module.inserted", { slot: "M2" }, { id: "insertion" }],
      ],
      "insertion",
    ],
  ])("opens when a module has not booted 300 seconds after %s, since then", (_, lines, cause) => {
    expect(findings(twinAfter(lines, 299.999), "boot-overdue")).toEqual([]);
    expect(findings(twinAfter(lines, 900), "boot-overdue")).toEqual([overdue("M2", 300, cause)]);
  });

  test("opens for each module that has not booted after a cold start", () => {
    const start: Line = [0, "chassis.cold-started", {}, { id: "start" }];

    expect(findings(twinAfter([start], 900), "boot-overdue")).toEqual([
      overdue("M1", 300, "start"),
      overdue("M2", 300, "start"),
    ]);
    expect(findings(twinAfter([start, [60, "module.booted", { slot: "M1" }]], 900), "boot-overdue")).toEqual([
      overdue("M2", 300, "start"),
    ]);
  });

  test("opens for the former active when it does not come back after a switchover", () => {
    const lines: readonly Line[] = [[0, "switchover.completed", { to: "M2" }, { id: "switchover" }]];

    expect(findings(twinAfter(lines, 900), "boot-overdue")).toEqual([overdue("M1", 300, "switchover")]);
  });

  test("opens though the boot is known to have failed", () => {
    const lines: readonly Line[] = [RESET, [90, "module.boot-failed", { slot: "M2", reason: "no image" }]];

    expect(findings(twinAfter(lines, 900), "boot-overdue")).toEqual([overdue("M2", 300, "reset")]);
  });

  test("counts from the last reset", () => {
    const lines: readonly Line[] = [RESET, [200, "module.reset", { slot: "M2" }, { id: "again" }]];

    expect(findings(twinAfter(lines, 900), "boot-overdue")).toEqual([overdue("M2", 500, "again")]);
  });

  test("is expected from the reset on, for its slot", () => {
    expect(expectations(twinAfter([RESET], 5), "boot-overdue")).toEqual([{ dueAt: 300, since: 0, slot: "M2" }]);
    expect(expectations(twinAfter([RESET], 300), "boot-overdue")).toEqual([]);
  });

  test.each<[string, Line]>([
    ["it boots", [400, "module.booted", { slot: "M2" }]],
    ["it reports itself ready, which counts as its boot", [400, "standby.ready", { slot: "M2" }]],
    ["it is gone", [400, "module.removed", { slot: "M2" }]],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([RESET, line], 900), "boot-overdue")).toEqual([]);
  });
});

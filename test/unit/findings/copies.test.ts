import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { findings, twinAfter } from "./finding-story.ts";

describe.each([
  ["code-mismatch", "flash-code"],
  ["config-mismatch", "system-config"],
] as const)("%s", (code, file) => {
  const DIFFERENT: Line = [0, "sync.compared", { file, result: "different" }, { id: "compare" }];

  test(`opens when ${file} was compared different, by that comparison`, () => {
    expect(findings(twinAfter([DIFFERENT], 300), code)).toEqual([
      { severity: "warning", slots: ["M2"], since: 0, by: ["compare"] },
    ]);
  });

  test("stays closed when another file was compared different", () => {
    const other = file === "flash-code" ? "system-config" : "flash-code";

    expect(findings(twinAfter([[0, "sync.compared", { file: other, result: "different" }]]), code)).toEqual([]);
  });

  test.each<[string, Line]>([
    ["the transfer starts", [10, "sync.started", { file }]],
    ["the transfer fails", [10, "sync.failed", { file }]],
  ])("stays open when %s", (_, line) => {
    expect(findings(twinAfter([DIFFERENT, line]), code)).toMatchObject([{ since: 0, by: ["compare"] }]);
  });

  test.each<[string, Line]>([
    ["the file is synchronized", [10, "sync.completed", { file }]],
    ["the standby is ready after the transfer began, which shows it copied", [10, "standby.ready", { slot: "M2" }]],
    ["a later comparison finds it the same", [10, "sync.compared", { file, result: "same" }]],
    ["the standby is lost, so that nothing is to be compared", [10, "module.reset", { slot: "M2" }]],
    ["the standby is removed", [10, "module.removed", { slot: "M2" }]],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([DIFFERENT, line]), code)).toEqual([]);
  });
});

describe("sync-aborted", () => {
  const open = (file: string, since: number, by: readonly string[]) => ({
    severity: "warning",
    slots: ["M2"],
    file,
    since,
    by,
  });
  const SAVED: Line = [0, "config.saved", { revision: 11 }];
  const FAILED: Line = [5, "sync.failed", { file: "system-config" }, { id: "failure" }];

  test("opens when a transfer fails", () => {
    expect(findings(twinAfter([SAVED, FAILED], 900), "sync-aborted")).toEqual([open("system-config", 5, ["failure"])]);
  });

  test("opens when the standby is lost during a transfer to it", () => {
    const lines: readonly Line[] = [SAVED, [5, "module.reset", { slot: "M2" }, { id: "reset" }]];

    expect(findings(twinAfter(lines), "sync-aborted")).toEqual([open("system-config", 5, ["reset"])]);
  });

  test("opens when the active is lost during a transfer from it", () => {
    const lines: readonly Line[] = [SAVED, [5, "module.power-lost", { slot: "M1" }, { id: "loss" }]];

    expect(findings(twinAfter(lines), "sync-aborted")).toEqual([open("system-config", 5, ["loss"])]);
  });

  test("opens once for each file", () => {
    const twin = twinAfter([
      SAVED,
      [1, "image.updated", { slot: "M1", image: "secondary", version: "2.8.0" }],
      [2, "sync.started", { file: "running-config" }],
      [5, "standby.down", {}, { id: "down" }],
    ]);

    expect(findings(twin, "sync-aborted")).toEqual([
      open("flash-code", 5, ["down"]),
      open("system-config", 5, ["down"]),
      open("running-config", 5, ["down"]),
    ]);
  });

  test.each<[string, Line]>([
    ["that file is synchronized", [20, "sync.completed", { file: "system-config" }]],
    ["that file is compared the same", [20, "sync.compared", { file: "system-config", result: "same" }]],
    ["the target module is removed", [20, "module.removed", { slot: "M2" }]],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([SAVED, FAILED, line]), "sync-aborted")).toEqual([]);
  });

  test.each<[string, Line]>([
    ["another file is synchronized", [20, "sync.completed", { file: "flash-code" }]],
    ["the next transfer starts", [20, "sync.started", { file: "system-config" }]],
    ["the target module is reset", [20, "module.reset", { slot: "M2" }]],
  ])("stays open when %s", (_, line) => {
    expect(findings(twinAfter([SAVED, FAILED, line]), "sync-aborted")).toMatchObject([{ since: 5, by: ["failure"] }]);
  });
});

describe("sync-overdue", () => {
  const SAVED: Line = [0, "config.saved", { revision: 11 }, { id: "save" }];
  const overdue = (file: string, since: number, by: string) => ({
    severity: "warning",
    slots: ["M2"],
    file,
    since,
    by: [by],
  });

  test("opens when a transfer has not completed 600 seconds after its start, since then", () => {
    expect(findings(twinAfter([SAVED], 599.999), "sync-overdue")).toEqual([]);
    expect(findings(twinAfter([SAVED], 5000), "sync-overdue")).toEqual([overdue("system-config", 600, "save")]);
  });

  test("opens once for each file, each from its own start", () => {
    const lines: readonly Line[] = [SAVED, [50, "sync.started", { file: "flash-code" }, { id: "start" }]];

    expect(findings(twinAfter(lines, 700), "sync-overdue")).toEqual([
      overdue("flash-code", 650, "start"),
      overdue("system-config", 600, "save"),
    ]);
  });

  test.each<[string, Line]>([
    ["it completes at last", [700, "sync.completed", { file: "system-config" }]],
    ["it fails", [700, "sync.failed", { file: "system-config" }]],
    ["the module is gone", [700, "module.removed", { slot: "M2" }]],
    ["the chassis starts anew", [700, "chassis.cold-started"]],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([SAVED, line]), "sync-overdue")).toEqual([]);
  });

  test("never opens when the transfer completes in time", () => {
    const lines: readonly Line[] = [SAVED, [599, "sync.completed", { file: "system-config" }]];

    expect(findings(twinAfter(lines, 5000), "sync-overdue")).toEqual([]);
  });
});

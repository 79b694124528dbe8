import { describe, expect, test } from "@jest/globals";
import { type Line, tellFromGoodOrder } from "../../support/chassis-story.ts";

const completed = (file: string): Line => [90, "sync.completed", { file }];
const REBOOTED: readonly Line[] = [
  [0, "module.reset", { slot: "M2" }],
  [50, "module.booted", { slot: "M2" }],
];
const READY: readonly Line[] = [...REBOOTED, [60, "standby.ready", { slot: "M2" }]];

describe("T6, P19: how a copy that is reported complete came about", () => {
  test("as its transfer began", () => {
    const { sync } = tellFromGoodOrder([
      [80, "sync.started", { file: "running-config", mode: "manual" }],
      [81, "sync.started", { file: "flash-code", mode: "unconditional" }],
      [82, "sync.compared", { file: "system-config", result: "different" }],
      completed("running-config"),
      completed("flash-code"),
      completed("system-config"),
    ]);

    expect([sync.runningConfig.mode, sync.flashCode.mode, sync.systemConfig.mode]).toEqual([
      "manual",
      "unconditional",
      "compared",
    ]);
  });

  test("by its period, for a running-config whose transfer nobody reported to begin", () => {
    expect(tellFromGoodOrder([...READY, completed("running-config")]).sync.runningConfig.mode).toBe("periodic");
  });

  test.each([
    ["flash-code", "flashCode"],
    ["system-config", "systemConfig"],
  ] as const)("nobody knows for a %s that was only presumed copied before", (file, name) => {
    expect(tellFromGoodOrder(READY).sync[name].mode).toBe("presumed");
    expect(tellFromGoodOrder([...READY, completed(file)]).sync[name].mode).toBeNull();
  });

  test("as it was last compared or copied, for another file", () => {
    const compared: Line = [55, "sync.compared", { file: "system-config", result: "same" }];

    expect(tellFromGoodOrder([...REBOOTED, compared, completed("system-config")]).sync.systemConfig.mode).toBe(
      "compared",
    );
  });
});

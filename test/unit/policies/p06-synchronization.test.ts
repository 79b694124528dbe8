import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { codesOf, timeAt, twinAfter } from "../findings/finding-story.ts";
import { dispositionsOf, factsAfter } from "./policy-story.ts";

const FILES = ["flash-code", "system-config", "running-config"] as const;

describe("P6: direction", () => {
  const messages = FILES.flatMap((file): [string, Line][] => [
    [`a comparison of ${file}`, [0, "sync.compared", { file, result: "different", from: "M2", to: "M1" }]],
    [`a start of ${file}`, [0, "sync.started", { file, from: "M2" }]],
    [`a completion of ${file}`, [0, "sync.completed", { file, to: "M1" }]],
    [`a failure of ${file}`, [0, "sync.failed", { file, from: "M2", to: "M1" }]],
  ]);

  test.each(messages)("%s that flows to the active is quarantined and changes nothing", (_, line) => {
    expect(dispositionsOf([line])).toEqual(["quarantined"]);
    expect(codesOf(twinAfter([line]))).toEqual(["contradictory-report"]);
    expect(factsAfter([line], 5)).toEqual(factsAfter([], 5));
  });

  test("after a switchover the direction is from the new active", () => {
    const taken: readonly Line[] = [
      [0, "module.role-changed", { slot: "M2", to: "active" }],
      [60, "module.booted", { slot: "M1" }],
    ];

    const { sync } = twinAfter([...taken, [70, "sync.started", { file: "flash-code", from: "M2", to: "M1" }]]);
    expect(sync.flashCode).toMatchObject({ status: "synchronizing", from: "M2", to: "M1" });
    expect(dispositionsOf([...taken, [70, "sync.started", { file: "flash-code", from: "M1" }]]).at(-1)).toBe(
      "quarantined",
    );
  });

  test("the active's copy wins though the standby's is newer", () => {
    const twin = twinAfter([
      [0, "module.reset", { slot: "M2" }],
      [60, "module.booted", { slot: "M2", bootSource: "primary-flash", versions: { flashCode: "2.9.0" } }],
      [65, "sync.compared", { file: "flash-code", result: "different" }],
      [90, "sync.completed", { file: "flash-code" }],
    ]);

    expect(twin.modules).toMatchObject({
      M1: { versions: { primary: "2.7.2a" } },
      M2: { versions: { primary: "2.7.2a", running: "2.9.0" } },
    });
  });
});

describe("P7: compared at start-up, at switchover, and when a standby boots", () => {
  const unknown = {
    sync: { status: "unknown", flashCode: { status: "unknown" }, systemConfig: { status: "unknown" } },
  };

  test.each<[string, readonly Line[]]>([
    [
      "at start-up",
      [
        [0, "chassis.cold-started"],
        [60, "module.booted", { slot: "M1" }],
        [62, "module.booted", { slot: "M2" }],
      ],
    ],
    [
      "at a switchover",
      [
        [0, "switchover.completed", { to: "M2", cause: "manual" }],
        [60, "module.booted", { slot: "M1" }],
      ],
    ],
    [
      "when a standby boots",
      [
        [0, "module.reset", { slot: "M2" }],
        [60, "module.booted", { slot: "M2" }],
      ],
    ],
  ])("%s the files await comparison", (_, lines) => {
    expect(twinAfter(lines)).toMatchObject({ redundancy: "synchronizing", ...unknown });
  });

  test("a file compared the same is in sync, one compared different is copied from the active at once", () => {
    const { sync } = twinAfter([
      [0, "module.reset", { slot: "M2" }],
      [60, "module.booted", { slot: "M2" }],
      [65, "sync.compared", { file: "flash-code", result: "same" }],
      [66, "sync.compared", { file: "system-config", result: "different" }],
    ]);

    expect(sync.flashCode).toMatchObject({ status: "in-sync", mode: "compared", comparedAt: timeAt(65) });
    expect(sync.systemConfig).toMatchObject({ status: "synchronizing", mode: "compared", from: "M1", to: "M2" });
  });
});

describe("P8: unconditional", () => {
  test.each<[string, Line, string]>([
    ["an image update", [0, "image.updated", { slot: "M1", image: "secondary", version: "2.8.0" }], "flashCode"],
    ["a save", [0, "config.saved", { revision: 11 }], "systemConfig"],
  ] as const)("%s on the active is copied without comparison", (_, line, file) => {
    const { sync } = twinAfter([line]);

    expect(Object.entries(sync)).toContainEqual([
      file,
      expect.objectContaining({ status: "synchronizing", mode: "unconditional", from: "M1", to: "M2" }),
    ]);
  });

  test.each<[string, Line]>([
    ["an update of boot code", [0, "image.updated", { slot: "M1", image: "boot", version: "2.8.0" }]],
    ["an update on the standby alone", [0, "image.updated", { slot: "M2", image: "monitor", version: "2.8.0" }]],
  ])("%s is not copied", (_, line) => {
    expect(twinAfter([line]).sync.flashCode.status).not.toBe("synchronizing");
  });

  test("a change of the running-config is copied one period later, without comparison", () => {
    const lines: readonly Line[] = [[0, "config.changed", { revision: 11 }]];

    expect(twinAfter(lines, 6.999).sync.runningConfig).toMatchObject({ status: "synchronizing", mode: "periodic" });
    expect(twinAfter(lines, 7).sync.runningConfig).toMatchObject({ status: "in-sync", mode: "periodic" });
    expect(twinAfter(lines, 7).modules.M2.runningConfig.revision).toBe(11);
  });

  test("a transfer that starts again after it failed is a new one, though another reporter tells it", () => {
    const twin = twinAfter([
      [0, "sync.started", { file: "flash-code" }, { source: "a" }],
      [10, "sync.failed", { file: "flash-code" }],
      [30, "sync.started", { file: "flash-code" }, { source: "b" }],
    ]);

    expect(twin.sync.flashCode.status).toBe("synchronizing");
  });

  test("settings that come with a command to copy once are applied though there is no standby to copy to", () => {
    const lines: readonly Line[] = [
      [0, "module.removed", { slot: "M2" }],
      [5, "redundancy.configured", { syncPeriodSeconds: -1, defaultActiveSlot: "M2" }],
    ];

    expect(twinAfter(lines).configuration).toMatchObject({ defaultActiveSlot: "M2", syncPeriodSeconds: 7 });
    expect(dispositionsOf(lines)).toEqual(["applied", "applied"]);
  });

  test("a reported copy of the running-config is never one by comparison", () => {
    const lines: readonly Line[] = [
      [0, "module.reset", { slot: "M2" }],
      [60, "module.booted", { slot: "M2" }],
      [70, "standby.ready", { slot: "M2" }],
      [80, "sync.completed", { file: "running-config", revision: 10 }],
    ];

    expect(twinAfter(lines).sync.runningConfig).toMatchObject({ status: "in-sync", mode: "periodic" });
  });
});

describe("P9: boot code", () => {
  test("never counts as out of sync; a difference opens boot-code-mismatch", () => {
    const twin = twinAfter([[0, "image.updated", { slot: "M2", image: "boot", version: "2.9.0" }]]);

    expect(twin).toMatchObject({ redundancy: "ready", sync: { status: "in-sync" }, switchover: { ready: true } });
    expect(codesOf(twin)).toEqual(["boot-code-mismatch"]);
  });

  test("is not changed by a copy of the flash code", () => {
    const twin = twinAfter([
      [0, "image.updated", { slot: "M1", image: "boot", version: "2.9.0" }],
      [1, "image.updated", { slot: "M1", image: "primary", version: "2.9.0" }],
      [30, "sync.completed", { file: "flash-code", version: "2.9.0" }],
    ]);

    expect(twin.modules.M2.versions).toMatchObject({ primary: "2.9.0", bootCode: "2.7.0" });
  });
});

import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { timeAt, twinAfter } from "../findings/finding-story.ts";

const reboot = (data: Record<string, unknown>): readonly Line[] => [
  [0, "module.reset", { slot: "M2" }],
  [60, "module.booted", { slot: "M2", ...data }],
];
const observed = (row: Record<string, unknown>): Line => [
  90,
  "chassis.observed",
  { startedAt: timeAt(89), modules: [{ slot: "M2", status: "running", role: "standby", ...row }] },
];

describe("P19: what fills versions", () => {
  test("the flash code that a module booted is what it runs, and what the flash holds that it came from", () => {
    const from = (bootSource: string) =>
      twinAfter(reboot({ bootSource, versions: { flashCode: "2.6.0", monitor: "2.6.1", bootCode: "2.6.2" } })).modules
        .M2.versions;

    expect(from("primary-flash")).toEqual({
      running: "2.6.0",
      primary: "2.6.0",
      secondary: null,
      monitor: "2.6.1",
      bootCode: "2.6.2",
    });
    expect(from("secondary-flash")).toMatchObject({ running: "2.6.0", primary: "2.7.2a", secondary: "2.6.0" });
    expect(from("tftp")).toEqual({
      running: "2.6.0",
      primary: "2.7.2a",
      secondary: null,
      monitor: "2.6.1",
      bootCode: "2.6.2",
    });
  });

  test("an observation says what runs, and what a flash holds only where that was not known", () => {
    const known = twinAfter([observed({ bootedFrom: "primary-flash", versions: { flashCode: "2.6.0" } })]);
    const unknown = twinAfter([observed({ bootedFrom: "secondary-flash", versions: { flashCode: "2.6.0" } })]);

    expect(known.modules.M2.versions).toMatchObject({ running: "2.6.0", primary: "2.7.2a" });
    expect(unknown.modules.M2.versions).toMatchObject({ running: "2.6.0", secondary: "2.6.0" });
  });

  test("a completed copy of the flash code gives the standby the active's primary, secondary and monitor", () => {
    const { modules } = twinAfter([
      [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0" }],
      [1, "image.updated", { slot: "M1", image: "secondary", version: "2.8.1" }],
      [2, "image.updated", { slot: "M1", image: "monitor", version: "2.8.2" }],
      [40, "sync.completed", { file: "flash-code" }],
    ]);

    expect(modules.M2.versions).toEqual({
      running: "2.7.2a",
      primary: "2.8.0",
      secondary: "2.8.1",
      monitor: "2.8.2",
      bootCode: "2.7.0",
    });
  });

  test("the version that a completed copy names is the primary", () => {
    const { modules } = twinAfter([
      [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0" }],
      [40, "sync.completed", { file: "flash-code", version: "2.8.0" }],
    ]);

    expect(modules.M2.versions).toMatchObject({ primary: "2.8.0", secondary: null });
  });

  test("what the standby runs changes at its boot only", () => {
    const copied: readonly Line[] = [
      [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0" }],
      [40, "sync.completed", { file: "flash-code" }],
    ];
    const booted: readonly Line[] = [
      [50, "module.reset", { slot: "M2" }],
      [99, "module.booted", { slot: "M2", bootSource: "primary-flash", versions: { flashCode: "2.8.0" } }],
    ];

    expect(twinAfter(copied).modules.M2.versions.running).toBe("2.7.2a");
    expect(twinAfter([...copied, ...booted]).modules.M2.versions.running).toBe("2.8.0");
  });

  test.each<[string, readonly Line[], string]>([
    ["versions", [[0, "image.updated", { slot: "M2", image: "primary", version: "2.9.0" }]], "flashCode"],
    [
      "versions",
      [
        [0, "image.updated", { slot: "M2", image: "monitor", version: "2.9.0" }],
        [1, "image.updated", { slot: "M1", image: "monitor", version: "2.8.0" }],
        [2, "sync.failed", { file: "flash-code" }],
      ],
      "",
    ],
    ["versions, after a boot,", reboot({ bootSource: "primary-flash", versions: { flashCode: "2.6.0" } }), "flashCode"],
  ])("%s known to differ with no copy running make the file different", (_, lines, file) => {
    const { sync, redundancy } = twinAfter(lines);

    expect(redundancy).toBe("synchronizing");
    expect(sync.status).toBe("out-of-sync");
    if (file === "flashCode") expect(sync.flashCode.status).toBe("different");
  });

  test("a revision observed to differ makes the running-config different or on its way, never in sync", () => {
    const line: Line = [
      9,
      "chassis.observed",
      {
        startedAt: timeAt(8),
        modules: [{ slot: "M1", status: "running", role: "active" }],
        runningConfig: { revision: 12 },
      },
    ];

    expect(twinAfter([line]).sync.runningConfig.status).toBe("synchronizing");
    expect(twinAfter([line], 30)).toMatchObject({
      sync: { runningConfig: { status: "in-sync" } },
      modules: { M1: { runningConfig: { revision: 12 } }, M2: { runningConfig: { revision: 12 } } },
    });
  });

  test("a difference that nobody compared is removed by a ready report, one that was compared is not", () => {
    const differing = reboot({ bootSource: "primary-flash", versions: { flashCode: "2.6.0" } });
    const ready: Line = [90, "standby.ready", { slot: "M2" }];
    const compared: readonly Line[] = [
      [70, "sync.compared", { file: "flash-code", result: "different" }],
      [80, "sync.failed", { file: "flash-code" }],
    ];

    expect(twinAfter([...differing, ready])).toMatchObject({
      redundancy: "ready",
      sync: { flashCode: { status: "in-sync", mode: "presumed" } },
      modules: { M2: { versions: { running: "2.6.0", primary: "2.7.2a" } } },
    });
    expect(twinAfter([...differing, ...compared, ready])).toMatchObject({
      redundancy: "synchronizing",
      sync: { flashCode: { status: "aborted" } },
    });
  });
});

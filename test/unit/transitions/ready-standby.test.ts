import { describe, expect, test } from "@jest/globals";
import {
  type Line,
  nthEvent,
  observed,
  openFindings,
  outcomesFromGoodOrder,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

const REBOOTED: readonly Line[] = [
  [0, "module.reset", { slot: "M2" }],
  [50, "module.booted", { slot: "M2", bootSource: "primary-flash" }],
];
const COMPARED_SAME: readonly Line[] = [
  [55, "sync.compared", { file: "flash-code", result: "same" }],
  [56, "sync.compared", { file: "system-config", result: "same" }],
];

describe("T4: the standby is ready", () => {
  test("when both files are in sync and it has reported ready since its boot", () => {
    const twin = tellFromGoodOrder([...REBOOTED, ...COMPARED_SAME, [60, "standby.ready", { slot: "M2" }]]);

    expect(twin).toMatchObject({
      redundancy: "ready",
      sync: { flashCode: { mode: "compared" }, runningConfig: { status: "in-sync", mode: "presumed" } },
      modules: { M2: { standbyState: "ready" } },
      switchover: { ready: true, reasons: [] },
    });
  });

  test("but not when it has not reported ready since its last boot", () => {
    const twin = tellFromGoodOrder([...REBOOTED, ...COMPARED_SAME]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "in-sync" },
      switchover: { ready: false },
    });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2"]);
  });

  test("a ready report shows files in sync that nobody compared", () => {
    const twin = tellFromGoodOrder([...REBOOTED, [60, "standby.ready", { slot: "M2" }]]);

    expect(twin.redundancy).toBe("ready");
    expect(twin.sync).toMatchObject({
      status: "in-sync",
      flashCode: { status: "in-sync", mode: "presumed" },
      systemConfig: { status: "in-sync", mode: "presumed" },
      runningConfig: { status: "in-sync", mode: "presumed" },
    });
  });

  test("a ready report after the start of a transfer shows it complete", () => {
    const twin = tellFromGoodOrder([
      ...REBOOTED,
      [55, "sync.compared", { file: "flash-code", result: "different" }],
      [90, "standby.ready", { slot: "M2" }],
    ]);

    expect(twin).toMatchObject({ redundancy: "ready", sync: { flashCode: { status: "in-sync", mode: "presumed" } } });
    expect(openFindings(twin)).toEqual([]);
  });

  test("an observation begun before the start of a transfer does not show it complete", () => {
    const twin = tellFromGoodOrder([
      [10, "config.saved", { revision: 11 }],
      observed(12, [{ slot: "M2", status: "running", role: "standby", standbyState: "ready" }], { begun: 5 }),
    ]);

    expect(twin).toMatchObject({ redundancy: "synchronizing", sync: { systemConfig: { status: "synchronizing" } } });
  });

  test("a ready report shows in sync what differed by its version only", () => {
    const twin = tellFromGoodOrder([
      [0, "module.reset", { slot: "M2" }],
      [50, "module.booted", { slot: "M2", bootSource: "primary-flash", versions: { flashCode: "2.6.0" } }],
      [60, "standby.ready", { slot: "M2" }],
    ]);

    expect(twin).toMatchObject({ redundancy: "ready", sync: { flashCode: { status: "in-sync", mode: "presumed" } } });
    expect(twin.modules.M2.versions).toMatchObject({ primary: "2.7.2a", running: "2.6.0" });
  });

  test("a ready report never shows an aborted file in sync, nor a suspect image sound", () => {
    const twin = tellFromGoodOrder([
      ...REBOOTED,
      [55, "sync.compared", { file: "flash-code", result: "different" }],
      [60, "sync.failed", { file: "flash-code" }],
      [90, "standby.ready", { slot: "M2" }],
    ]);

    expect(twin).toMatchObject({ redundancy: "synchronizing", sync: { flashCode: { status: "aborted" } } });
    expect(openFindings(twin)).toEqual([
      "image-suspect M2",
      "standby-not-ready M2",
      "code-mismatch M2",
      "sync-aborted M2",
    ]);
  });

  test("a copy presumed complete leaves a suspect image suspect", () => {
    const twin = tellFromGoodOrder([
      [0, "sync.started", { file: "flash-code" }],
      [1, "sync.failed", { file: "flash-code" }],
      [2, "sync.started", { file: "flash-code" }],
      [9, "standby.ready", { slot: "M2" }],
    ]);

    expect(twin).toMatchObject({
      sync: { flashCode: { status: "in-sync" } },
      modules: { M2: { integrity: "suspect" } },
    });
    expect(twin.switchover).toMatchObject({ ready: false, reasons: [{ code: "image-suspect" }] });
  });

  test("an observed standby state ready counts as a ready report", () => {
    const twin = tellFromGoodOrder([
      ...REBOOTED,
      observed(60, [{ slot: "M2", status: "running", role: "standby", standbyState: "ready" }]),
    ]);

    expect(twin.redundancy).toBe("ready");
  });

  test("a poll without the standby state gives roles only", () => {
    const twin = tellFromGoodOrder([
      ...REBOOTED,
      observed(60, [
        { slot: "M1", status: "running", role: "active" },
        { slot: "M2", status: "running", role: "standby" },
      ]),
    ]);

    expect(twin).toMatchObject({ redundancy: "synchronizing", sync: { status: "unknown" } });
  });

  test("the observation that reveals an exchange does not show the new module ready", () => {
    const twin = tellFromGoodOrder([
      observed(60, [{ slot: "M2", status: "running", role: "standby", standbyState: "ready", serialNumber: "X7" }]),
    ]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "unknown" },
      modules: { M2: { serialNumber: "X7", versions: { primary: null } } },
      switchover: { count: 0 },
    });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2", "missed-event"]);
  });

  test("the next ready report shows the exchanged module ready", () => {
    const twin = tellFromGoodOrder([
      observed(60, [{ slot: "M2", serialNumber: "X7" }]),
      [70, "standby.ready", { slot: "M2" }],
    ]);

    expect(twin.redundancy).toBe("ready");
  });

  test("a ready report of a standby known to be ready has no effect", () => {
    const story: readonly Line[] = [
      ...REBOOTED,
      [60, "standby.ready", { slot: "M2" }],
      [65, "standby.ready", { slot: "M2" }],
    ];

    expect(outcomesFromGoodOrder(story)[3]).toMatchObject({ disposition: "no-effect", sameAs: nthEvent(3) });
  });
});

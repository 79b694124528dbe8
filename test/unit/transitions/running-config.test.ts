import { describe, expect, test } from "@jest/globals";
import { type Line, openFindings, tell, tellFromGoodOrder } from "../../support/chassis-story.ts";

const changed = (seconds: number, revision: number): Line => [seconds, "config.changed", { revision }];
const PERIOD_OFF: Line = [-9, "redundancy.configured", { syncPeriodSeconds: 0 }];

describe("T7: the running-config changes beside a ready standby", () => {
  test("it is synchronizing, and the standby stays ready", () => {
    expect(tellFromGoodOrder([changed(0, 11)])).toMatchObject({
      redundancy: "ready",
      sync: { status: "in-sync", runningConfig: { status: "synchronizing", from: "M1", to: "M2" } },
      modules: {
        M1: { runningConfig: { revision: 11 } },
        M2: { runningConfig: { revision: 10 }, standbyState: "ready" },
      },
      switchover: { ready: true },
    });
  });

  test("it counts as copied one period later, and not before", () => {
    expect(tellFromGoodOrder([changed(0, 11)], 6.999).sync.runningConfig.status).toBe("synchronizing");
    expect(tellFromGoodOrder([changed(0, 11)], 7)).toMatchObject({
      sync: { runningConfig: { status: "in-sync", mode: "periodic" } },
      modules: { M2: { runningConfig: { revision: 11 } } },
    });
  });

  test("a configured period counts instead of the one as delivered", () => {
    const story: Line[] = [[-9, "redundancy.configured", { syncPeriodSeconds: 60 }], changed(0, 11)];

    expect(tellFromGoodOrder(story, 59).sync.runningConfig.status).toBe("synchronizing");
    expect(tellFromGoodOrder(story, 60).sync.runningConfig.status).toBe("in-sync");
  });

  test("a report of the copy counts at once", () => {
    const twin = tellFromGoodOrder([changed(0, 11), [2, "sync.completed", { file: "running-config", revision: 11 }]]);

    expect(twin).toMatchObject({
      sync: { runningConfig: { status: "in-sync" } },
      modules: { M2: { runningConfig: { revision: 11 } } },
    });
  });

  test("a copy reported after a presumed one is no compared one", () => {
    const twin = tellFromGoodOrder([
      [0, "module.reset", { slot: "M2" }],
      [50, "standby.ready", { slot: "M2" }],
      [60, "sync.completed", { file: "running-config", revision: 10 }],
    ]);

    expect(twin.sync.runningConfig).toMatchObject({ status: "in-sync", comparedAt: null, mode: "periodic" });
  });

  test("each change has its own due time", () => {
    const story = [changed(0, 11), changed(5, 12)];

    expect(tellFromGoodOrder(story, 7)).toMatchObject({
      sync: { runningConfig: { status: "synchronizing" } },
      modules: { M2: { runningConfig: { revision: 11 } } },
    });
    expect(tellFromGoodOrder(story, 12)).toMatchObject({
      sync: { runningConfig: { status: "in-sync" } },
      modules: { M2: { runningConfig: { revision: 12 } } },
    });
  });

  test("a change at the very due time of an earlier one is not copied with it", () => {
    expect(tellFromGoodOrder([changed(0, 11), changed(7, 12)], 7)).toMatchObject({
      sync: { runningConfig: { status: "synchronizing" } },
      modules: { M2: { runningConfig: { revision: 11 } } },
    });
  });

  test("a loss of the active at the very due time comes before the copy is presumed", () => {
    const story: Line[] = [changed(0, 11), [7, "module.power-lost", { slot: "M1" }]];

    expect(openFindings(tellFromGoodOrder(story))).toContain("config-loss-possible");
    expect(tellFromGoodOrder(story).modules.M2.runningConfig.revision).toBe(10);
  });

  test("a takeover nobody announced holds the change in doubt too", () => {
    const story: Line[] = [changed(0, 11), [3, "module.role-changed", { slot: "M2", to: "active" }]];

    expect(openFindings(tellFromGoodOrder(story))).toContain("config-loss-possible");
  });

  test("a ready report counts as the copy of every change before it", () => {
    const twin = tellFromGoodOrder([changed(0, 11), changed(1, 12), [2, "standby.ready", { slot: "M2" }]]);

    expect(twin).toMatchObject({
      sync: { runningConfig: { status: "in-sync" } },
      modules: { M2: { runningConfig: { revision: 12 } } },
    });
  });

  test("the period of a change counts from when the standby is ready, if that is later", () => {
    const story: Line[] = [
      [0, "config.saved", { revision: 10 }],
      changed(1, 11),
      [5, "sync.completed", { file: "system-config", revision: 10 }],
    ];

    expect(tellFromGoodOrder(story, 11).sync.runningConfig.status).toBe("synchronizing");
    expect(tellFromGoodOrder(story, 12).sync.runningConfig.status).toBe("in-sync");
  });

  test("a failed copy is not presumed to succeed later, and grows stale", () => {
    const story: Line[] = [changed(0, 11), [1, "sync.failed", { file: "running-config" }]];

    expect(tellFromGoodOrder(story, 11)).toMatchObject({
      redundancy: "ready",
      sync: { runningConfig: { status: "aborted" } },
    });
    expect(openFindings(tellFromGoodOrder(story, 11))).toEqual(["sync-aborted M2"]);
    expect(openFindings(tellFromGoodOrder(story, 12))).toEqual(["sync-stale M2", "sync-aborted M2"]);
    expect(tellFromGoodOrder(story, 12).switchover.ready).toBe(false);
  });
});

describe("T7: the period is off", () => {
  test("a change makes the file different, and the standby stays ready", () => {
    expect(tellFromGoodOrder([PERIOD_OFF, changed(0, 11)], 100)).toMatchObject({
      redundancy: "ready",
      sync: { status: "in-sync", runningConfig: { status: "different" } },
      modules: { M2: { runningConfig: { revision: 10 }, standbyState: "ready" } },
      switchover: { ready: false, reasons: [{ code: "sync-stale" }] },
    });
  });

  test("a change is stale five seconds later", () => {
    expect(openFindings(tellFromGoodOrder([PERIOD_OFF, changed(0, 11)], 4))).toEqual([]);
    expect(openFindings(tellFromGoodOrder([PERIOD_OFF, changed(0, 11)], 5))).toEqual(["sync-stale M2"]);
  });

  test("a ready report copies nothing", () => {
    const twin = tellFromGoodOrder([PERIOD_OFF, changed(0, 11), [9, "standby.ready", { slot: "M2" }]]);

    expect(twin.sync.runningConfig.status).toBe("different");
    expect(openFindings(twin)).toEqual(["sync-stale M2"]);
  });

  test("-1 copies once, mode manual, and the period stays off", () => {
    const once: Line[] = [PERIOD_OFF, changed(0, 11), [9, "redundancy.configured", { syncPeriodSeconds: -1 }]];

    expect(tellFromGoodOrder(once)).toMatchObject({
      sync: { runningConfig: { status: "in-sync", mode: "manual" } },
      modules: { M2: { runningConfig: { revision: 11 } } },
      configuration: { syncPeriodSeconds: 0 },
      switchover: { ready: true },
    });
    expect(tellFromGoodOrder([...once, changed(20, 12)], 60).sync.runningConfig.status).toBe("different");
  });

  test("-1 with a period leaves the period as it is", () => {
    const twin = tellFromGoodOrder([changed(0, 11), [2, "redundancy.configured", { syncPeriodSeconds: -1 }]]);

    expect(twin).toMatchObject({
      sync: { runningConfig: { status: "in-sync" } },
      configuration: { syncPeriodSeconds: 7 },
    });
  });

  test("a longer period than an hour is refused", () => {
    expect(() => tell([[0, "redundancy.configured", { syncPeriodSeconds: 3601 }]])).toThrow();
    expect(tell([[0, "redundancy.configured", { syncPeriodSeconds: 3600 }]]).configuration.syncPeriodSeconds).toBe(
      3600,
    );
  });
});

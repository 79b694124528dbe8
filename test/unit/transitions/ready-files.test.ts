import { describe, expect, test } from "@jest/globals";
import {
  type Line,
  nthEvent,
  observed,
  openFindings,
  outcomesFromGoodOrder,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

const PERIOD_OFF: Line = [-9, "redundancy.configured", { syncPeriodSeconds: 0 }];
const CHANGED: Line = [0, "config.changed", { revision: 11 }];
const COPIED_ONCE: Line = [5, "redundancy.configured", { syncPeriodSeconds: -1 }];
const REBOOTED: readonly Line[] = [
  [20, "module.reset", { slot: "M2" }],
  [70, "module.booted", { slot: "M2", bootSource: "primary-flash" }],
];
const ready = (seconds: number): Line => [seconds, "standby.ready", { slot: "M2" }];
const shownReady = (seconds: number, begun: number): Line =>
  observed(seconds, [{ slot: "M2", status: "running", role: "standby", standbyState: "ready" }], { begun });

describe("T4: what a ready report shows copied", () => {
  test("is news when it is the first since a boot, or shows a file copied", () => {
    const compared: readonly Line[] = [
      [75, "sync.compared", { file: "flash-code", result: "same" }],
      [76, "sync.compared", { file: "system-config", result: "same" }],
      [77, "sync.completed", { file: "running-config" }],
    ];
    const dispositions = outcomesFromGoodOrder([
      ...REBOOTED,
      ...compared,
      ready(80),
      ready(85),
      [86, "sync.started", { file: "running-config" }],
      ready(90),
    ]).map(({ disposition }) => disposition);

    expect(dispositions.slice(-4)).toEqual(["applied", "no-effect", "applied", "applied"]);
  });

  test("a transfer and a change of the same moment", () => {
    const story: readonly Line[] = [
      CHANGED,
      [0, "sync.compared", { file: "flash-code", result: "different" }],
      ready(0),
    ];

    expect(tellFromGoodOrder(story)).toMatchObject({
      sync: { flashCode: { status: "in-sync" }, runningConfig: { status: "in-sync" } },
      modules: { M2: { runningConfig: { revision: 11 } } },
    });
  });

  test("but not a transfer or a change that is later than the beginning of the observation", () => {
    const story: readonly Line[] = [
      [10, "sync.compared", { file: "flash-code", result: "different" }],
      [11, "config.changed", { revision: 11 }],
      shownReady(12, 5),
    ];

    expect(tellFromGoodOrder(story)).toMatchObject({
      sync: { flashCode: { status: "synchronizing" }, runningConfig: { status: "synchronizing" } },
      modules: { M2: { runningConfig: { revision: 10 } } },
    });
  });

  test("a running-config whose copy failed, which the next period copies anew", () => {
    const story: readonly Line[] = [CHANGED, [2, "sync.failed", { file: "running-config" }], ready(9)];

    expect(tellFromGoodOrder(story)).toMatchObject({
      sync: { runningConfig: { status: "in-sync", mode: "presumed" } },
      modules: { M2: { runningConfig: { revision: 11 } } },
    });
  });

  test("a running-config that differed by its revision, unless the period is off", () => {
    const older: readonly Line[] = [[0, "sync.completed", { file: "running-config", revision: 9 }], ready(9)];

    expect(tellFromGoodOrder(older).sync.runningConfig).toMatchObject({ status: "in-sync", mode: "presumed" });
    expect(tellFromGoodOrder([PERIOD_OFF, ...older])).toMatchObject({
      redundancy: "ready",
      sync: { runningConfig: { status: "different" } },
      modules: { M2: { runningConfig: { revision: 9 } } },
    });
  });

  test("with the period off, every file but the running-config while a change has not been copied", () => {
    const twin = tellFromGoodOrder([PERIOD_OFF, CHANGED, ...REBOOTED, ready(80)]);

    expect(twin).toMatchObject({
      redundancy: "ready",
      sync: { flashCode: { mode: "presumed" }, systemConfig: { mode: "presumed" } },
      modules: { M2: { runningConfig: { revision: null } } },
    });
    expect(twin.sync.runningConfig).toMatchObject({ status: "different", mode: null });
    expect(outcomesFromGoodOrder([PERIOD_OFF, CHANGED, ready(80)])[2]?.disposition).toBe("no-effect");
  });
});

describe("T7, V7: with the period off, a standby that booted runs the configuration as saved", () => {
  const COPIED: readonly Line[] = [PERIOD_OFF, CHANGED, COPIED_ONCE];

  test("so that a change copied before its boot differs again when it is ready, and grows stale", () => {
    const story = [...COPIED, ...REBOOTED, ready(80)];

    expect(tellFromGoodOrder(story)).toMatchObject({
      redundancy: "ready",
      sync: { runningConfig: { status: "different" } },
      modules: { M1: { runningConfig: { revision: 11 } }, M2: { runningConfig: { revision: null } } },
    });
    expect(openFindings(tellFromGoodOrder(story, 84))).toEqual([]);
    expect(openFindings(tellFromGoodOrder(story, 85))).toEqual(["sync-stale M2"]);
    expect(tellFromGoodOrder(story, 85).findings[0]?.evidence).toMatchObject([nthEvent(6)]);
    expect(openFindings(tellFromGoodOrder([...story, [90, "module.power-lost", { slot: "M1" }]]))).toContain(
      "config-loss-possible",
    );
  });

  test("by its digest alone too", () => {
    const saved: Line = [-5, "config.saved", { revision: 10, digest: "aa" }];
    const changed: Line = [0, "config.changed", { digest: "bb" }];
    const story = [PERIOD_OFF, saved, changed, COPIED_ONCE, ...REBOOTED, ready(80)];

    expect(tellFromGoodOrder(story).sync.runningConfig.status).toBe("different");
  });

  test("and a change that was never copied rests on its own report, though nobody reported the boot", () => {
    const story: readonly Line[] = [PERIOD_OFF, CHANGED, [20, "module.reset", { slot: "M2" }], ready(80)];

    expect(tellFromGoodOrder(story, 100).findings).toMatchObject([{ code: "sync-stale", evidence: [nthEvent(2)] }]);
  });

  test("and a change that was never copied is as old as it is, not as the report", () => {
    const story = [PERIOD_OFF, CHANGED, ...REBOOTED, ready(80)];

    expect(openFindings(tellFromGoodOrder(story, 74))).not.toContain("sync-stale M2");
    expect(tellFromGoodOrder(story, 100).findings).toMatchObject([
      { code: "sync-stale", since: "2026-01-01T00:01:15.000Z", evidence: [nthEvent(2)] },
    ]);
  });

  test.each<[string, readonly Line[]]>([
    ["the change was saved", [...COPIED, [9, "config.saved"], ...REBOOTED, ready(80)]],
    ["no change was made", [PERIOD_OFF, ...REBOOTED, ready(80)]],
    [
      "a copy was reported since",
      [...COPIED, ...REBOOTED, [75, "sync.completed", { file: "running-config" }], ready(80)],
    ],
    ["it had reported ready before", [...COPIED, ready(80)]],
    [
      "nothing is known to be saved",
      [
        PERIOD_OFF,
        [0, "module.booted", { slot: "M1", serialNumber: "A2" }],
        CHANGED,
        COPIED_ONCE,
        ...REBOOTED,
        ready(80),
      ],
    ],
    ["the period is on", [CHANGED, ...REBOOTED, shownReady(80, 75)]],
  ])("but not when %s", (_, story) => {
    expect(tellFromGoodOrder(story)).toMatchObject({
      redundancy: "ready",
      sync: { runningConfig: { status: "in-sync" } },
    });
    expect(openFindings(tellFromGoodOrder(story, 600))).not.toContain("sync-stale M2");
  });
});

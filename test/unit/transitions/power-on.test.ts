import { describe, expect, test } from "@jest/globals";
import {
  type Line,
  nthEvent,
  observed,
  openFindings,
  outcomesFromGoodOrder,
  tell,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

const coldStartAt = (seconds: number): Line => [seconds, "chassis.cold-started"];

describe("T1: a cold start", () => {
  test("leaves nobody active, closes sessions and begins a new boot epoch, and is no switchover", () => {
    const twin = tellFromGoodOrder([coldStartAt(0)]);

    expect(twin).toMatchObject({
      activeSlot: null,
      redundancy: "booting",
      forwarding: "unknown",
      startKind: "cold",
      bootEpoch: 1,
      bootSource: null,
      switchover: { ready: false, reasons: [{ code: "booting" }], count: 0 },
      management: { sessions: [], macEpoch: 0 },
      modules: { M1: { role: "none", presence: "present" }, M2: { role: "none", presence: "present" } },
    });
    expect(openFindings(twin)).toEqual([]);
  });

  test("aborts the transfers that run, which makes the image of their target suspect", () => {
    const twin = tellFromGoodOrder([
      [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0", verified: true }],
      coldStartAt(5),
    ]);

    expect(openFindings(twin)).toEqual(["image-suspect M2", "sync-aborted M2"]);
    expect(twin.modules.M2.integrity).toBe("suspect");
  });

  test("takes unsaved configuration with it", () => {
    const twin = tellFromGoodOrder([
      [0, "config.changed", { revision: 11 }],
      [20, "redundancy.configured", { defaultActiveSlot: "M2", syncPeriodSeconds: 60 }],
      coldStartAt(30),
    ]);

    expect(twin.modules.M1.runningConfig.revision).toBe(10);
    expect(twin.modules.M2.runningConfig.revision).toBe(10);
    expect(twin.configuration).toMatchObject({ defaultActiveSlot: "M1", syncPeriodSeconds: 7 });
  });

  test("a save makes the settings outlive it", () => {
    const twin = tellFromGoodOrder([
      [0, "redundancy.configured", { defaultActiveSlot: "M2", syncPeriodSeconds: 60 }],
      [1, "config.saved", { revision: 11 }],
      coldStartAt(30),
    ]);

    expect(twin.configuration).toMatchObject({ defaultActiveSlot: "M2", syncPeriodSeconds: 60 });
    expect(twin.modules.M1.runningConfig.revision).toBe(11);
  });

  test("voids the prediction of a takeover", () => {
    const twin = tellFromGoodOrder([[0, "module.power-lost", { slot: "M1" }], coldStartAt(5)], 100);

    expect(twin).toMatchObject({ activeSlot: null, redundancy: "booting", switchover: { count: 0 } });
    expect(openFindings(twin)).not.toContain("no-active");
  });

  test("another one within 60 seconds with no role reported between is the same", () => {
    const story = [coldStartAt(0), coldStartAt(60)];

    expect(tellFromGoodOrder(story).bootEpoch).toBe(1);
    expect(outcomesFromGoodOrder(story)[1]).toMatchObject({ disposition: "no-effect", sameAs: nthEvent(1) });
  });

  test("another one 61 seconds later is another", () => {
    expect(tellFromGoodOrder([coldStartAt(0), coldStartAt(61)]).bootEpoch).toBe(2);
  });

  test("another one within 60 seconds is another when a role was reported between", () => {
    const report: Line = [10, "module.role-changed", { slot: "M1", to: "active" }];

    expect(tellFromGoodOrder([coldStartAt(0), report, coldStartAt(20)])).toMatchObject({
      bootEpoch: 2,
      activeSlot: null,
    });
  });

  test("another one after a boot, which reports no role, is the same and unseats nobody", () => {
    const twin = tellFromGoodOrder([coldStartAt(0), [10, "module.booted", { slot: "M1" }], coldStartAt(50)]);

    expect(twin).toMatchObject({ bootEpoch: 1, activeSlot: "M1" });
  });

  test("a module that booted 120 seconds before it counts as booted in its epoch", () => {
    expect(tell([[0, "module.booted", { slot: "M1" }], coldStartAt(120)])).toMatchObject({
      activeSlot: "M1",
      bootEpoch: 1,
      startKind: "cold",
      switchover: { count: 0 },
    });
  });

  test("a module that booted 121 seconds before it has to boot again", () => {
    expect(tell([[0, "module.booted", { slot: "M1" }], coldStartAt(121)]).activeSlot).toBeNull();
  });

  test("a module that ran before its last boot has to boot again", () => {
    const twin = tell([[0, "module.booted", { slot: "M1" }], [200, "module.booted", { slot: "M1" }], coldStartAt(250)]);

    expect(twin).toMatchObject({ activeSlot: null, redundancy: "booting" });
  });
});

describe("T2: while the chassis boots", () => {
  test("the default slot is active, reported, as soon as it has booted", () => {
    const twin = tellFromGoodOrder([coldStartAt(0), [50, "module.booted", { slot: "M1" }]]);

    expect(twin).toMatchObject({ activeSlot: "M1", activeConfidence: "reported", switchover: { count: 0 } });
  });

  test("the other slot waits for the default slot until its boot is overdue", () => {
    const story: Line[] = [coldStartAt(0), [50, "module.booted", { slot: "M2" }]];

    expect(tellFromGoodOrder(story, 299)).toMatchObject({ activeSlot: null, redundancy: "booting" });
    expect(tellFromGoodOrder(story, 300)).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "reported",
      bootEpoch: 1,
    });
    expect(openFindings(tellFromGoodOrder(story, 300))).toContain("boot-overdue M1");
  });

  test("a boot of the default slot at the very end of the wait comes before it ends", () => {
    const twin = tellFromGoodOrder([
      coldStartAt(0),
      [50, "module.booted", { slot: "M2" }],
      [300, "module.booted", { slot: "M1" }],
    ]);

    expect(twin.activeSlot).toBe("M1");
  });

  test("the other slot is active at once when it boots after the wait", () => {
    const twin = tellFromGoodOrder([coldStartAt(0), [400, "module.booted", { slot: "M2" }]]);

    expect(twin.activeSlot).toBe("M2");
  });

  test("the default slot that boots after the wait is the standby: nobody is pre-empted", () => {
    const twin = tellFromGoodOrder(
      [coldStartAt(0), [50, "module.booted", { slot: "M2" }], [301, "module.booted", { slot: "M1" }]],
      302,
    );

    expect(twin).toMatchObject({ activeSlot: "M2", modules: { M1: { role: "standby" } }, switchover: { count: 0 } });
  });

  test("the other slot does not wait for a default slot that is absent", () => {
    const removed: Line = [-10, "module.removed", { slot: "M1" }];

    expect(tellFromGoodOrder([removed, coldStartAt(0), [50, "module.booted", { slot: "M2" }]]).activeSlot).toBe("M2");
    expect(
      tellFromGoodOrder([coldStartAt(0), [50, "module.booted", { slot: "M2" }], [60, "module.removed", { slot: "M1" }]])
        .activeSlot,
    ).toBe("M2");
  });

  test("a report that names the active decides, and is no switchover", () => {
    const byRole = tellFromGoodOrder([coldStartAt(0), [50, "module.role-changed", { slot: "M2", to: "active" }]]);
    const byPoll = tellFromGoodOrder([
      coldStartAt(0),
      observed(50, [{ slot: "M2", status: "running", role: "active" }]),
    ]);

    expect(byRole).toMatchObject({ activeSlot: "M2", activeConfidence: "reported", switchover: { count: 0 } });
    expect(byPoll).toMatchObject({ activeSlot: "M2", startKind: "cold", switchover: { count: 0 } });
  });

  test("a module that reports itself a ready standby names the other one active", () => {
    const twin = tellFromGoodOrder([coldStartAt(0), [50, "standby.ready", { slot: "M1" }]]);

    expect(twin).toMatchObject({ activeSlot: "M2", redundancy: "ready", switchover: { count: 0 } });
  });

  test("an observation begun before the cold start names nobody", () => {
    const rows = [{ slot: "M1", status: "running", role: "active" }];

    expect(tellFromGoodOrder([coldStartAt(0), observed(5, rows, { begun: -5 })])).toMatchObject({
      activeSlot: null,
      redundancy: "booting",
    });
  });
});

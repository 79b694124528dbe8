import { describe, expect, test } from "@jest/globals";
import { type Line, tellFromGoodOrder } from "../../support/chassis-story.ts";

const changed = (seconds: number, revision: number, digest?: string): Line => [
  seconds,
  "config.changed",
  { revision, digest },
];
const period = (seconds: number, syncPeriodSeconds: number): Line => [
  seconds,
  "redundancy.configured",
  { syncPeriodSeconds },
];
const COPY_FAILED: Line = [2, "sync.failed", { file: "flash-code" }];
const ACTIVE_LOST: Line = [5, "module.power-lost", { slot: "M1" }];
const copiedTo = (lines: readonly Line[], asOf: number) => tellFromGoodOrder(lines, asOf).modules.M2.runningConfig;

describe("T7: changes that are on their way to the standby", () => {
  test("are copied together when they are of one moment", () => {
    const twin = tellFromGoodOrder([changed(0, 11), changed(0, 12)], 7);

    expect(twin).toMatchObject({
      sync: { runningConfig: { status: "in-sync" } },
      modules: { M2: { runningConfig: { revision: 12 } } },
    });
  });

  test("arrive with the revision and the digest that each had", () => {
    const story = [changed(0, 11, "aa"), changed(5, 12, "bb")];

    expect(copiedTo(story, 7)).toEqual({ revision: 11, digest: "aa" });
    expect(copiedTo(story, 12)).toEqual({ revision: 12, digest: "bb" });
  });

  test("count as copied a period after the period was set, when that was after them", () => {
    const story = [period(-9, 60), changed(0, 11), period(20, 7)];

    expect(tellFromGoodOrder(story, 26.999).sync.runningConfig.status).toBe("synchronizing");
    expect(tellFromGoodOrder(story, 27).sync.runningConfig.status).toBe("in-sync");
  });

  test("do not count as copied to a standby that is not ready", () => {
    const twin = tellFromGoodOrder([[0, "config.saved", { revision: 10 }], changed(1, 11)], 100);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      sync: { runningConfig: { status: "different" } },
      modules: { M2: { runningConfig: { revision: 10 } } },
    });
  });

  test("of more than eight, the oldest and the newest are told apart, and those between arrive with a later one", () => {
    const story = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20].map((revision, tenths) => changed(tenths / 10, revision));

    expect([7, 7.2, 7.3, 7.9].map((asOf) => copiedTo(story, asOf).revision)).toEqual([11, 11, 14, 20]);
    expect(tellFromGoodOrder(story, 7.9).sync.runningConfig.status).toBe("in-sync");
  });

  test("are broken off when the active is lost and nobody takes over", () => {
    const twin = tellFromGoodOrder([COPY_FAILED, changed(4, 11), ACTIVE_LOST]);

    expect(twin).toMatchObject({ activeSlot: null, sync: { runningConfig: { status: "aborted" } } });
  });

  test("with the period off none is on its way, so none is broken off", () => {
    const twin = tellFromGoodOrder([period(-9, 0), COPY_FAILED, changed(4, 11), ACTIVE_LOST]);

    expect(twin).toMatchObject({ activeSlot: null, sync: { runningConfig: { status: "unknown" } } });
  });
});

import { describe, expect, test } from "@jest/globals";
import { type Line, openFindings, outcomesFromGoodOrder, tellFromGoodOrder } from "../../support/chassis-story.ts";

describe("T5: a file of the running standby is compared different", () => {
  const COMPARED: Line = [0, "sync.compared", { file: "system-config", result: "different" }];

  test("it is copied from the active at once", () => {
    const twin = tellFromGoodOrder([COMPARED]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      sync: {
        status: "synchronizing",
        systemConfig: { status: "synchronizing", mode: "compared", from: "M1", to: "M2" },
      },
    });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2", "config-mismatch M2"]);
  });

  test("the copy of the active wins, not the newest", () => {
    const twin = tellFromGoodOrder([
      [-5, "sync.completed", { file: "system-config", revision: 99 }],
      COMPARED,
      [9, "sync.completed", { file: "system-config" }],
    ]);

    expect(twin.modules.M1.systemConfig.revision).toBe(10);
    expect(twin.modules.M2.systemConfig.revision).toBe(10);
    expect(twin.sync.status).toBe("in-sync");
    expect(openFindings(twin)).toEqual([]);
  });

  test("a message of synchronization from the standby is set aside as contradictory", () => {
    const story: Line[] = [[0, "sync.compared", { file: "flash-code", result: "different", from: "M2", to: "M1" }]];

    expect(outcomesFromGoodOrder(story)).toMatchObject([{ disposition: "quarantined" }]);
    expect(tellFromGoodOrder(story).redundancy).toBe("ready");
    expect(openFindings(tellFromGoodOrder(story))).toEqual(["contradictory-report"]);
  });

  test("with no running standby it has no effect, with the other slot absent it is quarantined", () => {
    expect(outcomesFromGoodOrder([[-9, "module.reset", { slot: "M2" }], COMPARED])[1]?.disposition).toBe("no-effect");
    expect(outcomesFromGoodOrder([[-9, "module.removed", { slot: "M2" }], COMPARED])[1]).toMatchObject({
      disposition: "quarantined",
      reason: expect.any(String),
    });
  });

  test("the copy is overdue when it has not completed 600 seconds after its start", () => {
    expect(openFindings(tellFromGoodOrder([COMPARED], 599))).not.toContain("sync-overdue M2");
    expect(openFindings(tellFromGoodOrder([COMPARED], 600))).toContain("sync-overdue M2");
  });
});

describe("T6: the active saves its configuration or gets an image", () => {
  const SAVED: Line = [0, "config.saved", { revision: 11 }];
  const UPDATED: Line = [1, "image.updated", { slot: "M1", image: "secondary", version: "2.8.0" }];

  test("the file is copied without comparison, in standby state sync", () => {
    expect(tellFromGoodOrder([SAVED])).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "synchronizing", systemConfig: { status: "synchronizing", mode: "unconditional" } },
      modules: { M2: { standbyState: "sync" } },
    });
  });

  test("the standby is ready again on completion, without another ready report", () => {
    const twin = tellFromGoodOrder([SAVED, [5, "sync.completed", { file: "system-config", revision: 11 }]]);

    expect(twin).toMatchObject({
      redundancy: "ready",
      modules: { M2: { standbyState: "ready", systemConfig: { revision: 11 } } },
    });
  });

  test("of two copies both have to complete", () => {
    const oneDone: Line[] = [SAVED, UPDATED, [5, "sync.completed", { file: "system-config" }]];

    expect(tellFromGoodOrder(oneDone).redundancy).toBe("synchronizing");
    expect(tellFromGoodOrder([...oneDone, [6, "sync.completed", { file: "flash-code" }]])).toMatchObject({
      redundancy: "ready",
      modules: { M2: { versions: { secondary: "2.8.0", running: "2.7.2a" } } },
    });
  });

  test("a monitor image is copied with the flash code", () => {
    const updated: Line = [0, "image.updated", { slot: "M1", image: "monitor", version: "2.8.0m" }];

    expect(tellFromGoodOrder([updated]).sync.flashCode).toMatchObject({
      status: "synchronizing",
      mode: "unconditional",
    });
    expect(tellFromGoodOrder([updated, [9, "sync.completed", { file: "flash-code" }]])).toMatchObject({
      redundancy: "ready",
      modules: { M2: { versions: { monitor: "2.8.0m", primary: "2.7.2a" } } },
    });
  });

  test("boot code is never copied", () => {
    const twin = tellFromGoodOrder([[0, "image.updated", { slot: "M1", image: "boot", version: "2.8.0" }]]);

    expect(twin).toMatchObject({ redundancy: "ready", sync: { status: "in-sync" } });
    expect(openFindings(twin)).toEqual(["boot-code-mismatch M1 M2"]);
  });

  test("an image put on the standby is not copied: it makes the file different", () => {
    const twin = tellFromGoodOrder([
      [0, "image.updated", { slot: "M2", image: "primary", version: "2.8.0", verified: true }],
    ]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "out-of-sync", flashCode: { status: "different" } },
    });
  });

  test("without a running standby nothing is copied", () => {
    const twin = tellFromGoodOrder([[-9, "module.reset", { slot: "M2" }], SAVED, UPDATED]);

    expect(twin).toMatchObject({ redundancy: "simplex", sync: { status: "not-applicable" } });
    expect(twin.expectations.map(({ code }) => code)).toEqual(["boot-overdue"]);
  });

  test("a copy that fails leaves the file aborted and the standby not ready", () => {
    const twin = tellFromGoodOrder([SAVED, [5, "sync.failed", { file: "system-config" }]]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "out-of-sync", systemConfig: { status: "aborted" } },
    });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2", "sync-aborted M2"]);
  });
});

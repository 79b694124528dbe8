import { describe, expect, test } from "@jest/globals";
import {
  type Line,
  observed,
  openFindings,
  outcomesFromGoodOrder,
  tell,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

const M1 = { slot: "M1", status: "running", role: "active" };
const M2 = { slot: "M2", status: "running", role: "standby" };
const RESET: Line = [-60, "module.reset", { slot: "M2" }];
const REBOOTED: readonly Line[] = [RESET, [-10, "module.booted", { slot: "M2" }]];

describe("T22: what an observed status or role means", () => {
  test.each([
    ["crashed", "bad", "none"],
    ["coming-up", "coming-up", "standby"],
  ])("a module whose role is %s does not run, whatever its status says", (role, status, becomes) => {
    const twin = tellFromGoodOrder([observed(0, [M1, { slot: "M2", status: "running", role }])]);

    expect(twin).toMatchObject({ redundancy: "simplex", modules: { M2: { status, role: becomes } } });
  });

  test("a role without a status counts, so that a poll of roles alone tells of a switchover and of a boot", () => {
    const switched = tellFromGoodOrder([observed(0, [{ slot: "M2", role: "active" }])]);
    const booted = tellFromGoodOrder([RESET, observed(0, [{ slot: "M2", role: "standby" }])]);

    expect(switched).toMatchObject({ activeSlot: "M2", switchover: { count: 1 } });
    expect(booted).toMatchObject({
      redundancy: "synchronizing",
      modules: { M2: { status: "running", bootedAt: "2026-01-01T00:00:00.000Z" } },
    });
  });

  test("a status running without a role is a boot, from the source specified for the active", () => {
    const first: Line = [-9, "module.role-changed", { slot: "M1", to: "active" }];
    const order: Line = [-8, "boot-source.configured", { order: ["tftp"] }];
    const twin = tell([first, order, observed(0, [{ slot: "M2", status: "running" }])]);

    expect(twin.modules.M2).toMatchObject({ role: "standby", standbyState: "sync", bootedFrom: "tftp" });
    expect(tellFromGoodOrder([RESET, observed(0, [{ slot: "M2", status: "running" }])])).toMatchObject({
      redundancy: "synchronizing",
      modules: { M2: { role: "standby", status: "running" } },
    });
  });

  test("a row that names neither says nothing of whether the module runs", () => {
    const row = { slot: "M2", serialNumber: "B1" };

    expect(outcomesFromGoodOrder([observed(0, [row])])).toMatchObject([{ disposition: "no-effect" }]);
    expect(tellFromGoodOrder([observed(0, [row])]).redundancy).toBe("ready");
    expect(tellFromGoodOrder([RESET, observed(0, [row])]).modules.M2.status).toBe("coming-up");
  });

  test("an empty slot stays empty when it is shown empty again, or named with what was in it", () => {
    const removed: Line = [-60, "module.removed", { slot: "M2" }];

    for (const row of [
      { slot: "M2", status: "empty" },
      { slot: "M2", serialNumber: "B1" },
    ]) {
      expect(outcomesFromGoodOrder([removed, observed(0, [row])])[1]?.disposition).toBe("no-effect");
      expect(tellFromGoodOrder([removed, observed(0, [row])]).modules.M2).toMatchObject({
        presence: "absent",
        serialNumber: null,
      });
    }
  });

  test("a slot taken out before and shown bad now holds a module whose insertion nobody reported", () => {
    const removed: Line = [-60, "module.removed", { slot: "M2" }];
    const twin = tellFromGoodOrder([removed, observed(0, [{ slot: "M2", status: "bad" }])]);

    expect(twin.modules.M2).toMatchObject({ presence: "present", status: "bad", role: "none" });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2"]);
  });

  test.each([
    ["nothing else", []],
    ["the other running as standby", [M2]],
  ])("the active shown rebooting, and %s, predicts a takeover", (_what, others) => {
    expect(tellFromGoodOrder([observed(0, [{ slot: "M1", status: "coming-up" }, ...others])])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "predicted",
      modules: { M1: { status: "coming-up", role: "standby" } },
    });
  });

  test("the active shown as standby beside a module that does not run is still the active", () => {
    const twin = tellFromGoodOrder([RESET, observed(0, [{ slot: "M1", status: "running", role: "standby" }])]);

    expect(twin).toMatchObject({ activeSlot: "M1", modules: { M1: { role: "active" } }, switchover: { count: 0 } });
    expect(openFindings(twin)).toContain("contradictory-report");
  });

  test("a standby shown alone ends no dispute", () => {
    const twin = tellFromGoodOrder([observed(0, [M1, { ...M2, role: "active" }]), observed(60, [M2])]);

    expect(twin).toMatchObject({ redundancy: "disputed", modules: { M1: { role: "active" }, M2: { role: "active" } } });
  });
});

describe("T4: the standby's own word for its progress", () => {
  const said = (seconds: number, standbyState: string) => observed(seconds, [M1, { ...M2, standbyState }]);

  test("is followed while it boots, and makes a standby that had been ready unready", () => {
    expect(tellFromGoodOrder([...REBOOTED, said(0, "init")]).modules.M2.standbyState).toBe("init");
    expect(tellFromGoodOrder([...REBOOTED, said(0, "init"), said(9, "wait")]).modules.M2.standbyState).toBe("wait");
    expect(tellFromGoodOrder([said(0, "sync")])).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "in-sync" },
      modules: { M2: { standbyState: "sync" } },
    });
  });

  test("is left as it was by a row without it", () => {
    const twin = tellFromGoodOrder([...REBOOTED, said(0, "wait"), observed(9, [M1, M2])]);

    expect(twin.modules.M2.standbyState).toBe("wait");
  });

  test("does not take back, during a copy, that it was ready: the completed copy suffices (T6)", () => {
    const saved: Line = [0, "config.saved", { revision: 11 }];
    const copied: Line = [9, "sync.completed", { file: "system-config", revision: 11 }];

    expect(tellFromGoodOrder([saved, said(5, "sync"), copied]).redundancy).toBe("ready");
    expect(outcomesFromGoodOrder([saved, said(5, "wait")])[1]?.disposition).toBe("no-effect");
    expect(tellFromGoodOrder([saved, said(5, "wait")]).modules.M2.standbyState).toBe("sync");
  });

  test("means nothing of a module that does not run: nothing counts as copied to it", () => {
    const updated: Line = [-9, "image.updated", { slot: "M1", image: "primary", version: "2.8.0" }];
    const twin = tellFromGoodOrder([RESET, updated, observed(0, [{ slot: "M2", standbyState: "ready" }])]);

    expect(twin).toMatchObject({ redundancy: "simplex", modules: { M2: { versions: { primary: "2.7.2a" } } } });
  });

  test("counts beside a row of the other module that is not believed yet", () => {
    const twin = tellFromGoodOrder([
      ...REBOOTED,
      observed(0, [
        { slot: "M1", status: "empty" },
        { ...M2, standbyState: "ready" },
      ]),
    ]);

    expect(twin).toMatchObject({ activeSlot: "M1", redundancy: "ready" });
  });
});

describe("P13: observed interface modules", () => {
  const known: Line = [-9, "module.status-changed", { slot: "S3", to: "running" }];

  test("their status is taken, and the role other is theirs", () => {
    const story = [known, observed(0, [{ slot: "S3", status: "bad", role: "other" }])];

    expect(tellFromGoodOrder(story)).toMatchObject({ interfaceModules: { S3: { status: "bad" } }, findings: [] });
  });

  test("a row without a status leaves it as it was", () => {
    const story = [known, observed(0, [{ slot: "S3", serialNumber: "Z1" }])];

    expect(tellFromGoodOrder(story).interfaceModules).toEqual({ S3: { status: "running", inSync: null } });
  });
});

import { describe, expect, test } from "@jest/globals";
import {
  type Line,
  openFindings,
  outcomesFromGoodOrder,
  tell,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

const ACTIVE_PULLED: readonly Line[] = [
  [0, "module.removed", { slot: "M1" }],
  [1, "module.role-changed", { slot: "M2", to: "active" }],
];

describe("T3: the other module boots beside the active", () => {
  const STANDBY_BOOTS: readonly Line[] = [
    [0, "module.reset", { slot: "M2" }],
    [50, "module.booted", { slot: "M2", bootSource: "primary-flash" }],
  ];

  test("it is the standby in state sync, and its files await comparison", () => {
    expect(tellFromGoodOrder(STANDBY_BOOTS)).toMatchObject({
      activeSlot: "M1",
      redundancy: "synchronizing",
      sync: { status: "unknown", flashCode: { status: "unknown" }, systemConfig: { status: "unknown" } },
      modules: { M2: { role: "standby", status: "running", standbyState: "sync" } },
      switchover: { ready: false, count: 0 },
    });
  });

  test("versions known to differ make the file different at once", () => {
    const twin = tellFromGoodOrder([
      [0, "module.reset", { slot: "M2" }],
      [50, "module.booted", { slot: "M2", bootSource: "primary-flash", versions: { flashCode: "2.6.0" } }],
    ]);

    expect(twin.sync).toMatchObject({ status: "out-of-sync", flashCode: { status: "different" } });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2", "running-version-mismatch M2"]);
  });

  test("the ready report of a module not seen booting counts as its boot", () => {
    const twin = tell([
      [0, "module.role-changed", { slot: "M1", to: "active" }],
      [10, "standby.ready", { slot: "M2" }],
    ]);

    expect(twin).toMatchObject({ redundancy: "ready", modules: { M2: { role: "standby", status: "running" } } });
    expect(twin.modules.M2.bootedAt).toBe("2026-01-01T00:00:10.000Z");
  });

  test("the role standby of a module not seen booting counts as its boot, but not as ready", () => {
    const twin = tellFromGoodOrder([
      [0, "module.reset", { slot: "M2" }],
      [50, "module.role-changed", { slot: "M2", to: "standby" }],
    ]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      modules: { M2: { status: "running", standbyState: "sync" } },
    });
    expect(twin.expectations).toEqual([]);
  });

  test("a ready report shows it booted from the source specified for the active, when its boot was awaited", () => {
    const awaited = tellFromGoodOrder([
      [0, "module.reset", { slot: "M2" }],
      [50, "standby.ready", { slot: "M2" }],
    ]);
    const neverSeen = tell([
      [0, "module.booted", { slot: "M1", bootSource: "primary-flash" }],
      [1, "module.role-changed", { slot: "M1", to: "active" }],
      [50, "standby.ready", { slot: "M2" }],
    ]);

    expect(awaited.modules.M2.bootedFrom).toBe("primary-flash");
    expect(neverSeen.modules.M2.bootedFrom).toBeNull();
  });

  test("the report that it is standby is contradictory beside an empty slot, and counts as no boot", () => {
    const story: readonly Line[] = [
      ...STANDBY_BOOTS,
      [60, "module.removed", { slot: "M1" }],
      [90, "module.role-changed", { slot: "M2", to: "standby" }],
    ];

    expect(outcomesFromGoodOrder(story).at(-1)?.disposition).toBe("quarantined");
    expect(tellFromGoodOrder(story)).toMatchObject({
      activeSlot: null,
      modules: { M2: { bootedAt: "2026-01-01T00:00:50.000Z", bootedFrom: "primary-flash" } },
    });
  });

  test("another report of the same boot within 60 seconds is a witness", () => {
    const story: readonly Line[] = [
      ...STANDBY_BOOTS,
      [60, "standby.ready", { slot: "M2" }],
      [110, "module.booted", { slot: "M2" }],
    ];

    expect(tellFromGoodOrder(story).redundancy).toBe("ready");
    expect(outcomesFromGoodOrder(story)[3]).toMatchObject({ disposition: "no-effect" });
  });

  test("a boot of the running standby more than 60 seconds after its boot is an unseen reboot", () => {
    const twin = tellFromGoodOrder([
      ...STANDBY_BOOTS,
      [60, "standby.ready", { slot: "M2" }],
      [111, "module.booted", { slot: "M2" }],
    ]);

    expect(twin).toMatchObject({ redundancy: "synchronizing", modules: { M2: { standbyState: "sync" } } });
  });

  test("an unseen reboot of the running active changes facts only", () => {
    const twin = tellFromGoodOrder([[0, "module.booted", { slot: "M1", versions: { bootCode: "2.7.1" } }]]);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      redundancy: "ready",
      modules: { M1: { role: "active", versions: { bootCode: "2.7.1" } } },
      switchover: { count: 0 },
    });
  });
});

describe("T14: a module is inserted beside an active", () => {
  const INSERTED: readonly Line[] = [...ACTIVE_PULLED, [600, "module.inserted", { slot: "M1", serialNumber: "Z9" }]];

  test("it comes up as standby, with any serial number, even in its former active slot", () => {
    expect(tellFromGoodOrder(INSERTED)).toMatchObject({
      activeSlot: "M2",
      redundancy: "simplex",
      sync: { status: "not-applicable" },
      modules: { M1: { presence: "present", serialNumber: "Z9", status: "coming-up", role: "standby" } },
      switchover: { count: 1 },
    });
    expect(openFindings(tellFromGoodOrder(INSERTED))).toEqual(["standby-not-ready M1", "role-not-default M2"]);
  });

  test("it does not pre-empt the active when it has booted in the default slot", () => {
    const twin = tellFromGoodOrder([...INSERTED, [660, "module.booted", { slot: "M1" }]]);

    expect(twin).toMatchObject({ activeSlot: "M2", modules: { M1: { role: "standby", standbyState: "sync" } } });
    expect(twin.switchover.count).toBe(1);
  });

  test("it boots from the source specified for the active unless it says otherwise", () => {
    const ordered: Line = [500, "boot-source.configured", { order: ["secondary-flash", "tftp"] }];
    const story = [...ACTIVE_PULLED, ordered, ...INSERTED.slice(2)];

    const asSpecified = tellFromGoodOrder([...story, [660, "module.booted", { slot: "M1" }]]);
    const otherwise = tellFromGoodOrder([
      ...story,
      [660, "module.booted", { slot: "M1", bootSource: "primary-flash" }],
    ]);

    expect(asSpecified.modules.M1.bootedFrom).toBe("secondary-flash");
    expect(openFindings(asSpecified)).not.toContain("boot-source-fallback M1");
    expect(otherwise.modules.M1.bootedFrom).toBe("primary-flash");
    expect(openFindings(otherwise)).toContain("boot-source-fallback M1");
  });

  test("its boot is overdue 300 seconds after the insertion", () => {
    expect(tellFromGoodOrder(INSERTED, 899).expectations).toMatchObject([{ code: "boot-overdue", slot: "M1" }]);
    expect(openFindings(tellFromGoodOrder(INSERTED, 899))).not.toContain("boot-overdue M1");
    expect(openFindings(tellFromGoodOrder(INSERTED, 900))).toContain("boot-overdue M1");
  });

  test("nothing of the module that was there before holds for it", () => {
    expect(tellFromGoodOrder(INSERTED).modules.M1).toMatchObject({
      versions: { running: null, primary: null, bootCode: null },
      integrity: "unknown",
      bootedAt: null,
    });
  });

  test("an insertion where a module has just booted has no effect", () => {
    const story: readonly Line[] = [
      [0, "module.booted", { slot: "M2" }],
      [60, "module.inserted", { slot: "M2" }],
    ];

    expect(outcomesFromGoodOrder(story)[1]).toMatchObject({ disposition: "no-effect" });
  });

  test("an insertion where a standby has run for a while means that it was taken out unseen (P12)", () => {
    const twin = tellFromGoodOrder([[0, "module.inserted", { slot: "M2" }]]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "unknown" },
      switchover: { ready: false, count: 0 },
    });
    expect(openFindings(twin)).toContain("missed-event");
  });
});

import { describe, expect, test } from "@jest/globals";
import {
  foldStory,
  type Line,
  nthEvent,
  openFindings,
  outcomesFromGoodOrder,
  tell,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

describe("T22: what the status or role of a management module means", () => {
  const OF_STANDBY: readonly (readonly [what: string, report: Line, shown: Record<string, unknown>])[] = [
    ["status bad", [0, "module.status-changed", { slot: "M2", to: "bad" }], { status: "bad", role: "none" }],
    ["status rejected", [0, "module.status-changed", { slot: "M2", to: "rejected" }], { role: "none" }],
    [
      "status going-down",
      [0, "module.status-changed", { slot: "M2", to: "going-down" }],
      { status: "going-down", role: "none" },
    ],
    ["role crashed", [0, "module.role-changed", { slot: "M2", to: "crashed" }], { status: "bad", role: "none" }],
    ["a report that it is down", [0, "standby.down", { slot: "M2" }], { status: "going-down", role: "none" }],
    ["a loss of power", [0, "module.power-lost", { slot: "M2" }], { status: null, role: "none" }],
    ["a reset", [0, "module.reset", { slot: "M2" }], { status: "coming-up", role: "standby" }],
    [
      "status coming-up",
      [0, "module.status-changed", { slot: "M2", to: "coming-up" }],
      { status: "coming-up", role: "standby" },
    ],
    [
      "role coming-up",
      [0, "module.role-changed", { slot: "M2", to: "coming-up" }],
      { status: "coming-up", role: "standby" },
    ],
  ];

  test.each(OF_STANDBY)("%s of the standby is its loss, and it is still present", (_what, report, shown) => {
    const twin = tellFromGoodOrder([report]);

    expect(twin).toMatchObject({ activeSlot: "M1", redundancy: "simplex", switchover: { count: 0 } });
    expect(twin.modules.M2).toMatchObject({ presence: "present", serialNumber: "B1", standbyState: null, ...shown });
    expect(openFindings(twin)).toEqual(["standby-not-ready M2"]);
  });

  test("status empty is as removed, which clears serial, versions, cards and port", () => {
    const twin = tellFromGoodOrder([
      [-9, "card.inserted", { slot: "M2", card: 1 }],
      [-8, "management-port.up", { slot: "M2" }],
      [0, "module.status-changed", { slot: "M2", to: "empty" }],
    ]);

    expect(twin.modules.M2).toMatchObject({
      presence: "absent",
      status: "empty",
      role: "none",
      serialNumber: null,
      versions: { running: null, primary: null, secondary: null, monitor: null, bootCode: null },
      cards: { "1": null, "2": null },
      managementPort: "unknown",
    });
    expect(openFindings(twin)).toEqual(["standby-missing M2"]);
  });

  test.each(["bad", "rejected", "going-down", "coming-up"])(
    "status %s of the active in ready predicts a takeover",
    (to) => {
      const story: Line[] = [[0, "module.status-changed", { slot: "M1", to }]];

      expect(tellFromGoodOrder(story)).toMatchObject({
        activeSlot: "M2",
        activeConfidence: "predicted",
        modules: { M1: { presence: "present" } },
      });
      expect(tellFromGoodOrder([...story, [5, "chassis.warm-started", {}]]).switchover).toMatchObject({
        count: 1,
        last: { cause: "active-failed" },
      });
    },
  );

  test("status running is as booted", () => {
    const twin = tellFromGoodOrder([
      [0, "module.reset", { slot: "M2" }],
      [50, "module.status-changed", { slot: "M2", to: "running" }],
    ]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "unknown" },
      modules: { M2: { standbyState: "sync" } },
    });
    expect(twin.modules.M2.bootedAt).toBe("2026-01-01T00:00:50.000Z");
  });

  test("status running of a running module has no effect", () => {
    const story: Line[] = [[0, "module.status-changed", { slot: "M2", to: "running" }]];

    expect(outcomesFromGoodOrder(story)).toMatchObject([{ disposition: "no-effect" }]);
    expect(tellFromGoodOrder(story).redundancy).toBe("ready");
  });

  test("role standby for the active in ready is a switchover", () => {
    expect(tellFromGoodOrder([[0, "module.role-changed", { slot: "M1", to: "standby" }]])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "reported",
      switchover: { count: 1, last: { from: "M1", to: "M2" } },
    });
  });

  test("role standby for the active that was asked to hand over is that switchover", () => {
    const twin = tellFromGoodOrder([
      [0, "switchover.requested"],
      [9, "module.role-changed", { slot: "M1", to: "standby" }],
    ]);

    expect(twin).toMatchObject({ activeSlot: "M2", switchover: { count: 1, last: { cause: "manual" } } });
  });

  test.each([
    ["does not run", [[-9, "module.reset", { slot: "M2" }]]],
    ["is not ready", [[-9, "config.saved", { revision: 11 }]]],
  ] satisfies [string, Line[]][])(
    "role standby for the active beside a module that %s is set aside as contradictory",
    (_what, before) => {
      const story: Line[] = [...before, [0, "module.role-changed", { slot: "M1", to: "standby" }]];

      expect(outcomesFromGoodOrder(story)[1]?.disposition).toBe("quarantined");
      expect(tellFromGoodOrder(story)).toMatchObject({ activeSlot: "M1", switchover: { count: 0 } });
    },
  );

  test("role standby for the standby is one more witness of what it is, not of who is active", () => {
    const story: Line[] = [
      [0, "module.role-changed", { slot: "M2", to: "active" }, { carrier: "trap" }],
      [30, "module.booted", { slot: "M1" }],
      [35, "standby.ready", { slot: "M1" }],
      [40, "module.role-changed", { slot: "M1", to: "standby" }, { carrier: "syslog" }],
    ];

    expect(outcomesFromGoodOrder(story)[3]).toMatchObject({ disposition: "no-effect" });
    expect(tellFromGoodOrder(story).switchover.last?.confirmedBy).toEqual(["trap"]);
  });

  test("a standby that is down, whichever it is, says nothing while nobody is known to be active", () => {
    const { outcomes } = foldStory([[0, "standby.down", {}]]);

    expect(outcomes).toMatchObject([{ disposition: "no-effect", reason: expect.any(String) }]);
    expect(openFindings(tell([[0, "standby.down", {}]]))).toEqual([]);
  });

  test("role other on a management slot is set aside as contradictory", () => {
    const story: Line[] = [[0, "module.role-changed", { slot: "M2", to: "other" }]];

    expect(outcomesFromGoodOrder(story)).toMatchObject([{ disposition: "quarantined", reason: expect.any(String) }]);
    expect(tellFromGoodOrder(story).redundancy).toBe("ready");
    expect(openFindings(tellFromGoodOrder(story))).toEqual(["contradictory-report"]);
  });

  test("a role in an empty slot is set aside as contradictory", () => {
    const story: Line[] = [
      [0, "module.removed", { slot: "M2" }],
      [5, "module.role-changed", { slot: "M2", to: "standby" }],
    ];

    expect(outcomesFromGoodOrder(story)[1]?.disposition).toBe("quarantined");
    expect(tellFromGoodOrder(story)).toMatchObject({ redundancy: "simplex", modules: { M2: { presence: "absent" } } });
  });

  test.each([
    [
      "a crash",
      [0, "module.role-changed", { slot: "M2", to: "crashed" }],
      [5, "module.status-changed", { slot: "M2", to: "bad" }],
    ],
    ["a removal", [0, "module.removed", { slot: "M2" }], [5, "module.status-changed", { slot: "M2", to: "empty" }]],
    ["a reset", [0, "module.reset", { slot: "M2" }], [5, "module.status-changed", { slot: "M2", to: "coming-up" }]],
  ] satisfies [string, Line, Line][])("what is already so after %s has no effect", (_what, first, second) => {
    expect(outcomesFromGoodOrder([first, second])[1]).toMatchObject({ disposition: "no-effect", sameAs: nthEvent(1) });
  });

  test("the status of an interface module touches no management role", () => {
    const twin = tellFromGoodOrder([[0, "module.status-changed", { slot: "S3", to: "bad" }]]);

    expect(twin).toMatchObject({ redundancy: "ready", interfaceModules: { S3: { status: "bad" } }, findings: [] });
  });
});

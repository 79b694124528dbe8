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

const M2_ACTIVE: Line = [0, "module.role-changed", { slot: "M2", to: "active" }];

describe("T11: there is evidence that the other module is active", () => {
  const EVIDENCE: readonly (readonly [what: string, evidence: Line])[] = [
    ["a role change", M2_ACTIVE],
    ["a warm start by it", [0, "chassis.warm-started", { reporterSlot: "M2" }]],
    ["a warm start that names nobody, in ready", [0, "chassis.warm-started", {}]],
    ["a completed switchover", [0, "switchover.completed", { from: "M1", to: "M2" }]],
    ["an observation", observed(0, [{ slot: "M2", status: "running", role: "active" }])],
    ["the former active's role standby", [0, "module.role-changed", { slot: "M1", to: "standby" }]],
  ];

  test.each(EVIDENCE)("%s moves the active role", (_what, evidence) => {
    expect(tellFromGoodOrder([evidence])).toMatchObject({
      activeSlot: "M2",
      activeConfidence: "reported",
      startKind: "warm",
      bootEpoch: 0,
      forwarding: "normal",
      switchover: { count: 1, last: { from: "M1", to: "M2", at: "2026-01-01T00:00:00.000Z" } },
      management: { slot: "M2", macEpoch: 1, sessions: [] },
      modules: { M1: { role: "standby" }, M2: { role: "active", standbyState: null } },
    });
  });

  test("the management address moves with the role", () => {
    const twin = tellFromGoodOrder([observed(-9, [{ slot: "M1" }], { managementAddress: "192.0.2.7" }), M2_ACTIVE]);

    expect(twin.management).toMatchObject({ slot: "M2", address: "192.0.2.7" });
  });

  test("the old active reboots, and is the standby whose files are compared anew once it has booted", () => {
    expect(tellFromGoodOrder([M2_ACTIVE])).toMatchObject({
      redundancy: "simplex",
      modules: { M1: { status: "coming-up", presence: "present" } },
      expectations: [{ code: "boot-overdue", slot: "M1" }],
    });
    expect(tellFromGoodOrder([M2_ACTIVE, [80, "module.booted", { slot: "M1" }]])).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "unknown" },
      modules: { M1: { role: "standby", standbyState: "sync" } },
    });
  });

  test("without a loss or request before, its cause is unknown and something was missed", () => {
    const twin = tellFromGoodOrder([M2_ACTIVE]);

    expect(twin.switchover.last).toMatchObject({ cause: "unknown", approximate: false });
    expect(openFindings(twin)).toEqual(["standby-not-ready M1", "missed-event", "role-not-default M2"]);
  });

  test("a report of the switchover itself misses nothing, and may name the cause", () => {
    const bare = tellFromGoodOrder([[0, "switchover.completed", { to: "M2" }]]);
    const named = tellFromGoodOrder([[0, "switchover.completed", { to: "M2", cause: "active-failed" }]]);

    expect(openFindings(bare)).not.toContain("missed-event");
    expect(bare.switchover.last?.cause).toBe("unknown");
    expect(named.switchover.last?.cause).toBe("active-failed");
  });

  test("a loss of the old active reported within 60 seconds after supplies the cause", () => {
    const lostAt = (seconds: number): Line[] => [M2_ACTIVE, [seconds, "module.removed", { slot: "M1" }]];

    expect(tellFromGoodOrder(lostAt(60)).switchover).toMatchObject({ count: 1, last: { cause: "active-removed" } });
    expect(tellFromGoodOrder(lostAt(61)).switchover).toMatchObject({ count: 1, last: { cause: "unknown" } });
  });

  test("a reset of the old active reported within 60 seconds after supplies the cause too", () => {
    const reset: Line = [10, "module.reset", { slot: "M1", cause: "watchdog" }];

    expect(tellFromGoodOrder([M2_ACTIVE, reset]).switchover.last?.cause).toBe("active-failed");
    expect(tellFromGoodOrder([[-5, "switchover.requested"], M2_ACTIVE, reset]).switchover.last?.cause).toBe("manual");
  });

  test("evidence by an observation is approximate in time", () => {
    const twin = tellFromGoodOrder([observed(30, [{ slot: "M2", status: "running", role: "active" }], { begun: 20 })]);

    expect(twin.switchover.last).toMatchObject({ at: "2026-01-01T00:00:30.000Z", approximate: true });
  });

  test("an absent old active stays absent", () => {
    const twin = tellFromGoodOrder([[-1, "module.removed", { slot: "M1" }], M2_ACTIVE]);

    expect(twin).toMatchObject({
      redundancy: "simplex",
      modules: { M1: { presence: "absent", role: "none" } },
      expectations: [],
    });
  });

  test("a warm start that names nobody is no evidence while the standby is not ready", () => {
    const twin = tellFromGoodOrder([
      [-9, "config.saved", { revision: 11 }],
      [0, "chassis.warm-started", {}],
    ]);

    expect(twin).toMatchObject({ activeSlot: "M1", switchover: { count: 0 } });
  });

  test("a warm start by the current active changes nothing", () => {
    const story: Line[] = [[0, "chassis.warm-started", { reporterSlot: "M1" }]];

    expect(tellFromGoodOrder(story)).toMatchObject({
      activeSlot: "M1",
      redundancy: "ready",
      startKind: null,
      switchover: { count: 0 },
    });
    expect(outcomesFromGoodOrder(story)).toMatchObject([{ disposition: "no-effect" }]);
  });

  test("a module that becomes active when none was ever known is no switchover", () => {
    expect(tell([[0, "module.booted", { slot: "M1" }], M2_ACTIVE]).switchover).toMatchObject({ count: 0, last: null });
  });

  test("a report for an absent module is quarantined as contradictory", () => {
    const story: Line[] = [[-9, "module.removed", { slot: "M2" }], M2_ACTIVE];

    expect(outcomesFromGoodOrder(story)[1]?.disposition).toBe("quarantined");
    expect(tellFromGoodOrder(story)).toMatchObject({ activeSlot: "M1", switchover: { count: 0 } });
  });

  test("an observation begun before the transition cannot undo it, but one begun after it can", () => {
    const row = { slot: "M1", status: "running", role: "active" };

    expect(tellFromGoodOrder([M2_ACTIVE, observed(10, [row], { begun: 0 })])).toMatchObject({
      activeSlot: "M2",
      switchover: { count: 1 },
    });
    expect(tellFromGoodOrder([M2_ACTIVE, observed(10, [row], { begun: 1 })])).toMatchObject({
      activeSlot: "M1",
      switchover: { count: 2 },
    });
  });
});

describe("T11: the same switchover, or the former active again", () => {
  const by = (seconds: number, carrier: string): Line => [
    seconds,
    "module.role-changed",
    { slot: "M2", to: "active" },
    { carrier },
  ];
  const M1_AGAIN = (seconds: number): Line => [seconds, "module.role-changed", { slot: "M1", to: "active" }];

  test("reports from several carriers within 60 seconds are one switchover that each carrier confirms", () => {
    const story = [by(0, "trap"), by(1, "trap"), by(60, "syslog"), by(61, "cli")];

    expect(tellFromGoodOrder(story).switchover).toMatchObject({ count: 1, last: { confirmedBy: ["trap", "syslog"] } });
    expect(outcomesFromGoodOrder(story)[1]).toMatchObject({ disposition: "no-effect", sameAs: nthEvent(1) });
  });

  test("one report that the former active is active within 60 seconds is set aside as contradictory", () => {
    const story = [M2_ACTIVE, M1_AGAIN(10)];

    expect(outcomesFromGoodOrder(story)[1]?.disposition).toBe("quarantined");
    expect(tellFromGoodOrder(story)).toMatchObject({ activeSlot: "M2", switchover: { count: 1 } });
    expect(openFindings(tellFromGoodOrder(story))).toContain("contradictory-report");
  });

  test("a second one of another type is believed", () => {
    const twin = tellFromGoodOrder([M2_ACTIVE, M1_AGAIN(10), [12, "chassis.warm-started", { reporterSlot: "M1" }]]);

    expect(twin).toMatchObject({ activeSlot: "M1", switchover: { count: 2, last: { from: "M2", to: "M1" } } });
  });

  test("a single one is believed when the former active has been standby in between, or later than 60 seconds", () => {
    const afterBoot = tellFromGoodOrder([M2_ACTIVE, [30, "module.booted", { slot: "M1" }], M1_AGAIN(40)]);
    const later = tellFromGoodOrder([M2_ACTIVE, M1_AGAIN(61)]);

    expect(afterBoot).toMatchObject({ activeSlot: "M1", switchover: { count: 2 } });
    expect(later).toMatchObject({ activeSlot: "M1", switchover: { count: 2 } });
  });
});

import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { codesOf, timeAt, twinAfter } from "../findings/finding-story.ts";
import { dispositionsOf, factsAfter, fatesOf } from "./policy-story.ts";

const toActive = (seconds: number, slot: string, id: string, carrier?: string): Line => [
  seconds,
  "module.role-changed",
  { slot, to: "active" },
  { id, source: carrier ?? "collector.example", ...(carrier === undefined ? {} : { carrier }) },
];
const warm = (seconds: number, reporterSlot?: string, attributes: Record<string, unknown> = {}): Line => [
  seconds,
  "chassis.warm-started",
  reporterSlot === undefined ? {} : { reporterSlot },
  attributes,
];
const observed = (seconds: number, slot: string): Line => [
  seconds,
  "chassis.observed",
  { startedAt: timeAt(seconds - 1), modules: [{ slot, status: "running", role: "active" }] },
  { carrier: "poll", id: "poll" },
];

describe("P1: one fact, many witnesses", () => {
  const FIVE: readonly Line[] = [
    toActive(0, "M2", "trap-1", "trap"),
    toActive(1, "M2", "trap-2", "trap"),
    toActive(2, "M2", "syslog-1", "syslog"),
    [3, "module.status-changed", { slot: "M2", to: "running" }, { carrier: "trap", id: "status" }],
    observed(20, "M2"),
  ];

  test("the same transition from several carriers is one transition, confirmed by those that named the new active", () => {
    const { switchover, activeSlot, management } = twinAfter(FIVE, 30);

    expect([activeSlot, switchover.count, management.macEpoch]).toEqual(["M2", 1, 1]);
    expect(switchover.last).toMatchObject({ at: timeAt(0), confirmedBy: ["trap", "syslog", "poll"] });
  });

  test("a witness has no effect, and names the event that had said the same", () => {
    expect(fatesOf(FIVE.slice(0, 4)).map(({ disposition, sameAs }) => [disposition, sameAs])).toEqual([
      ["applied", null],
      ["no-effect", "trap-1"],
      ["no-effect", "trap-1"],
      ["no-effect", "trap-1"],
    ]);
  });

  test("a report more than 60 seconds after the switchover does not confirm it", () => {
    const lines = [toActive(0, "M2", "trap-1", "trap"), toActive(61, "M2", "syslog-1", "syslog")];

    expect(twinAfter(lines).switchover).toMatchObject({ count: 1, last: { confirmedBy: ["trap"] } });
  });

  test("a report of the same transition exactly 60 seconds later still confirms it", () => {
    const lines = [toActive(0, "M2", "trap-1", "trap"), toActive(60, "M2", "syslog-1", "syslog")];

    expect(twinAfter(lines).switchover.last?.confirmedBy).toEqual(["trap", "syslog"]);
  });

  test("the evidence of a finding that a transition opened counts the first report", () => {
    expect(twinAfter(FIVE, 30).findings.find(({ code }) => code === "missed-event")?.evidence).toEqual([
      { source: "trap", id: "trap-1" },
    ]);
  });

  test.each<[string, Line, Line]>([
    [
      "a change of the running-config",
      [0, "config.changed", { revision: 11 }, { source: "a" }],
      [2, "config.changed", { revision: 11 }, { source: "b" }],
    ],
    ["a save", [0, "config.saved", {}, { source: "a", id: "first" }], [2, "config.saved", {}, { source: "b" }]],
    [
      "an image update",
      [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0" }, { source: "a", id: "first" }],
      [2, "image.updated", { slot: "M1", image: "primary", version: "2.8.0" }, { source: "b" }],
    ],
    ["a removal", [0, "module.removed", { slot: "M2" }], [2, "module.removed", { slot: "M2" }, { source: "b" }]],
    [
      "a removal told as a status",
      [0, "module.removed", { slot: "M2" }],
      [2, "module.status-changed", { slot: "M2", to: "empty" }, { source: "b" }],
    ],
    [
      "a power loss",
      [0, "module.power-lost", { slot: "M2" }],
      [2, "module.power-lost", { slot: "M2" }, { source: "b" }],
    ],
    ["a reset", [0, "module.reset", { slot: "M2" }], [2, "module.reset", { slot: "M2" }, { source: "b" }]],
    ["a cold start", [0, "chassis.cold-started"], [2, "chassis.cold-started", {}, { source: "b" }]],
  ])("%s told by a second reporter has no effect and changes nothing", (_, first, second) => {
    expect(dispositionsOf([first, second])).toEqual(["applied", "no-effect"]);
    expect(factsAfter([first, second], 5)).toEqual(factsAfter([first], 5));
  });

  test("a module that booted and is said to have booted within 60 seconds has a witness", () => {
    const boot: readonly Line[] = [
      [0, "module.reset", { slot: "M2" }],
      [50, "module.booted", { slot: "M2" }],
      [55, "standby.ready", { slot: "M2" }],
    ];

    expect(dispositionsOf([...boot, [110, "module.booted", { slot: "M2" }]]).at(-1)).toBe("no-effect");
    expect(twinAfter([...boot, [110, "module.booted", { slot: "M2" }]]).redundancy).toBe("ready");
  });

  test("a running standby that booted later than that has rebooted unseen, and awaits comparison", () => {
    const twin = twinAfter([[0, "module.booted", { slot: "M2", versions: { flashCode: "2.8.0" } }]]);

    expect(twin).toMatchObject({ redundancy: "synchronizing", sync: { status: "out-of-sync" } });
    expect(twin.modules.M2).toMatchObject({ role: "standby", standbyState: "sync", bootedAt: timeAt(0) });
  });

  test("a running active that booted later than that changes its facts only", () => {
    const twin = twinAfter([[0, "module.booted", { slot: "M1", versions: { bootCode: "2.9.9" } }]]);

    expect(twin).toMatchObject({ activeSlot: "M1", redundancy: "ready", startKind: null, switchover: { count: 0 } });
    expect(twin.modules.M1).toMatchObject({ role: "active", bootedAt: timeAt(0), versions: { bootCode: "2.9.9" } });
    expect(twin.management.sessions).toHaveLength(2);
  });

  test("a second report of a comparison leaves the moment of the comparison as it was", () => {
    const compared = (seconds: number, source: string): Line => [
      seconds,
      "sync.compared",
      { file: "flash-code", result: "same" },
      { source },
    ];

    expect(dispositionsOf([compared(0, "a"), compared(2, "b")])[1]).toBe("no-effect");
    expect(twinAfter([compared(0, "a"), compared(2, "b")]).sync.flashCode.comparedAt).toBe(timeAt(0));
  });

  test("a warm start without a slot soon after a switchover is one more witness", () => {
    const lines = [toActive(0, "M2", "first", "trap"), warm(30, undefined, { carrier: "syslog" })];

    expect(twinAfter(lines)).toMatchObject({
      activeSlot: "M2",
      switchover: { count: 1, last: { confirmedBy: ["trap", "syslog"] } },
    });
  });
});

describe("P1: the former active is named active again", () => {
  const TAKEN: readonly Line[] = [[-1, "module.power-lost", { slot: "M1" }], toActive(0, "M2", "takeover")];

  test("within 60 seconds one report alone is set aside as contradictory", () => {
    const lines = [...TAKEN, toActive(10, "M1", "claim")];

    expect(dispositionsOf(lines).at(-1)).toBe("quarantined");
    expect(codesOf(twinAfter(lines))).toContain("contradictory-report");
    expect(twinAfter(lines)).toMatchObject({ activeSlot: "M2", switchover: { count: 1 } });
  });

  test("a second report of the same type is not believed either", () => {
    expect(twinAfter([...TAKEN, toActive(10, "M1", "claim"), toActive(12, "M1", "again", "syslog")]).activeSlot).toBe(
      "M2",
    );
  });

  test("a second report of another type is believed", () => {
    expect(twinAfter([...TAKEN, toActive(10, "M1", "claim"), warm(12, "M1")])).toMatchObject({
      activeSlot: "M1",
      switchover: { count: 2, last: { from: "M2", to: "M1", at: timeAt(12) } },
    });
  });

  test("an observation begun after the takeover is believed at once", () => {
    expect(twinAfter([...TAKEN, observed(10, "M1")])).toMatchObject({ activeSlot: "M1", switchover: { count: 2 } });
  });

  test("after 60 seconds one report is believed", () => {
    expect(twinAfter([...TAKEN, toActive(61, "M1", "claim")])).toMatchObject({
      activeSlot: "M1",
      switchover: { count: 2 },
    });
  });

  test("when it has been standby since, one report is believed", () => {
    const lines: readonly Line[] = [
      ...TAKEN,
      [20, "module.booted", { slot: "M1" }],
      [25, "standby.ready", { slot: "M1" }],
      toActive(40, "M1", "claim"),
    ];

    expect(twinAfter(lines)).toMatchObject({ activeSlot: "M1", switchover: { count: 2 } });
  });
});

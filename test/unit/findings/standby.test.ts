import { describe, expect, test } from "@jest/globals";
import { IN_GOOD_ORDER, type Line, tell } from "../../support/chassis-story.ts";
import { findings, timeAt, twinAfter } from "./finding-story.ts";

const REMOVED: Line = [0, "module.removed", { slot: "M2" }, { id: "removal" }];
const INSERTED: Line = [100, "module.inserted", { slot: "M2", serialNumber: "B2" }, { id: "insertion" }];

describe("standby-missing", () => {
  const open = (since: number, by: readonly string[], slot = "M2") => [
    { severity: "warning", slots: [slot], since, by },
  ];

  test("opens when the slot beside an active becomes empty", () => {
    expect(findings(twinAfter([REMOVED], 900), "standby-missing")).toEqual(open(0, ["removal"]));
  });

  test("opens when the active is the first module of which anything is reported", () => {
    const twin = tell([[0, "module.role-changed", { slot: "M1", to: "active" }, { id: "first" }]]);

    expect(findings(twin, "standby-missing")).toEqual(open(0, ["first"]));
  });

  test("opens for the slot of the removed active when the other takes over", () => {
    const twin = twinAfter([
      [0, "module.removed", { slot: "M1" }, { id: "removal" }],
      [1, "module.role-changed", { slot: "M2", to: "active" }, { id: "takeover" }],
    ]);

    expect(findings(twin, "standby-missing")).toMatchObject([{ slots: ["M1"] }]);
  });

  test("closes when a module is inserted", () => {
    expect(findings(twinAfter([REMOVED, INSERTED]), "standby-missing")).toEqual([]);
  });

  test("closes when no module is left at all", () => {
    expect(findings(twinAfter([REMOVED, [5, "module.removed", { slot: "M1" }]]), "standby-missing")).toEqual([]);
  });

  test("stays closed while the other module is there, though dead", () => {
    expect(findings(twinAfter([[0, "module.power-lost", { slot: "M2" }]]), "standby-missing")).toEqual([]);
  });
});

describe("standby-not-ready", () => {
  const open = (since: number, by: readonly string[]) => [{ severity: "warning", slots: ["M2"], since, by }];

  test.each<[string, Line]>([
    ["is reset and boots", [0, "module.reset", { slot: "M2" }, { id: "cause" }]],
    ["loses its power", [0, "module.power-lost", { slot: "M2" }, { id: "cause" }]],
    ["crashes", [0, "module.role-changed", { slot: "M2", to: "crashed" }, { id: "cause" }]],
    ["is down", [0, "standby.down", {}, { id: "cause" }]],
    ["is being sent the configuration just saved", [0, "config.saved", { revision: 11 }, { id: "cause" }]],
    [
      "was found to hold other code",
      [0, "sync.compared", { file: "flash-code", result: "different" }, { id: "cause" }],
    ],
  ])("opens when the standby %s", (_, line) => {
    expect(findings(twinAfter([line], 200), "standby-not-ready")).toEqual(open(0, ["cause"]));
  });

  test("opens when an observation says that the standby waits", () => {
    const twin = twinAfter([
      [
        10,
        "chassis.observed",
        { startedAt: timeAt(9), modules: [{ slot: "M2", status: "running", role: "standby", standbyState: "wait" }] },
        { id: "poll" },
      ],
    ]);

    expect(findings(twin, "standby-not-ready")).toEqual(open(10, ["poll"]));
  });

  test("opens when a module is inserted beside the active", () => {
    expect(findings(twinAfter([REMOVED, INSERTED], 120), "standby-not-ready")).toEqual(open(100, ["insertion"]));
  });

  test("keeps its beginning while the module boots and is synchronized, and closes when it is ready", () => {
    const boot: readonly Line[] = [
      [0, "module.reset", { slot: "M2" }, { id: "reset" }],
      [60, "module.booted", { slot: "M2" }],
      [65, "sync.compared", { file: "flash-code", result: "same" }],
      [66, "sync.compared", { file: "system-config", result: "same" }],
    ];

    expect(findings(twinAfter(boot), "standby-not-ready")).toEqual(open(0, ["reset"]));
    expect(findings(twinAfter([...boot, [70, "standby.ready", { slot: "M2" }]]), "standby-not-ready")).toEqual([]);
  });

  test("closes when the copy that made it unready has completed", () => {
    const twin = twinAfter([
      [0, "config.saved", { revision: 11 }],
      [3, "sync.completed", { file: "system-config", revision: 11 }],
    ]);

    expect(findings(twin, "standby-not-ready")).toEqual([]);
  });

  test("closes when the module is gone", () => {
    expect(
      findings(
        twinAfter([
          [0, "module.reset", { slot: "M2" }],
          [5, "module.removed", { slot: "M2" }],
        ]),
        "standby-not-ready",
      ),
    ).toEqual([]);
  });
});

describe("standby-port-down", () => {
  const DOWN: Line = [0, "management-port.down", { slot: "M2" }, { id: "port" }];

  test("opens when the standby's management port goes down", () => {
    expect(findings(twinAfter([DOWN], 60), "standby-port-down")).toEqual([
      { severity: "warning", slots: ["M2"], since: 0, by: ["port"] },
    ]);
  });

  test("stays closed while the state of the port is unknown, and for the active's port", () => {
    expect(findings(tell(IN_GOOD_ORDER), "standby-port-down")).toEqual([]);
    expect(findings(twinAfter([[0, "management-port.down", { slot: "M1" }]]), "standby-port-down")).toEqual([]);
  });

  test.each<[string, Line]>([
    ["the port is up again", [9, "management-port.up", { slot: "M2" }]],
    ["there is no standby any more", [9, "module.removed", { slot: "M2" }]],
    ["the standby is down", [9, "standby.down", { slot: "M2" }]],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([DOWN, line]), "standby-port-down")).toEqual([]);
  });
});

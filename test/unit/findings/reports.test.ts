import { describe, expect, test } from "@jest/globals";
import { IN_GOOD_ORDER, type Line, tell } from "../../support/chassis-story.ts";
import { findings, timeAt, twinAfter } from "./finding-story.ts";

const DAY = 24 * 3600;
const observed = (seconds: number, rows: readonly unknown[], more: Record<string, unknown> = {}): Line => [
  seconds,
  "chassis.observed",
  { startedAt: timeAt(seconds - 1), modules: rows, ...more },
  { id: `poll-${seconds}` },
];
const AS_KNOWN = [
  { slot: "M1", status: "running", role: "active" },
  { slot: "M2", status: "running", role: "standby", standbyState: "ready" },
];

describe("interface-module-out-of-sync", () => {
  const report = (seconds: number, slot: string, type: "out-of-sync" | "resynced", overwritten?: boolean): Line => [
    seconds,
    `interface-module.${type}`,
    { slot, ...(overwritten === undefined ? {} : { overwritten }) },
    { id: `${slot}-${type}` },
  ];
  const open = (slot: string, since: number) => ({
    severity: "warning",
    slots: [slot],
    since,
    by: [`${slot}-out-of-sync`],
  });

  test("opens when an interface module is reported out of sync, once per slot", () => {
    const lines = [report(0, "S3", "out-of-sync"), report(4, "S12", "out-of-sync")];

    expect(findings(twinAfter(lines, 900), "interface-module-out-of-sync")).toEqual([open("S3", 0), open("S12", 4)]);
  });

  test("keeps its beginning when it is reported again", () => {
    const lines = [report(0, "S3", "out-of-sync"), report(40, "S3", "out-of-sync", true)];

    expect(findings(twinAfter(lines), "interface-module-out-of-sync")).toMatchObject([{ since: 0 }]);
  });

  test("closes when that module is resynchronized, and only that", () => {
    const lines = [report(0, "S3", "out-of-sync"), report(1, "S4", "out-of-sync"), report(9, "S3", "resynced", true)];

    expect(findings(twinAfter(lines), "interface-module-out-of-sync")).toEqual([open("S4", 1)]);
  });

  test("closes when the interface module is removed", () => {
    const lines: readonly Line[] = [report(0, "S3", "out-of-sync"), [9, "module.removed", { slot: "S3" }]];

    expect(findings(twinAfter(lines), "interface-module-out-of-sync")).toEqual([]);
  });
});

describe("contradictory-report (P15)", () => {
  const IMPOSSIBLE: Line = [0, "standby.ready", { slot: "M1" }, { id: "impossible" }];

  test("opens when something impossible is reported, by that report", () => {
    expect(findings(twinAfter([IMPOSSIBLE], 900), "contradictory-report")).toEqual([
      { severity: "warning", slots: [], since: 0, by: ["impossible"] },
    ]);
  });

  test("closes when a later observation agrees with what is known", () => {
    expect(findings(twinAfter([IMPOSSIBLE, observed(60, AS_KNOWN)]), "contradictory-report")).toEqual([]);
  });

  test("stays open when an observation began before the report, or shows nothing", () => {
    const early: Line = [5, "chassis.observed", { startedAt: timeAt(-2), modules: AS_KNOWN }];

    expect(findings(twinAfter([IMPOSSIBLE, early]), "contradictory-report")).toHaveLength(1);
    expect(findings(twinAfter([IMPOSSIBLE, observed(60, [])]), "contradictory-report")).toHaveLength(1);
  });

  test("stays open when the observation is impossible itself", () => {
    const row = { slot: "M2", status: "empty", role: "standby" };

    expect(findings(twinAfter([IMPOSSIBLE, observed(60, [row])]), "contradictory-report")).toMatchObject([
      { since: 0 },
    ]);
  });

  test("closes after a day at the latest", () => {
    expect(findings(twinAfter([IMPOSSIBLE], DAY - 0.001), "contradictory-report")).toHaveLength(1);
    expect(findings(twinAfter([IMPOSSIBLE], DAY), "contradictory-report")).toEqual([]);
  });
});

describe("missed-event (P12, P16, T11)", () => {
  const UNEXPLAINED: Line = [0, "module.role-changed", { slot: "M2", to: "active" }, { id: "cause" }];
  const open = (since: number, by: readonly string[]) => [{ severity: "info", slots: [], since, by }];

  test("opens when another module is active though nothing was lost or asked for", () => {
    expect(findings(twinAfter([UNEXPLAINED], 900), "missed-event")).toEqual(open(0, ["cause"]));
  });

  test("opens when another serial number shows that a module was exchanged unseen", () => {
    const row = { slot: "M2", status: "running", role: "standby", serialNumber: "B9" };

    expect(findings(twinAfter([observed(20, [row])]), "missed-event")).toEqual(open(20, ["poll-20"]));
  });

  test("opens when a requested switchover is neither refused nor evidenced for 60 seconds, since then", () => {
    const lines: readonly Line[] = [[0, "switchover.requested", {}, { id: "request" }]];

    expect(findings(twinAfter(lines, 59.999), "missed-event")).toEqual([]);
    expect(findings(twinAfter(lines, 900), "missed-event")).toEqual(open(60, ["request"]));
  });

  test("opens when the standby is lost while it was asked to take over", () => {
    const lines: readonly Line[] = [
      [0, "switchover.requested"],
      [3, "module.reset", { slot: "M2" }, { id: "reset" }],
    ];

    expect(findings(twinAfter(lines), "missed-event")).toEqual(open(3, ["reset"]));
  });

  test.each<[string, readonly Line[]]>([
    ["after a loss", [[-2, "module.power-lost", { slot: "M1" }], UNEXPLAINED]],
    ["after a request", [[-2, "switchover.requested"], UNEXPLAINED]],
    ["by the report of the switchover itself", [[0, "switchover.completed", { to: "M2", cause: "manual" }]]],
  ])("stays closed when another module becomes active %s", (_, lines) => {
    expect(findings(twinAfter(lines), "missed-event")).toEqual([]);
  });

  test("closes at the next cold start", () => {
    expect(findings(twinAfter([UNEXPLAINED, [90, "chassis.cold-started"]]), "missed-event")).toEqual([]);
  });

  test("closes after a day", () => {
    expect(findings(twinAfter([UNEXPLAINED], DAY - 0.001), "missed-event")).toHaveLength(1);
    expect(findings(twinAfter([UNEXPLAINED], DAY), "missed-event")).toEqual([]);
  });
});

describe("silent (P14)", () => {
  const promise = observed(0, AS_KNOWN, { nextWithinSeconds: 60 });

  test("opens 1.5 times the promised time after an observation that is not followed, since then", () => {
    expect(findings(twinAfter([promise], 89.999), "silent")).toEqual([]);
    expect(findings(twinAfter([promise], 9000), "silent")).toEqual([
      { severity: "warning", slots: [], since: 90, by: ["poll-0"] },
    ]);
  });

  test("opens though other events are reported meanwhile", () => {
    const lines: readonly Line[] = [promise, [80, "session.opened", { sessionId: "cli-2", kind: "cli" }]];

    expect(findings(twinAfter(lines, 90), "silent")).toHaveLength(1);
  });

  test("never opens when no observation promised another", () => {
    expect(findings(twinAfter([observed(0, AS_KNOWN)], 30 * DAY), "silent")).toEqual([]);
    expect(findings(tell(IN_GOOD_ORDER, 30 * DAY), "silent")).toEqual([]);
  });

  test("closes with a later observation, which may promise another", () => {
    expect(findings(twinAfter([promise, observed(500, AS_KNOWN)], 9000), "silent")).toEqual([]);
    expect(
      findings(twinAfter([promise, observed(500, AS_KNOWN, { nextWithinSeconds: 10 })], 9000), "silent"),
    ).toMatchObject([{ since: 515 }]);
  });
});

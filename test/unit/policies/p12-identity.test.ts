import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { codesOf, timeAt, twinAfter } from "../findings/finding-story.ts";

type Row = Record<string, unknown>;
const observed = (seconds: number, ...modules: readonly Row[]): Line => [
  seconds,
  "chassis.observed",
  { startedAt: timeAt(seconds - 1), modules },
  { id: `poll-${seconds}` },
];
const ACTIVE = { slot: "M1", status: "running", role: "active" };
const READY = { slot: "M2", status: "running", role: "standby", standbyState: "ready" };

describe("P12: another serial number in the standby's slot", () => {
  const REPORTS: readonly [string, Line][] = [
    ["a boot", [0, "module.booted", { slot: "M2", serialNumber: "B9" }]],
    ["an insertion", [0, "module.inserted", { slot: "M2", serialNumber: "B9" }]],
    ["an observation", observed(0, ACTIVE, { ...READY, serialNumber: "B9" })],
  ];

  test.each(REPORTS)(
    "told by %s, makes its files unknown, the redundancy synchronizing, and opens missed-event",
    (_, line) => {
      const twin = twinAfter([line]);

      expect(twin).toMatchObject({ redundancy: "synchronizing", sync: { status: "unknown" } });
      expect(twin.modules.M2).toMatchObject({
        serialNumber: "B9",
        role: "standby",
        systemConfig: { revision: null, digest: null },
        runningConfig: { revision: null, digest: null },
      });
      expect(twin.modules.M2.versions.primary).toBeNull();
      expect(codesOf(twin)).toEqual(["standby-not-ready", "missed-event"]);
    },
  );

  test.each(REPORTS)("told by %s, is no switchover", (_, line) => {
    expect(twinAfter([line])).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
      switchover: { count: 0 },
      management: { sessions: [{ sessionId: "cli-1" }, { sessionId: "inm-1" }] },
    });
  });

  test("the word ready does not count in the observation that reveals it, but in the next one", () => {
    const row = { ...READY, serialNumber: "B9" };

    expect(twinAfter([observed(0, ACTIVE, row)]).redundancy).toBe("synchronizing");
    expect(twinAfter([observed(0, ACTIVE, row), observed(9, ACTIVE, row)])).toMatchObject({
      redundancy: "ready",
      sync: { status: "in-sync", flashCode: { mode: "presumed" } },
    });
  });

  test("a first serial number is learnt: nothing was exchanged", () => {
    const lines: readonly Line[] = [
      [0, "module.removed", { slot: "M2" }],
      [1, "module.inserted", { slot: "M2" }],
      [60, "module.booted", { slot: "M2", serialNumber: "B2" }],
    ];

    expect(twinAfter(lines).modules.M2.serialNumber).toBe("B2");
    expect(codesOf(twinAfter(lines))).not.toContain("missed-event");
  });

  test("after a reported removal another serial number is no missed event", () => {
    const lines: readonly Line[] = [
      [0, "module.removed", { slot: "M2" }],
      [1, "module.inserted", { slot: "M2", serialNumber: "B2" }],
    ];

    expect(codesOf(twinAfter(lines))).not.toContain("missed-event");
  });

  test("breaks off a transfer to the module that is gone", () => {
    const lines: readonly Line[] = [
      [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0" }],
      observed(9, ACTIVE, { ...READY, serialNumber: "B9" }),
    ];

    expect(twinAfter(lines).sync.flashCode.status).not.toBe("synchronizing");
  });
});

describe("P12: another serial number in the active's slot", () => {
  const EXCHANGED = observed(0, { ...ACTIVE, serialNumber: "A9" }, READY);

  test("keeps the role, and loses confidence in it until an observation repeats it", () => {
    expect(twinAfter([EXCHANGED])).toMatchObject({ activeSlot: "M1", activeConfidence: "unknown" });
    expect(twinAfter([EXCHANGED, observed(9, ACTIVE, READY)])).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "reported",
    });
  });

  test("is repeated by an observation only, not by a trap", () => {
    const trap: Line = [9, "module.role-changed", { slot: "M1", to: "active" }];

    expect(twinAfter([EXCHANGED, trap]).activeConfidence).toBe("unknown");
  });

  test("makes its files unknown and the redundancy synchronizing, and is no switchover", () => {
    const twin = twinAfter([EXCHANGED]);

    expect(twin).toMatchObject({
      redundancy: "synchronizing",
      sync: { status: "unknown" },
      switchover: { ready: false, count: 0 },
    });
    expect(twin.modules.M1).toMatchObject({ serialNumber: "A9", role: "active", integrity: "unknown" });
    expect(codesOf(twin)).toContain("missed-event");
  });
});

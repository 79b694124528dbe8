import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { findings, timeAt, twinAfter } from "./finding-story.ts";

const CHANGED: Line = [3, "config.changed", { revision: 11 }, { id: "change" }];
const LOST: Line = [5, "module.power-lost", { slot: "M1" }, { id: "loss" }];
const TAKEN_OVER: Line = [6, "module.role-changed", { slot: "M2", to: "active" }, { id: "takeover" }];
const observed = (seconds: number, runningConfig: Record<string, unknown>): Line => [
  seconds,
  "chassis.observed",
  {
    startedAt: timeAt(seconds - 1),
    modules: [{ slot: "M2", status: "running", role: "active" }],
    runningConfig,
  },
  { id: "poll" },
];

describe("config-loss-possible (P17)", () => {
  const open = (since: number, by: readonly string[]) => [{ severity: "warning", slots: [], since, by }];

  test("opens when the active is lost before a change can have reached the standby, by both", () => {
    expect(findings(twinAfter([CHANGED, LOST]), "config-loss-possible")).toEqual(open(5, ["change", "loss"]));
  });

  test("keeps its beginning when the takeover is reported", () => {
    expect(findings(twinAfter([CHANGED, LOST, TAKEN_OVER], 900), "config-loss-possible")).toEqual(
      open(5, ["change", "loss"]),
    );
  });

  test("opens when another module takes over though no loss was reported", () => {
    expect(findings(twinAfter([CHANGED, TAKEN_OVER]), "config-loss-possible")).toEqual(open(6, ["change", "takeover"]));
  });

  test("opens when the active is lost without any standby", () => {
    const lines: readonly Line[] = [[0, "module.removed", { slot: "M2" }], CHANGED, LOST];

    expect(findings(twinAfter(lines), "config-loss-possible")).toEqual(open(5, ["change", "loss"]));
  });

  test.each<[string, readonly Line[]]>([
    ["one period has passed since the change", [CHANGED, [20, "module.power-lost", { slot: "M1" }]]],
    [
      "the copy was reported",
      [CHANGED, [4, "sync.completed", { file: "running-config", revision: 11 }], LOST, TAKEN_OVER],
    ],
    ["nothing was changed", [LOST, TAKEN_OVER]],
    ["only the standby is lost", [CHANGED, [5, "module.power-lost", { slot: "M2" }]]],
  ])("stays closed when %s", (_, lines) => {
    expect(findings(twinAfter(lines), "config-loss-possible")).toEqual([]);
  });

  test.each<[string, Line]>([
    ["an observation shows the older revision", observed(30, { revision: 10 })],
    ["an observation shows the changed revision", observed(30, { revision: 11 })],
    ["the configuration is saved", [30, "config.saved", { revision: 12 }]],
    ["the chassis starts anew", [30, "chassis.cold-started"]],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([CHANGED, LOST, TAKEN_OVER, line]), "config-loss-possible")).toEqual([]);
  });

  test("stays open when an observation shows no revision", () => {
    expect(findings(twinAfter([CHANGED, LOST, TAKEN_OVER, observed(30, {})]), "config-loss-possible")).toHaveLength(1);
  });

  test.each([
    ["a revision, where only the digest of the change is known", { digest: "sha256:new" }, { revision: 10 }],
    ["a revision and another digest", { digest: "sha256:new" }, { revision: 10, digest: "sha256:old" }],
    ["another digest, which may be a newer one", { digest: "sha256:new" }, { digest: "sha256:other" }],
    ["the digest, where only the revision of the change is known", { revision: 11 }, { digest: "sha256:new" }],
  ])("stays open when an observation shows %s", (_, change, shown) => {
    const lines: readonly Line[] = [[3, "config.changed", change], LOST, TAKEN_OVER, observed(30, shown)];

    expect(findings(twinAfter(lines), "config-loss-possible")).toHaveLength(1);
    expect(findings(twinAfter(lines), "config-lost")).toEqual([]);
  });

  test("is decided by digests where no revision is known", () => {
    const lines: readonly Line[] = [[3, "config.changed", { digest: "sha256:new" }], LOST, TAKEN_OVER];

    expect(findings(twinAfter([...lines, observed(30, { digest: "sha256:new" })]), "config-loss-possible")).toEqual([]);
  });
});

describe("config-lost (P17)", () => {
  const DOUBT = [CHANGED, LOST, TAKEN_OVER];

  test("opens when an observation shows the older revision, by the change, the loss and the observation", () => {
    expect(findings(twinAfter([...DOUBT, observed(30, { revision: 10 })], 900), "config-lost")).toEqual([
      { severity: "warning", slots: [], since: 30, by: ["change", "loss", "poll"] },
    ]);
  });

  test("opens when the active that was lost comes back with the older revision, which is no switchover", () => {
    const back: readonly Line[] = [
      [0, "module.removed", { slot: "M2" }],
      CHANGED,
      LOST,
      [60, "module.booted", { slot: "M1" }],
      [
        90,
        "chassis.observed",
        {
          startedAt: timeAt(89),
          modules: [{ slot: "M1", status: "running", role: "active" }],
          runningConfig: { revision: 10 },
        },
      ],
    ];

    expect(findings(twinAfter(back), "config-lost")).toMatchObject([{ since: 90 }]);
    expect(twinAfter(back).switchover).toMatchObject({ count: 0, last: null });
  });

  test("stays closed when an observation shows the changed revision", () => {
    expect(findings(twinAfter([...DOUBT, observed(30, { revision: 11 })]), "config-lost")).toEqual([]);
  });

  test("stays closed when an older revision is observed that nothing put in doubt", () => {
    expect(findings(twinAfter([LOST, TAKEN_OVER, observed(30, { revision: 9 })]), "config-lost")).toEqual([]);
  });

  test.each<[string, Line]>([
    ["the configuration is saved", [90, "config.saved", { revision: 10 }]],
    ["the configuration is changed again", [90, "config.changed", { revision: 12 }]],
    ["the chassis starts anew", [90, "chassis.cold-started"]],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([...DOUBT, observed(30, { revision: 10 }), line]), "config-lost")).toEqual([]);
  });

  test("stays open when the older revision is observed again", () => {
    const lines = [...DOUBT, observed(30, { revision: 10 }), observed(90, { revision: 10 })];

    expect(findings(twinAfter(lines), "config-lost")).toMatchObject([{ since: 30 }]);
  });
});

describe("role-not-default", () => {
  const prefer = (seconds: number, defaultActiveSlot: string, saved: boolean): Line => [
    seconds,
    "redundancy.configured",
    { defaultActiveSlot, saved },
    { id: `prefer-${defaultActiveSlot}` },
  ];
  const open = (slot: string, since: number, by: string) => [{ severity: "info", slots: [slot], since, by: [by] }];

  test("opens when another module than the saved default one becomes active", () => {
    expect(findings(twinAfter([LOST, TAKEN_OVER], 900), "role-not-default")).toMatchObject([{ slots: ["M2"] }]);
  });

  test("opens when another default slot is saved than the active one", () => {
    expect(findings(twinAfter([prefer(0, "M2", true)], 900), "role-not-default")).toEqual(open("M1", 0, "prefer-M2"));
  });

  test("stays closed while another default slot is configured but not saved, and opens when it is saved", () => {
    const unsaved = prefer(0, "M2", false);

    expect(findings(twinAfter([unsaved]), "role-not-default")).toEqual([]);
    expect(findings(twinAfter([unsaved, [9, "config.saved", {}, { id: "save" }]]), "role-not-default")).toEqual(
      open("M1", 9, "save"),
    );
  });

  test.each<[string, readonly Line[]]>([
    ["the active slot is saved as the default", [prefer(60, "M2", true)]],
    ["the default slot becomes active again", [[600, "switchover.completed", { to: "M1" }]]],
    ["nobody is known to be active", [[60, "chassis.cold-started"]]],
  ])("closes when %s", (_, lines) => {
    expect(findings(twinAfter([[0, "switchover.completed", { to: "M2" }], ...lines]), "role-not-default")).toEqual([]);
  });
});

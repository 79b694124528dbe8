import { describe, expect, test } from "@jest/globals";
import type { Twin } from "../../../shared/domain/twin.ts";
import { IN_GOOD_ORDER, type Line, tell } from "../../support/chassis-story.ts";
import { secondsOf, timeAt, twinAfter } from "./finding-story.ts";

const reasons = ({ switchover, reload }: Twin) => ({
  switchover: switchover.reasons.map(({ code }) => code),
  reload: reload.reasons.map(({ code }) => code),
});
const twoActives = [
  { slot: "M1", status: "running", role: "active" },
  { slot: "M2", status: "running", role: "active" },
];
const STRANDED: readonly Line[] = [
  [0, "module.reset", { slot: "M2" }],
  [60, "module.booted", { slot: "M2" }],
  [65, "module.power-lost", { slot: "M1" }],
];

describe("switchover.ready (V15)", () => {
  test("is true, without reasons, of a chassis in good order", () => {
    expect(tell(IN_GOOD_ORDER, 0).switchover).toMatchObject({ ready: true, reasons: [] });
  });

  test("is false for reasons that name the one slot they are about, and none when they are about both", () => {
    const { reasons } = twinAfter([[0, "chassis.observed", { startedAt: timeAt(-1), modules: twoActives }]]).switchover;

    expect(reasons.map(({ code, slot }) => [code, slot])).toEqual([
      ["disputed", undefined],
      ["split-brain", undefined],
      ["standby-not-ready", "M2"],
    ]);
  });

  test("stays true while a change of the running-config is on its way", () => {
    const twin = twinAfter([[0, "config.changed", { revision: 11 }]]);

    expect(twin.sync.runningConfig.status).toBe("synchronizing");
    expect(twin.switchover).toMatchObject({ ready: true, reasons: [] });
  });

  test.each<[string, string, Line]>([
    ["info", "role-not-default", [0, "redundancy.configured", { defaultActiveSlot: "M2", saved: true }]],
    ["warning", "boot-code-mismatch", [0, "image.updated", { slot: "M1", image: "boot", version: "2.8.0" }]],
    ["warning", "standby-port-down", [0, "management-port.down", { slot: "M2" }]],
  ])("stays true beside a finding of severity %s that says nothing of the takeover: %s", (_severity, code, line) => {
    const twin = twinAfter([line]);

    expect(twin.findings.map((finding) => finding.code)).toEqual([code]);
    expect(twin.switchover.ready).toBe(true);
  });

  test.each<[string, readonly Line[], number, readonly string[]]>([
    ["the slot beside the active is empty", [[0, "module.removed", { slot: "M2" }]], 1, ["standby-missing"]],
    ["the other module boots", [[0, "module.reset", { slot: "M2" }]], 1, ["standby-not-ready"]],
    ["the standby is synchronizing", [[0, "config.saved", { revision: 11 }]], 1, ["standby-not-ready"]],
    [
      "the predicted takeover lacks evidence",
      [[0, "module.removed", { slot: "M1" }]],
      1,
      ["switching", "standby-missing"],
    ],
    ["a switchover was requested", [[0, "switchover.requested"]], 1, ["switching"]],
    ["the chassis starts", [[0, "chassis.cold-started"]], 1, ["booting"]],
    [
      "two modules claim to be active",
      [[0, "chassis.observed", { startedAt: timeAt(-1), modules: twoActives }]],
      1,
      ["disputed", "split-brain", "standby-not-ready"],
    ],
    ["the active was lost beside a standby that is not ready", STRANDED, 66, ["no-active"]],
    [
      "no management module is left",
      [
        [0, "module.removed", { slot: "M2" }],
        [1, "module.removed", { slot: "M1" }],
      ],
      2,
      ["no-active", "headless"],
    ],
    [
      "the primary image of the active is suspect",
      [
        [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0", verified: false }],
        [9, "sync.completed", { file: "flash-code" }],
      ],
      10,
      ["image-suspect"],
    ],
    [
      "a change of the running-config is stale",
      [
        [0, "redundancy.configured", { syncPeriodSeconds: 0 }],
        [1, "config.changed", { revision: 11 }],
      ],
      60,
      ["sync-stale"],
    ],
    [
      "the running-config is different, though not stale yet",
      [
        [0, "redundancy.configured", { syncPeriodSeconds: 0 }],
        [1, "config.changed", { revision: 11 }],
      ],
      2,
      ["sync-stale"],
    ],
    [
      "the copy of the running-config was aborted",
      [[0, "sync.failed", { file: "running-config" }]],
      1,
      ["sync-aborted"],
    ],
    [
      "a promised observation did not come",
      [[0, "chassis.observed", { startedAt: timeAt(-1), nextWithinSeconds: 20, modules: [] }]],
      30,
      ["silent"],
    ],
  ])("is false when %s", (_, lines, asOf, codes) => {
    const twin = twinAfter(lines, asOf);

    expect(twin.switchover.ready).toBe(false);
    expect(reasons(twin).switchover.toSorted()).toEqual(codes.toSorted());
  });

  test("is false, as it is not known, of a chassis of which nothing was ever reported", () => {
    expect(tell([], 0).switchover).toMatchObject({ ready: false, reasons: [{ code: "not-known" }] });
  });

  test("names that it is not known besides a finding that alone would prevent it", () => {
    const twin = tell([[0, "chassis.observed", { startedAt: timeAt(-1), nextWithinSeconds: 20, modules: [] }]], 60);

    expect(reasons(twin).switchover.toSorted()).toEqual(["not-known", "silent"]);
  });

  test("names every cause of several", () => {
    const twin = twinAfter(
      [
        [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0", verified: false }],
        [1, "chassis.observed", { startedAt: timeAt(-1), nextWithinSeconds: 20, modules: [] }],
        [2, "module.removed", { slot: "M2" }],
      ],
      60,
    );

    expect(reasons(twin).switchover.toSorted()).toEqual(["image-suspect", "silent", "standby-missing"]);
  });

  test("gives each reason its slot, its beginning and the events it rests on", () => {
    const twin = twinAfter([[0, "module.removed", { slot: "M2" }, { id: "removal" }]], 60);
    const [reason] = twin.switchover.reasons;

    expect(reason).toMatchObject({ slot: "M2", evidence: [{ source: "collector.example", id: "removal" }] });
    expect(reason?.message).not.toBe("");
    expect(secondsOf(reason?.since ?? "")).toBe(0);
  });

  test("says when to ask again while a switchover is under way", () => {
    const [reason] = twinAfter([[0, "switchover.requested", {}, { id: "request" }]], 5).switchover.reasons;

    expect(reason).toMatchObject({ since: timeAt(0), retryAfter: timeAt(60), evidence: [{ id: "request" }] });
  });
});

describe("reload.safe (V14)", () => {
  test("is true, without reasons, of a chassis in good order", () => {
    expect(tell(IN_GOOD_ORDER, 0).reload).toEqual({ safe: true, reasons: [] });
  });

  test.each<[string, readonly Line[], readonly string[]]>([
    [
      "a primary image is suspect",
      [[0, "image.updated", { slot: "M2", image: "primary", version: "2.8.0", verified: false }]],
      ["image-suspect"],
    ],
    [
      "the card that the active boots from is out",
      [
        [0, "boot-source.configured", { order: ["pcmcia-slot-2"] }],
        [1, "card.removed", { slot: "M1", card: 2 }],
      ],
      ["boot-source-missing"],
    ],
    [
      "both are so",
      [
        [0, "image.updated", { slot: "M1", image: "primary", version: "2.8.0", verified: false }],
        [1, "boot-source.configured", { order: ["pcmcia-slot-1"] }],
        [2, "card.removed", { slot: "M1", card: 1 }],
      ],
      ["image-suspect", "boot-source-missing"],
    ],
  ])("is false when %s", (_, lines, codes) => {
    const twin = twinAfter(lines, 60);

    expect(twin.reload.safe).toBe(false);
    expect(reasons(twin).reload).toEqual(codes);
  });

  test("stays true beside other findings", () => {
    expect(twinAfter([[0, "module.removed", { slot: "M2" }]]).reload.safe).toBe(true);
  });
});

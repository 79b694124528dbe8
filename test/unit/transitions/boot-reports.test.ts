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

const RESET: Line = [0, "module.reset", { slot: "M2" }];
const booted = (seconds: number, data: Record<string, unknown> = {}): Line => [
  seconds,
  "module.booted",
  { slot: "M2", ...data },
];

describe("P1: another report of the same boot", () => {
  test("adds the source and versions that the first did not name", () => {
    const more = { bootSource: "secondary-flash", versions: { flashCode: "2.6.0" } };
    const twin = tellFromGoodOrder([RESET, booted(50), booted(60, more)]);

    expect(outcomesFromGoodOrder([RESET, booted(50), booted(60, more)])[2]).toMatchObject({ disposition: "applied" });
    expect(twin.modules.M2).toMatchObject({
      bootedFrom: "secondary-flash",
      bootedAt: "2026-01-01T00:00:50.000Z",
      versions: { running: "2.6.0", secondary: "2.6.0" },
    });
    expect(openFindings(twin)).toContain("boot-source-fallback M2");
  });

  test.each([{}, { bootSource: "secondary-flash" }])("that adds nothing (%j) has no effect", (data) => {
    const story = [RESET, booted(50, { bootSource: "secondary-flash" }), booted(60, data)];
    const twin = tellFromGoodOrder(story);

    expect(outcomesFromGoodOrder(story)[2]).toMatchObject({ disposition: "no-effect", sameAs: nthEvent(2) });
    expect(twin.modules.M2.bootedFrom).toBe("secondary-flash");
    expect(openFindings(twin)).toContain("boot-source-fallback M2");
  });

  test("is none when the module was reset in between, or is another one: that is another boot", () => {
    const again = tellFromGoodOrder([booted(0), [20, "module.reset", { slot: "M2" }], booted(50)]);
    const other = tellFromGoodOrder([booted(0), booted(30, { serialNumber: "B9" })]);

    expect(again.modules.M2).toMatchObject({ status: "running", bootedAt: "2026-01-01T00:00:50.000Z" });
    expect(other.modules.M2).toMatchObject({ serialNumber: "B9", bootedAt: "2026-01-01T00:00:30.000Z" });
  });
});

describe("P19: what a boot tells of the versions", () => {
  test("one that does not name the flash code leaves that of the flash as it was", () => {
    const twin = tellFromGoodOrder([
      RESET,
      booted(50, { bootSource: "primary-flash", versions: { bootCode: "2.7.1" } }),
    ]);

    expect(twin.modules.M2.versions).toMatchObject({ running: "2.7.2a", primary: "2.7.2a", bootCode: "2.7.1" });
  });

  test("what an observation shows running is in the flash it booted from, unless that was copied over since", () => {
    const copied: readonly Line[] = [
      [-20, "sync.started", { file: "flash-code" }],
      [-10, "sync.completed", { file: "flash-code" }],
    ];
    const fromSecondary = booted(50, { bootSource: "secondary-flash" });
    const row = { slot: "M2", status: "running", role: "standby", versions: { flashCode: "2.6.0" } };
    const copiedLast: readonly Line[] = [RESET, fromSecondary, [60, "sync.completed", { file: "flash-code" }]];

    expect(tellFromGoodOrder([...copied, RESET, fromSecondary, observed(90, [row])]).modules.M2.versions).toMatchObject(
      { running: "2.6.0", secondary: "2.6.0" },
    );
    expect(tellFromGoodOrder([...copiedLast, observed(90, [row])]).modules.M2.versions).toMatchObject({
      running: "2.6.0",
      secondary: null,
    });
  });
});

describe("V8: the source of a boot nobody could judge", () => {
  const SECONDARY = booted(0, { bootSource: "secondary-flash" });
  const M1_ACTIVE: Line = [9, "module.role-changed", { slot: "M1", to: "active" }];

  test("is judged as soon as the active is known", () => {
    const active: Line = [1, "module.booted", { slot: "M1", bootSource: "primary-flash" }];
    const ordered: Line = [-9, "boot-source.configured", { order: ["tftp"] }];

    expect(openFindings(tell([SECONDARY, active, M1_ACTIVE]))).toContain("boot-source-fallback M2");
    expect(tell([ordered, booted(0), M1_ACTIVE]).modules.M2.bootedFrom).toBe("tftp");
  });

  test("is not presumed of the active: only a standby boots from where another does", () => {
    const twin = tellFromGoodOrder([
      [-9, "boot-source.configured", { order: ["tftp"] }],
      [0, "chassis.cold-started"],
      [60, "module.booted", { slot: "M1" }],
    ]);

    expect(twin).toMatchObject({ activeSlot: "M1", modules: { M1: { bootedFrom: null } } });
    expect(openFindings(twin)).not.toContain("boot-source-fallback M1");
  });

  test("is judged once: a later order, or a takeover that did not happen, judges no boot anew", () => {
    const order = (seconds: number, source: string): Line => [seconds, "boot-source.configured", { order: [source] }];
    const denied: readonly Line[] = [
      [20, "standby.ready", { slot: "M2" }],
      [30, "module.power-lost", { slot: "M1" }],
      observed(40, [{ slot: "M1", status: "running", role: "active" }]),
    ];
    const judged = tellFromGoodOrder([order(-9, "secondary-flash"), SECONDARY, order(10, "primary-flash"), ...denied]);
    const unseen = tellFromGoodOrder([
      observed(0, [{ slot: "M2", serialNumber: "B9" }]),
      order(10, "secondary-flash"),
      ...denied,
    ]);

    expect(judged).toMatchObject({ activeSlot: "M1", modules: { M2: { role: "standby" } } });
    expect(openFindings(judged)).not.toContain("boot-source-fallback M2");
    expect(unseen.modules.M2).toMatchObject({ role: "standby", serialNumber: "B9", bootedFrom: null });
  });
});

describe("T18: the module that booted alone", () => {
  test("boots again, unseen: that is no cold start", () => {
    const twin = tellFromGoodOrder([
      [-50, "module.power-lost", { slot: "M2" }],
      [-40, "module.power-lost", { slot: "M1" }],
      booted(0),
      booted(70),
    ]);

    expect(twin).toMatchObject({ activeSlot: "M2", bootEpoch: 0, startKind: null, redundancy: "simplex" });
  });
});

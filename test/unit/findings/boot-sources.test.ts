import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { findings, twinAfter } from "./finding-story.ts";

const order = (seconds: number, ...sources: readonly string[]): Line => [
  seconds,
  "boot-source.configured",
  { order: sources },
  { id: `order-${seconds}` },
];
const boot = (seconds: number, slot: string, bootSource: string): readonly Line[] => [
  [seconds - 50, "module.reset", { slot }],
  [seconds, "module.booted", { slot, bootSource }, { id: `boot-${slot}-${seconds}` }],
];

describe("boot-source-fallback (V8)", () => {
  test("opens when the standby boots from another source than the first one configured", () => {
    const lines = [order(0, "pcmcia-slot-1", "primary-flash"), ...boot(100, "M2", "primary-flash")];

    expect(findings(twinAfter(lines, 900), "boot-source-fallback")).toEqual([
      { severity: "info", slots: ["M2"], since: 100, by: ["boot-M2-100"] },
    ]);
  });

  test("opens when the standby boots from another source than the active did, and none is configured", () => {
    expect(findings(twinAfter(boot(100, "M2", "secondary-flash")), "boot-source-fallback")).toMatchObject([
      { slots: ["M2"], since: 100 },
    ]);
  });

  test("opens for each module that came from another source, the active at a cold start too", () => {
    const twin = twinAfter([
      order(0, "secondary-flash"),
      [5, "chassis.cold-started"],
      [60, "module.booted", { slot: "M1", bootSource: "primary-flash" }, { id: "boot-1" }],
      [62, "module.booted", { slot: "M2", bootSource: "primary-flash" }, { id: "boot-2" }],
    ]);

    expect(findings(twin, "boot-source-fallback")).toEqual([
      { severity: "info", slots: ["M1"], since: 60, by: ["boot-1"] },
      { severity: "info", slots: ["M2"], since: 62, by: ["boot-2"] },
    ]);
  });

  test("opens when an observation shows that the last boot was from another source", () => {
    const twin = twinAfter([
      [0, "module.reset", { slot: "M2" }],
      [60, "module.booted", { slot: "M2" }],
      [
        90,
        "chassis.observed",
        {
          startedAt: "2026-01-01T00:01:28.000Z",
          modules: [{ slot: "M2", status: "running", role: "standby", bootedFrom: "secondary-flash" }],
        },
        { id: "poll" },
      ],
    ]);

    expect(findings(twin, "boot-source-fallback")).toMatchObject([{ slots: ["M2"], by: ["poll"] }]);
  });

  test("stays closed when the source is configured after the boot: the source of the time counts", () => {
    expect(findings(twinAfter([order(0, "secondary-flash")]), "boot-source-fallback")).toEqual([]);
  });

  test("stays closed when a standby boots from the specified source", () => {
    const lines = [order(0, "secondary-flash"), ...boot(100, "M2", "secondary-flash")];

    expect(findings(twinAfter(lines), "boot-source-fallback")).toEqual([]);
  });

  test("closes at the module's next boot from the specified source, and not before", () => {
    const fallback = boot(100, "M2", "secondary-flash");

    expect(findings(twinAfter([...fallback, order(150, "secondary-flash")]), "boot-source-fallback")).toHaveLength(1);
    expect(findings(twinAfter([...fallback, ...boot(300, "M2", "primary-flash")]), "boot-source-fallback")).toEqual([]);
  });

  test("opens anew, since then, when the next boot is from another source again", () => {
    const lines = [...boot(100, "M2", "secondary-flash"), ...boot(300, "M2", "tftp")];

    expect(findings(twinAfter(lines), "boot-source-fallback")).toMatchObject([{ since: 300, by: ["boot-M2-300"] }]);
  });
});

describe("boot-source-missing", () => {
  const card = (seconds: number, type: "card.inserted" | "card.removed", slot = "M1", number = 1): Line => [
    seconds,
    type,
    { slot, card: number },
    { id: `card-${seconds}` },
  ];
  const MISSING = [order(0, "pcmcia-slot-1", "primary-flash"), card(10, "card.removed")];

  test("opens when the card that the active boots from is taken out", () => {
    expect(findings(twinAfter(MISSING, 600), "boot-source-missing")).toEqual([
      { severity: "warning", slots: ["M1"], since: 10, by: ["card-10"] },
    ]);
  });

  test("opens when a card known to be out becomes the boot source", () => {
    const lines = [card(0, "card.removed", "M1", 2), order(10, "pcmcia-slot-2")];

    expect(findings(twinAfter(lines), "boot-source-missing")).toMatchObject([{ since: 10, by: ["order-10"] }]);
  });

  test("opens when the active booted from a card that is taken out, and no order is configured", () => {
    const twin = twinAfter([
      [0, "chassis.cold-started"],
      [60, "module.booted", { slot: "M1", bootSource: "pcmcia-slot-1" }],
      card(90, "card.removed"),
    ]);

    expect(findings(twin, "boot-source-missing")).toMatchObject([{ slots: ["M1"], since: 90 }]);
  });

  test.each<[string, readonly Line[]]>([
    ["nothing is known of the card", [order(0, "pcmcia-slot-1")]],
    ["only the standby's card is out", [order(0, "pcmcia-slot-1"), card(10, "card.removed", "M2")]],
    ["the other card is out", [order(0, "pcmcia-slot-1"), card(10, "card.removed", "M1", 2)]],
    [
      "the card is a later source of the order only",
      [order(0, "primary-flash", "pcmcia-slot-1"), card(10, "card.removed")],
    ],
  ])("stays closed while %s", (_, lines) => {
    expect(findings(twinAfter(lines), "boot-source-missing")).toEqual([]);
  });

  test.each<[string, Line]>([
    ["the card is back", card(20, "card.inserted")],
    ["another source is configured", order(20, "primary-flash")],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([...MISSING, line]), "boot-source-missing")).toEqual([]);
  });

  test("closes when another module becomes active, whose own slots then count", () => {
    const twin = twinAfter([
      ...MISSING,
      [20, "switchover.requested"],
      [22, "module.role-changed", { slot: "M2", to: "active" }],
    ]);

    expect(findings(twin, "boot-source-missing")).toEqual([]);
  });
});

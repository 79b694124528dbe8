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

const inserted = (seconds: number, slot: string, serialNumber?: string): Line => [
  seconds,
  "module.inserted",
  { slot, ...(serialNumber === undefined ? {} : { serialNumber }) },
];
const RESET: Line = [-9, "module.reset", { slot: "M2" }];

describe("T14: an insertion where a module was known to be", () => {
  test.each([
    ["without a serial number", inserted(0, "M2")],
    ["with its serial number", inserted(0, "M2", "B1")],
  ])("and comes up, told %s, has no effect", (_what, line) => {
    expect(outcomesFromGoodOrder([RESET, line])[1]).toMatchObject({ disposition: "no-effect", sameAs: nthEvent(1) });
  });

  test("and is the active has no effect, however long it has run: an agent that came up later tells of it", () => {
    expect(outcomesFromGoodOrder([inserted(0, "M1")])).toMatchObject([{ disposition: "no-effect" }]);
    expect(tellFromGoodOrder([inserted(0, "M1")])).toMatchObject({ activeConfidence: "reported", redundancy: "ready" });
  });

  test("and comes up with another serial number is an exchange: the new one comes up", () => {
    const twin = tellFromGoodOrder([RESET, inserted(0, "M2", "B9")]);

    expect(twin.modules.M2).toMatchObject({
      serialNumber: "B9",
      status: "coming-up",
      role: "standby",
      standbyState: null,
      versions: { primary: null },
    });
    expect(openFindings(twin)).toContain("missed-event");
  });

  test("but was dead is of another one: nothing of the dead one holds for it", () => {
    const twin = tellFromGoodOrder([[-9, "module.power-lost", { slot: "M2" }], inserted(0, "M2")]);

    expect(twin).toMatchObject({
      modules: { M2: { status: "coming-up", role: "standby", serialNumber: null, versions: { primary: null } } },
      expectations: [{ code: "boot-overdue", slot: "M2" }],
    });
  });

  test("after an observation has shown its slot empty means that it was taken out, soon after its boot too (P12)", () => {
    const booted: Line = [0, "module.booted", { slot: "M2" }];
    const twin = tellFromGoodOrder([booted, observed(10, [{ slot: "M2", status: "empty" }]), inserted(20, "M2")]);

    expect(twin.modules.M2.versions.primary).toBeNull();
    expect(openFindings(twin)).toContain("missed-event");
  });
});

describe("P12: the standby state of an exchanged module", () => {
  const shown = (slot: string, serialNumber: string): Line => observed(0, [{ slot, serialNumber }]);

  test("is sync for a running standby, and none for the active", () => {
    expect(tellFromGoodOrder([shown("M2", "B9")]).modules.M2).toMatchObject({ role: "standby", standbyState: "sync" });
    expect(tellFromGoodOrder([shown("M1", "A9")]).modules.M1).toMatchObject({ role: "active", standbyState: null });
  });

  test("counts in the observation that first names the serial number: that reveals no exchange", () => {
    const twin = tellFromGoodOrder([
      [-90, "module.removed", { slot: "M2" }],
      inserted(-80, "M2"),
      [-10, "module.booted", { slot: "M2" }],
      observed(0, [{ slot: "M2", status: "running", role: "standby", standbyState: "ready", serialNumber: "B7" }]),
    ]);

    expect(twin).toMatchObject({ redundancy: "ready", modules: { M2: { serialNumber: "B7" } } });
  });
});

describe("the role of a module beside no known active, or of none", () => {
  test("is not known while nothing was reported of its slot", () => {
    const twin = tell([[0, "module.role-changed", { slot: "M2", to: "active" }]]);

    expect(twin.modules.M1).toMatchObject({ presence: "unknown", role: "unknown" });
  });

  test("is none while it reboots and nobody is known to be active", () => {
    const twin = tell([
      [0, "module.booted", { slot: "M1" }],
      [1, "module.booted", { slot: "M2" }],
      [10, "module.reset", { slot: "M1" }],
    ]);

    expect(twin.modules.M1).toMatchObject({ status: "coming-up", role: "none" });
  });
});

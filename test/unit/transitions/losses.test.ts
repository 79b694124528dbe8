import { describe, expect, test } from "@jest/globals";
import { openFindings, tell, tellFromGoodOrder } from "../../support/chassis-story.ts";

describe("the loss of a module while nobody is known to be active", () => {
  test("is not the last one while another runs", () => {
    const twin = tell([
      [0, "module.booted", { slot: "M1" }],
      [1, "module.booted", { slot: "M2" }],
      [10, "module.removed", { slot: "M1" }],
    ]);

    expect(twin).toMatchObject({ redundancy: "unknown", forwarding: "unknown" });
  });

  test("of one that was not known to run says nothing of the chassis", () => {
    const twin = tell([[0, "module.removed", { slot: "M2" }]]);

    expect(twin).toMatchObject({ redundancy: "unknown", modules: { M2: { presence: "absent" } } });
    expect(openFindings(twin)).toEqual([]);
  });

  test("leaves no management module when both slots turn out empty while booting", () => {
    const booting = tell([
      [0, "chassis.cold-started"],
      [5, "module.removed", { slot: "M1" }],
    ]);
    const empty = tell([
      [0, "chassis.cold-started"],
      [5, "module.removed", { slot: "M1" }],
      [6, "module.removed", { slot: "M2" }],
    ]);

    expect(booting.redundancy).toBe("booting");
    expect(empty.redundancy).toBe("no-management-module");
  });

  test("leaves no role to a module that rebooted beside the active", () => {
    const twin = tellFromGoodOrder([
      [0, "module.reset", { slot: "M2" }],
      [5, "module.power-lost", { slot: "M1" }],
    ]);

    expect(twin).toMatchObject({
      redundancy: "no-management-module",
      modules: { M1: { role: "none" }, M2: { role: "none", status: "coming-up" } },
    });
  });
});

describe("the loss of the active beside a ready standby (T9)", () => {
  test("by a reset leaves it the part of standby beside the predicted active", () => {
    const twin = tellFromGoodOrder([[0, "module.reset", { slot: "M1" }]]);

    expect(twin).toMatchObject({ activeSlot: "M2", modules: { M1: { role: "standby", status: "coming-up" } } });
  });

  test("followed by its removal is still one predicted takeover, for the first reason", () => {
    const twin = tellFromGoodOrder([
      [0, "module.reset", { slot: "M1", cause: "fault" }],
      [3, "module.removed", { slot: "M1" }],
      [5, "module.role-changed", { slot: "M2", to: "active" }],
    ]);

    expect(twin.switchover).toMatchObject({ count: 1, last: { cause: "active-failed", confirmedBy: [] } });
    expect(openFindings(twin)).not.toContain("missed-event");
  });
});

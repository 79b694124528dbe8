import { describe, expect, test } from "@jest/globals";
import { type Line, tell } from "../../support/chassis-story.ts";
import { codesOf, twinAfter } from "../findings/finding-story.ts";
import { dispositionsOf } from "./policy-story.ts";

describe("P16: an unconfirmed request", () => {
  const REQUEST: Line = [0, "switchover.requested", {}, { id: "request" }];

  test("leaves the active in its place, and is back to ready after 60 seconds", () => {
    expect(twinAfter([REQUEST], 59.999)).toMatchObject({ redundancy: "switching", activeSlot: "M1" });
    expect(twinAfter([REQUEST], 60)).toMatchObject({ redundancy: "ready", activeSlot: "M1", switchover: { count: 0 } });
    expect(codesOf(twinAfter([REQUEST], 60))).toEqual(["missed-event"]);
  });

  test("is back to ready at once when it is refused, and nothing was missed", () => {
    const twin = twinAfter([REQUEST, [3, "switchover.refused", { reason: "busy" }]], 900);

    expect(twin).toMatchObject({ redundancy: "ready", activeSlot: "M1" });
    expect(codesOf(twin)).toEqual([]);
  });

  test("does not lend its cause to a takeover that comes after those 60 seconds", () => {
    const twin = twinAfter([REQUEST, [300, "module.role-changed", { slot: "M2", to: "active" }]]);

    expect(twin.switchover.last?.cause).toBe("unknown");
  });

  test("lends its cause to a takeover within them", () => {
    const twin = twinAfter([REQUEST, [60, "module.role-changed", { slot: "M2", to: "active" }]]);

    expect(twin.switchover).toMatchObject({ count: 1, last: { cause: "manual" } });
  });

  test("has no effect without a ready standby, and the history says why", () => {
    expect(dispositionsOf([[-5, "module.reset", { slot: "M2" }], REQUEST])).toEqual(["applied", "no-effect"]);
    expect(twinAfter([[-5, "module.reset", { slot: "M2" }], REQUEST]).redundancy).toBe("simplex");
  });
});

describe("P17: lost configuration", () => {
  const change: Line = [3, "config.changed", { revision: 11 }];

  test("a change neither reported nor presumed to have reached the standby may be lost with the active", () => {
    const lost: Line = [5, "module.reset", { slot: "M1" }];

    expect(codesOf(twinAfter([change, lost]))).toContain("config-loss-possible");
    expect(codesOf(twinAfter([change, [4, "sync.completed", { file: "running-config" }], lost]))).not.toContain(
      "config-loss-possible",
    );
  });

  test("a period of 0 presumes no copy, however long ago the change was", () => {
    const lines: readonly Line[] = [
      [0, "redundancy.configured", { syncPeriodSeconds: 0 }],
      change,
      [9000, "module.reset", { slot: "M1" }],
    ];

    expect(codesOf(twinAfter(lines))).toContain("config-loss-possible");
  });

  test("a cold start leaves nothing in doubt: the running-config is the saved one again", () => {
    const twin = twinAfter([change, [20, "chassis.cold-started"], [80, "module.booted", { slot: "M1" }]]);

    expect(twin.modules.M1.runningConfig.revision).toBe(10);
    expect(codesOf(twin)).not.toContain("config-loss-possible");
  });
});

describe("P18: whose source", () => {
  const configured: Line = [0, "boot-source.configured", { order: ["pcmcia-slot-1", "primary-flash"] }];

  test("the boot source is the first configured one", () => {
    expect(twinAfter([configured]).bootSource).toBe("pcmcia-slot-1");
  });

  test("without a configured one it is where the active booted from", () => {
    expect(twinAfter([]).bootSource).toBe("primary-flash");
    expect(twinAfter([configured, [5, "boot-source.configured", { order: [] }]]).bootSource).toBe("primary-flash");
  });

  test("it is not known of a chassis of which neither is known", () => {
    expect(tell([[0, "module.role-changed", { slot: "M1", to: "active" }]]).bootSource).toBeNull();
  });

  test("it moves with the active role, as it is relative to the active module", () => {
    const lines: readonly Line[] = [
      [0, "module.reset", { slot: "M2" }],
      [60, "module.booted", { slot: "M2", bootSource: "secondary-flash" }],
      [90, "module.role-changed", { slot: "M2", to: "active" }],
    ];

    expect(twinAfter(lines).bootSource).toBe("secondary-flash");
  });

  test("a boot order needs no saving: it survives a cold start", () => {
    expect(twinAfter([configured, [5, "chassis.cold-started"]]).bootSource).toBe("pcmcia-slot-1");
  });

  test("the standby boots from the same-named source as the active, unless a report says otherwise", () => {
    const boot = (data: Record<string, unknown>): readonly Line[] => [
      [10, "module.reset", { slot: "M2" }],
      [60, "module.booted", { slot: "M2", ...data }],
    ];

    expect(twinAfter([configured, ...boot({})]).modules.M2.bootedFrom).toBe("pcmcia-slot-1");
    expect(twinAfter([configured, ...boot({ bootSource: "tftp" })]).modules.M2.bootedFrom).toBe("tftp");
  });
});

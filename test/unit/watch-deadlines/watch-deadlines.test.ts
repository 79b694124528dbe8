import { describe, expect, it } from "@jest/globals";
import { IN_GOOD_ORDER } from "../../support/chassis-story.ts";
import { POLLED, polledAt, watchWorld } from "./watch-world.ts";

describe("the watch over deadlines", () => {
  it("never leaves a chassis green that went silent", async () => {
    const { at, happen, watch, bucketOf, dueTimes } = watchWorld();
    await happen("rack-1", POLLED);
    expect(await bucketOf("rack-1")).toMatchObject({ switchoverReady: "true", severity: "none" });
    expect(await dueTimes()).toEqual({ "rack-1": 150 });

    at(149);
    expect(await watch()).toEqual({ updated: 0, overtaken: 0, failed: 0, left: 0 });
    expect(await bucketOf("rack-1")).toMatchObject({ switchoverReady: "true", severity: "none" });

    at(150);
    expect(await watch()).toEqual({ updated: 1, overtaken: 0, failed: 0, left: 0 });
    expect(await bucketOf("rack-1")).toMatchObject({ switchoverReady: "false", severity: "warning" });
    expect(await dueTimes()).toEqual({});
  });

  it("only moves the due time of a chassis that was observed again in time", async () => {
    const { at, happen, watch, bucketOf, dueTimes } = watchWorld();
    await happen("rack-1", POLLED);
    at(100);
    await happen("rack-1", [polledAt(100)]);
    expect(await dueTimes()).toEqual({ "rack-1": 150 });

    at(170);
    await watch();

    expect(await bucketOf("rack-1")).toMatchObject({ switchoverReady: "true", severity: "none" });
    expect(await dueTimes()).toEqual({ "rack-1": 250 });
  });

  it("knows no active module when a takeover is not confirmed for 60 seconds", async () => {
    const { at, happen, watch, bucketOf } = watchWorld();
    await happen("rack-1", [...IN_GOOD_ORDER, [0, "module.removed", { slot: "M1" }]]);
    expect(await bucketOf("rack-1")).toMatchObject({ activeSlot: "M2", redundancy: "switching" });

    at(60);
    await watch();

    expect(await bucketOf("rack-1")).toMatchObject({ activeSlot: "none", redundancy: "unknown", severity: "critical" });
  });

  it("counts an event dated ahead from its time on", async () => {
    const { at, happen, watch, bucketOf, dueTimes } = watchWorld();
    await happen("rack-1", [...IN_GOOD_ORDER, [120, "module.removed", { slot: "M2" }]]);
    expect(await bucketOf("rack-1")).toMatchObject({ redundancy: "ready" });
    expect(await dueTimes()).toEqual({ "rack-1": 120 });

    at(120);
    await watch();

    expect(await bucketOf("rack-1")).toMatchObject({ redundancy: "simplex" });
    expect(await dueTimes()).toEqual({});
  });

  it("looks at a chassis once for each of its deadlines", async () => {
    const { at, happen, watch, dueTimes } = watchWorld();
    at(1);
    await happen("rack-1", [...POLLED, [1, "module.removed", { slot: "M1" }]]);
    expect(await dueTimes()).toEqual({ "rack-1": 61 });

    at(61);
    await watch();
    expect(await dueTimes()).toEqual({ "rack-1": 150 });

    at(1000);
    await watch();
    expect(await watch()).toMatchObject({ updated: 0 });
    expect(await dueTimes()).toEqual({});
  });

  it("leaves the history as it is", async () => {
    const { store, at, happen, watch } = watchWorld();
    await happen("rack-1", POLLED);
    const before = await store.load("rack-1");

    at(1000);
    await watch();

    expect(await store.load("rack-1")).toEqual(before);
  });

  it("shows a retired chassis nowhere", async () => {
    const { at, happen, watch, bucketOf } = watchWorld();
    await happen("rack-1", [...POLLED, [10, "chassis.retired"]]);

    at(1000);
    await watch();

    expect(await bucketOf("rack-1")).toBeUndefined();
  });
});

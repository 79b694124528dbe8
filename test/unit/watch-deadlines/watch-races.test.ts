import { describe, expect, it } from "@jest/globals";
import { POLLED, polledAt, watchWorld } from "./watch-world.ts";

const NONE = { updated: 0, overtaken: 0, failed: 0, left: 0 };

describe("the watch beside a projector", () => {
  it("gives way to events that are written while it looks", async () => {
    const world = watchWorld({
      async load(chassisId) {
        const record = await world.store.load(chassisId);
        await world.happen(chassisId, [polledAt(160)]);
        return record;
      },
    });
    await world.happen("rack-1", POLLED);

    world.at(160);
    expect(await world.watch()).toEqual({ ...NONE, overtaken: 1 });

    expect((await world.store.load("rack-1"))?.revision).toBe(POLLED.length + 1);
    expect(await world.bucketOf("rack-1")).toMatchObject({ switchoverReady: "true", severity: "none" });
  });

  it("does not keep events out that were read before it writes", async () => {
    const world = watchWorld();
    await world.happen("rack-1", POLLED);

    world.at(160);
    await world.happen("rack-1", [polledAt(160)], {
      ...world.store,
      async load(chassisId) {
        const record = await world.store.load(chassisId);
        expect(await world.watch()).toEqual({ ...NONE, updated: 1 });
        return record;
      },
    });
    await world.watch();

    expect((await world.store.load("rack-1"))?.revision).toBe(POLLED.length + 1);
    expect(await world.bucketOf("rack-1")).toMatchObject({ switchoverReady: "true", severity: "none" });
    expect(await world.dueTimes()).toEqual({ "rack-1": 310 });
  });

  it("does not mind that the index still lists a chassis that has no record", async () => {
    const { watch } = watchWorld({ due: async () => [{ chassisId: "gone", dueAt: 0 }] });

    expect(await watch()).toEqual({ ...NONE, overtaken: 1 });
  });
});

describe("a run of the watch", () => {
  it("does not let one chassis that fails stop the others, and fails once they are done", async () => {
    const world = watchWorld({
      load: (chassisId) =>
        chassisId === "bad" ? Promise.reject(new Error("unreadable")) : world.store.load(chassisId),
    });
    for (const chassisId of ["bad", "rack-1", "rack-2"]) await world.happen(chassisId, POLLED);

    world.at(1000);
    const run = world.watch();

    await expect(run).rejects.toMatchObject({
      name: "DeadlinesNotWatched",
      report: { updated: 2, overtaken: 0, failed: 1, left: 0 },
    });
    expect(world.logged).toEqual([
      {
        level: "error",
        message: "Could not look at a chassis that is due",
        details: { chassisId: "bad", error: new Error("unreadable") },
      },
    ]);
    expect(await world.dueTimes()).toEqual({ bad: 150 });
  });

  it("fails when it cannot find out what is due", async () => {
    const { watch } = watchWorld({ due: () => Promise.reject(new Error("no index")) });

    await expect(watch()).rejects.toThrow("no index");
  });

  it("leaves to the next run what it has no time for, and says so", async () => {
    const { at, happen, watch, logged } = watchWorld();
    for (const chassisId of ["rack-1", "rack-2"]) await happen(chassisId, POLLED);

    at(1000);
    expect(await watch(2000)).toEqual({ ...NONE, left: 2 });
    expect(logged).toEqual([
      { level: "warn", message: "Had no time for every chassis that is due", details: { ...NONE, left: 2 } },
    ]);

    expect(await watch()).toEqual({ ...NONE, updated: 2 });
  });

  it("looks at a few chassis at a time, those first that have been due longest", async () => {
    const order: string[] = [];
    let atOnce = 0;
    let most = 0;
    const world = watchWorld({
      async load(chassisId) {
        order.push(chassisId);
        atOnce += 1;
        most = Math.max(most, atOnce);
        await new Promise((resolve) => setImmediate(resolve));
        atOnce -= 1;
        return world.store.load(chassisId);
      },
    });
    const racks = Array.from({ length: 30 }, (_, n) => ({ chassisId: `rack-${n}`, line: polledAt(30 - n) }));
    for (const { chassisId, line } of racks) await world.happen(chassisId, [line]);

    world.at(1000);
    await world.watch();

    expect(order).toEqual(racks.map(({ chassisId }) => chassisId).reverse());
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(8);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { RevisionConflict } from "../../shared/domain/errors.ts";
import { bucketName, type FleetBucket } from "../../shared/domain/fleet.ts";
import type { ChassisWrite, FleetIndex, FleetPageRequest, FleetPart, TwinStore } from "../../shared/ports.ts";
import { exampleBucket, exampleRecord, exampleWrite, START } from "../support/record-examples.ts";
import type { Opened, OpenStores } from "./open-stores.ts";

const READY = exampleBucket();
const DISPUTED = exampleBucket({ redundancy: "disputed", severity: "critical" });

/** What every `FleetIndex` does with what its `TwinStore` was given. */
export const fleetIndexContract = (open: OpenStores): void => {
  describe("fleet index", () => {
    let opened: Opened;
    let store: TwinStore;
    let fleet: FleetIndex;

    beforeEach(async () => {
      opened = await open();
      ({ store, fleet } = opened);
    });
    afterEach(() => opened.close());

    const saveAll = (chassisIds: readonly string[]) =>
      Promise.all(chassisIds.map((chassisId) => store.save(exampleWrite(chassisId))));

    const saveNext = (chassisId: string, otherwise: Partial<ChassisWrite>) =>
      store.save(exampleWrite(chassisId, { record: exampleRecord(chassisId, 2), expectedRevision: 1, ...otherwise }));

    /** The parts in use that show chassis of a bucket, or the retired ones. */
    const partsOf = async (group: FleetBucket | "retired"): Promise<readonly FleetPart[]> =>
      (await fleet.parts()).filter((part) => groupName(part.group) === groupName(group));

    const chassisIn = async (group: FleetBucket | "retired", prefix?: string): Promise<readonly string[]> => {
      const pages = await Promise.all((await partsOf(group)).map((part) => pagesOf(fleet, { part, prefix, limit: 2 })));
      return pages.flat(2).sort();
    };

    const countIn = async (group: FleetBucket | "retired", prefix?: string): Promise<number> => {
      const counts = await Promise.all((await partsOf(group)).map((part) => fleet.count(part, prefix)));
      return counts.reduce((sum, count) => sum + count, 0);
    };

    it("knows of no part at first", async () => {
      const part = { group: READY, shard: 0 };

      expect(await fleet.parts()).toEqual([]);
      expect(await fleet.page({ part, limit: 10 })).toEqual({ entries: [], next: null });
      expect(await fleet.count(part)).toBe(0);
    });

    it("lists every part that was ever in use, once", async () => {
      await store.save(exampleWrite("a", { bucket: DISPUTED }));
      await saveAll(["b", "b-2"]);
      await saveNext("a", {});
      const parts = await fleet.parts();

      expect(new Set(parts.map(({ group }) => groupName(group)))).toEqual(new Set([READY, DISPUTED].map(groupName)));
      expect(new Set(parts.map((part) => JSON.stringify(part))).size).toBe(parts.length);
      expect(await partsOf(DISPUTED)).toHaveLength(1);
    });

    it("lists a part as used before the record that uses it is written", async () => {
      const refused = store.save(exampleWrite("a", { expectedRevision: 5, bucket: DISPUTED }));

      await expect(refused).rejects.toThrow(RevisionConflict);
      expect(await fleet.parts()).toEqual([{ group: DISPUTED, shard: expect.any(Number) }]);
      expect(await countIn(DISPUTED)).toBe(0);
    });

    it("pages through each part in order, and through all of them without loss or repetition", async () => {
      const ids = Array.from({ length: 23 }, (_, index) => `rack-${String(index).padStart(2, "0")}`);
      await saveAll(ids);
      await store.save(exampleWrite("rack-05-other", { bucket: DISPUTED }));

      for (const limit of [1, 5, 23, 100]) {
        const parts = await Promise.all((await partsOf(READY)).map((part) => pagesOf(fleet, { part, limit })));
        for (const pages of parts) {
          expect(pages.flat()).toEqual(pages.flat().toSorted());
          expect(pages).toHaveLength(Math.ceil(pages.flat().length / limit));
        }
        expect(parts.flat(2).sort()).toEqual(ids);
      }
    });

    it("goes on after the last of a page although the chassis has left the part", async () => {
      const [part, ids] = await chassisOfOnePart(fleet, saveAll);
      const { next } = await fleet.page({ part, limit: 1 });
      await saveNext(ids[0] ?? "", { bucket: DISPUTED });

      expect(await fleet.page({ part, limit: 50, after: next ?? "" })).toEqual({
        entries: ids.slice(1).map((chassisId) => ({ chassisId, findings: [] })),
        next: null,
      });
    });

    it("finds and counts chassis of a bucket by prefix", async () => {
      await saveAll(["lab-1", "lab-10", "lab-1.b", "lab-2", "Lab-1", "l", "lab"]);

      expect(await chassisIn(READY, "lab-1")).toEqual(["lab-1", "lab-1.b", "lab-10"]);
      expect(await countIn(READY, "lab-1")).toBe(3);
      expect(await chassisIn(READY, "lab-3")).toEqual([]);
      expect(await countIn(READY, "lab-3")).toBe(0);
      for (const part of await fleet.parts())
        expect((await fleet.page({ part, prefix: "lab", after: "zone", limit: 2 })).entries).toEqual([]);
    });

    it("tells of the findings of a chassis, and sorts by chassis whatever they are", async () => {
      const findings = [
        { code: "sync-stale", count: 1, oldestAt: START },
        { code: "interface-module-out-of-sync", count: 12, oldestAt: START + 1 },
      ];
      const [part, ids] = await chassisOfOnePart(fleet, saveAll);
      await Promise.all(ids.filter((_, index) => index % 2 === 0).map((id) => saveNext(id, { findings })));

      expect((await fleet.page({ part, limit: 50 })).entries).toEqual(
        ids.map((chassisId, index) => ({ chassisId, findings: index % 2 === 0 ? findings : [] })),
      );
      expect((await pagesOf(fleet, { part, limit: 1 })).flat()).toEqual(ids);
    });

    it("moves a chassis between buckets", async () => {
      await saveAll(["a"]);
      await saveNext("a", { bucket: DISPUTED });

      expect(await countIn(READY)).toBe(0);
      expect(await chassisIn(DISPUTED)).toEqual(["a"]);
    });

    it("shows a retired chassis among the retired, and in no bucket", async () => {
      await saveAll(["a"]);
      await saveNext("a", { bucket: null });

      expect(await countIn(READY)).toBe(0);
      expect(await chassisIn("retired")).toEqual(["a"]);
      expect(await countIn("retired", "a")).toBe(1);
    });

    it("leaves a chassis where it is when a write is refused", async () => {
      await saveAll(["a"]);
      await expect(store.save(exampleWrite("a", { bucket: DISPUTED }))).rejects.toThrow(RevisionConflict);

      expect(await countIn(READY)).toBe(1);
      expect(await countIn(DISPUTED)).toBe(0);
    });

    it("counts the chassis of a bucket", async () => {
      await saveAll(Array.from({ length: 9 }, (_, index) => `c${index}`));

      expect(await countIn(READY)).toBe(9);
    });

    it("finds the store in good health", async () => {
      await expect(opened.health.check()).resolves.toBeUndefined();
    });
  });
};

const groupName = (group: FleetBucket | "retired"): string => (group === "retired" ? group : bucketName(group));

/** Saves chassis and answers a part that shows several of them, and which those are. */
const chassisOfOnePart = async (
  fleet: FleetIndex,
  saveAll: (chassisIds: readonly string[]) => Promise<unknown>,
): Promise<readonly [FleetPart, readonly string[]]> => {
  await saveAll(Array.from({ length: 9 }, (_, index) => `c-${"x".repeat(index)}`));
  for (const part of await fleet.parts()) {
    const { entries } = await fleet.page({ part, limit: 50 });
    if (entries.length > 2) return [part, entries.map(({ chassisId }) => chassisId)];
  }
  throw new Error("of nine chassis in four shards, three have to be in one");
};

const pagesOf = async (fleet: FleetIndex, request: FleetPageRequest): Promise<(readonly string[])[]> => {
  const pages: (readonly string[])[] = [];
  let after: string | undefined;
  do {
    const page = await fleet.page({ ...request, after });
    pages.push(page.entries.map(({ chassisId }) => chassisId));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return pages;
};

import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { RevisionConflict } from "../../shared/domain/errors.ts";
import type { FleetIndex, FleetPageRequest, TwinStore } from "../../shared/ports.ts";
import { exampleBucket, exampleRecord, exampleWrite } from "../support/record-examples.ts";
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

    it("knows of no bucket at first", async () => {
      expect(await fleet.buckets()).toEqual([]);
      expect(await fleet.page({ bucket: READY, limit: 10 })).toEqual({ chassisIds: [], next: null });
      expect(await fleet.count(READY)).toBe(0);
    });

    it("lists every bucket that was ever in use", async () => {
      await store.save(exampleWrite("a", { bucket: DISPUTED }));
      await store.save(exampleWrite("b"));
      await store.save(exampleWrite("a", { record: exampleRecord("a", 2), expectedRevision: 1 }));
      const buckets = await fleet.buckets();

      expect(buckets).toHaveLength(2);
      expect(buckets).toEqual(expect.arrayContaining([READY, DISPUTED]));
    });

    it("lists a bucket as used before the record that uses it is written", async () => {
      const refused = store.save(exampleWrite("a", { expectedRevision: 5, bucket: DISPUTED }));

      await expect(refused).rejects.toThrow(RevisionConflict);
      expect(await fleet.buckets()).toEqual([DISPUTED]);
      expect(await fleet.count(DISPUTED)).toBe(0);
    });

    it("pages through a bucket in order, without loss or repetition", async () => {
      const ids = Array.from({ length: 23 }, (_, index) => `rack-${String(index).padStart(2, "0")}`);
      await Promise.all(ids.map((id) => store.save(exampleWrite(id))));
      await store.save(exampleWrite("rack-05-other", { bucket: DISPUTED }));

      for (const limit of [1, 5, 23, 100]) {
        const pages = await pagesOf(fleet, { bucket: READY, limit });
        expect(pages.flat()).toEqual(ids);
        expect(pages).toHaveLength(Math.ceil(ids.length / limit));
      }
    });

    it("goes on after the last of a page although the chassis has left the bucket", async () => {
      await Promise.all(["a", "b", "c"].map((id) => store.save(exampleWrite(id))));
      const { next } = await fleet.page({ bucket: READY, limit: 1 });
      await store.save(exampleWrite("a", { record: exampleRecord("a", 2), expectedRevision: 1, bucket: DISPUTED }));

      expect(await fleet.page({ bucket: READY, limit: 5, after: next ?? "" })).toEqual({
        chassisIds: ["b", "c"],
        next: null,
      });
    });

    it("finds chassis of a bucket by prefix", async () => {
      const ids = ["lab-1", "lab-10", "lab-1.b", "lab-2", "Lab-1", "l", "lab"];
      await Promise.all(ids.map((id) => store.save(exampleWrite(id))));

      expect((await pagesOf(fleet, { bucket: READY, prefix: "lab-1", limit: 2 })).flat()).toEqual([
        "lab-1",
        "lab-1.b",
        "lab-10",
      ]);
      expect((await pagesOf(fleet, { bucket: READY, prefix: "lab-3", limit: 2 })).flat()).toEqual([]);
      expect((await fleet.page({ bucket: READY, prefix: "lab", after: "zone", limit: 2 })).chassisIds).toEqual([]);
    });

    it("moves a chassis between buckets", async () => {
      await store.save(exampleWrite("a"));
      await store.save(exampleWrite("a", { record: exampleRecord("a", 2), expectedRevision: 1, bucket: DISPUTED }));

      expect(await fleet.count(READY)).toBe(0);
      expect((await fleet.page({ bucket: DISPUTED, limit: 10 })).chassisIds).toEqual(["a"]);
    });

    it("shows a retired chassis in no bucket", async () => {
      await store.save(exampleWrite("a"));
      await store.save(exampleWrite("a", { record: exampleRecord("a", 2), expectedRevision: 1, bucket: null }));

      expect(await fleet.count(READY)).toBe(0);
      expect(await store.load("a")).toEqual(exampleRecord("a", 2));
    });

    it("leaves a chassis where it is when a write is refused", async () => {
      await store.save(exampleWrite("a"));
      await expect(store.save(exampleWrite("a", { bucket: DISPUTED }))).rejects.toThrow(RevisionConflict);

      expect(await fleet.count(READY)).toBe(1);
      expect(await fleet.count(DISPUTED)).toBe(0);
    });

    it("counts the chassis of a bucket", async () => {
      const ids = Array.from({ length: 9 }, (_, index) => `c${index}`);
      await Promise.all(ids.map((id) => store.save(exampleWrite(id))));

      expect(await fleet.count(READY)).toBe(9);
    });

    it("finds the store in good health", async () => {
      await expect(opened.health.check()).resolves.toBeUndefined();
    });
  });
};

const pagesOf = async (fleet: FleetIndex, request: FleetPageRequest): Promise<(readonly string[])[]> => {
  const pages: (readonly string[])[] = [];
  let after: string | undefined;
  do {
    const page = await fleet.page({ ...request, after });
    pages.push(page.chassisIds);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return pages;
};

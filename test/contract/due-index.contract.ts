import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { RevisionConflict } from "../../shared/domain/errors.ts";
import type { ChassisWrite, DueIndex, TwinStore } from "../../shared/ports.ts";
import { exampleRecord, exampleWrite, START } from "../support/record-examples.ts";
import type { Opened, OpenStores } from "./open-stores.ts";

/** What every `DueIndex` does with what its `TwinStore` was given. */
export const dueIndexContract = (open: OpenStores): void => {
  describe("due index", () => {
    let opened: Opened;
    let store: TwinStore;
    let dueIndex: DueIndex;

    beforeEach(async () => {
      opened = await open();
      ({ store, dueIndex } = opened);
    });
    afterEach(() => opened.close());

    const watchWrite = (chassisId: string, dueAt: number | null): ChassisWrite =>
      exampleWrite(chassisId, { expectedRevision: 1, dueAt });

    it("lists nothing while nothing is due", async () => {
      await store.save(exampleWrite("never", { dueAt: null }));

      expect(await dueIndex.due(START, 10)).toEqual([]);
    });

    it("lists a chassis from its due time on", async () => {
      await store.save(exampleWrite("a", { dueAt: START }));

      expect(await dueIndex.due(START - 1, 10)).toEqual([]);
      expect(await dueIndex.due(START, 10)).toEqual([{ chassisId: "a", dueAt: START }]);
      expect(await dueIndex.due(START + 1, 10)).toEqual([{ chassisId: "a", dueAt: START }]);
    });

    it("lists those that are due longest first, and no more than asked for", async () => {
      const dueTimes = Array.from({ length: 40 }, (_, index) => ({ chassisId: `c-${index}`, dueAt: START + index }));
      await Promise.all([...dueTimes].reverse().map((due) => store.save(exampleWrite(due.chassisId, due))));

      for (const limit of [1, 7, 40, 100])
        expect(await dueIndex.due(START + 39, limit)).toEqual(dueTimes.slice(0, limit));
      expect(await dueIndex.due(START + 4, 100)).toEqual(dueTimes.slice(0, 5));
    });

    it("moves a chassis to the time that a watch stores, or lets go of it", async () => {
      await Promise.all(["later", "earlier", "done"].map((id) => store.save(exampleWrite(id, { dueAt: START }))));
      await store.save(watchWrite("later", START + 1000));
      await store.save(watchWrite("earlier", START - 1000));
      await store.save(watchWrite("done", null));

      expect(await dueIndex.due(START, 10)).toEqual([{ chassisId: "earlier", dueAt: START - 1000 }]);
      expect(await dueIndex.due(START + 1000, 10)).toEqual([
        { chassisId: "earlier", dueAt: START - 1000 },
        { chassisId: "later", dueAt: START + 1000 },
      ]);
    });

    it("lists a chassis no later than the newest events have it", async () => {
      await store.save(exampleWrite("a", { dueAt: START }));
      await store.save(exampleWrite("a", { record: exampleRecord("a", 2), expectedRevision: 1, dueAt: START - 1000 }));

      expect(await dueIndex.due(START - 1000, 10)).toEqual([{ chassisId: "a", dueAt: START - 1000 }]);
    });

    it("leaves a chassis where it is when a write is refused", async () => {
      await store.save(exampleWrite("a", { dueAt: START }));
      await store.save(exampleWrite("a", { record: exampleRecord("a", 2), expectedRevision: 1, dueAt: START }));

      await expect(store.save(watchWrite("a", null))).rejects.toThrow(RevisionConflict);
      expect(await dueIndex.due(START, 10)).toEqual([{ chassisId: "a", dueAt: START }]);
    });

    it("lists a chassis that is in no bucket", async () => {
      await store.save(exampleWrite("retired", { bucket: null, dueAt: START }));

      expect(await dueIndex.due(START, 10)).toEqual([{ chassisId: "retired", dueAt: START }]);
    });
  });
};

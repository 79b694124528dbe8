import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { ChassisRecord, Commit } from "../../shared/domain/chassis-record.ts";
import { RevisionConflict } from "../../shared/domain/errors.ts";
import type { TwinStore } from "../../shared/ports.ts";
import { exampleCommit, exampleRecord, exampleWrite, START } from "../support/record-examples.ts";
import type { Opened, OpenStores } from "./open-stores.ts";

/** What every `TwinStore` does. */
export const twinStoreContract = (open: OpenStores): void => {
  describe("twin store", () => {
    let opened: Opened;
    let store: TwinStore;

    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.close());

    describe("records", () => {
      it("has no record of a chassis never heard of", async () => {
        expect(await store.load("unheard")).toBeNull();
      });

      it("gives back the record as it was written", async () => {
        const record = exampleRecord("verbatim", 3);
        await store.save(exampleWrite("verbatim", { record }));

        expect(await store.load("verbatim")).toEqual(record);
      });

      it("puts a record in place of the one it was made from", async () => {
        await store.save(exampleWrite("growing"));
        await store.save(exampleWrite("growing", { record: exampleRecord("growing", 4), expectedRevision: 1 }));

        expect(await store.load("growing")).toEqual(exampleRecord("growing", 4));
      });

      it("takes a write that does not change the revision", async () => {
        await store.save(exampleWrite("watched"));
        await store.save(exampleWrite("watched", { expectedRevision: 1, dueAt: START }));

        expect(await store.load("watched")).toEqual(exampleRecord("watched"));
      });

      it("refuses a write made from an older revision", async () => {
        await store.save(exampleWrite("raced"));
        await store.save(exampleWrite("raced", { record: exampleRecord("raced", 2), expectedRevision: 1 }));
        const late = store.save(exampleWrite("raced", { record: exampleRecord("raced", 3), expectedRevision: 1 }));

        await expect(late).rejects.toThrow(RevisionConflict);
        await expect(late).rejects.toMatchObject({ chassisId: "raced", expectedRevision: 1 });
        expect(await store.load("raced")).toEqual(exampleRecord("raced", 2));
      });

      it("refuses the first write of a chassis that has a record", async () => {
        await store.save(exampleWrite("first"));

        await expect(store.save(exampleWrite("first"))).rejects.toThrow(RevisionConflict);
      });

      it("refuses a later write of a chassis that has no record", async () => {
        const write = exampleWrite("absent", { record: exampleRecord("absent", 2), expectedRevision: 1 });

        await expect(store.save(write)).rejects.toThrow(RevisionConflict);
        expect(await store.load("absent")).toBeNull();
      });

      it("lets exactly one of two concurrent writers of a revision win", async () => {
        await store.save(exampleWrite("contended"));
        const rivals = [2, 3].map((revision) => exampleRecord("contended", revision));
        const outcomes = await Promise.allSettled(
          rivals.map((record) => store.save(exampleWrite("contended", { record, expectedRevision: 1 }))),
        );

        const winners = rivals.filter((_, index) => outcomes[index]?.status === "fulfilled");
        expect(winners).toHaveLength(1);
        expect(await store.load("contended")).toEqual(winners[0]);
      });

      it("loads the records there are of many chassis", async () => {
        const ids = Array.from({ length: 130 }, (_, index) => `many-${index}`);
        await Promise.all(ids.map((id) => store.save(exampleWrite(id))));
        const loaded = await store.loadMany([...ids, "many-unheard", "many-0"]);

        expect(byChassis(loaded)).toEqual(byChassis(ids.map((id) => exampleRecord(id))));
      });

      it("loads records at once as it does one by one, and those of a chassis as its last write left them", async () => {
        await Promise.all(["at-once-1", "at-once-2"].map((id) => store.save(exampleWrite(id))));
        await store.save(exampleWrite("at-once-2", { record: exampleRecord("at-once-2", 2), expectedRevision: 1 }));
        const ids = ["at-once-2", "unheard", "at-once-1", "at-once-2"];

        expect(await Promise.all(ids.map((id) => store.load(id)))).toEqual([
          exampleRecord("at-once-2", 2),
          null,
          exampleRecord("at-once-1"),
          exampleRecord("at-once-2", 2),
        ]);
      });

      it("loads no records of no chassis", async () => {
        expect(await store.loadMany([])).toEqual([]);
      });

      it("does not let a caller change what is stored", async () => {
        const write = exampleWrite("guarded");
        await store.save(write);
        write.record.base.eventCount = 99;
        const loaded = await store.load("guarded");
        if (loaded !== null) loaded.base.eventCount = 98;

        expect(await store.load("guarded")).toEqual(exampleRecord("guarded"));
      });
    });

    describe("commits", () => {
      const commits = Array.from({ length: 30 }, (_, index) => exampleCommit("old", (index + 1) * 1000));
      const late: Commit = { ...exampleCommit("old", 5000), revision: 9, checkpoint: null };

      beforeAll(async () => {
        await store.save(exampleWrite("old", { commits: [...commits].reverse() }));
        await store.save(exampleWrite("older", { commits: [exampleCommit("older", 7000)] }));
      });

      it("finds commits by the time of their newest event, oldest first", async () => {
        expect(await all(store.commitsFrom("old", START + 3000))).toEqual(commits.slice(2));
        expect(await all(store.commitsFrom("old", START + 3001))).toEqual(commits.slice(3));
      });

      it("finds commits before a time, newest first", async () => {
        expect(await all(store.commitsBefore("old", START + 4000))).toEqual(commits.slice(0, 3).reverse());
        expect(await all(store.commitsBefore("old", START + 4001))).toEqual(commits.slice(0, 4).reverse());
      });

      it("finds all commits from before all time and before after all time", async () => {
        expect(await all(store.commitsFrom("old", -Infinity))).toEqual(commits);
        expect(await all(store.commitsBefore("old", Infinity))).toHaveLength(commits.length);
      });

      it("finds no commits outside of the times there are any of", async () => {
        expect(await all(store.commitsFrom("old", START + 30_001))).toEqual([]);
        expect(await all(store.commitsBefore("old", START + 1000))).toEqual([]);
        expect(await all(store.commitsFrom("unheard", START))).toEqual([]);
      });

      it("lets a reader stop early", async () => {
        for await (const commit of store.commitsFrom("old", START)) {
          expect(commit).toEqual(commits[0]);
          break;
        }
      });

      it("keeps several commits of one time apart", async () => {
        const pair = [exampleCommit("twice", 5000), { ...late, chassisId: "twice" }];
        await store.save(exampleWrite("twice", { commits: pair }));
        const found = await all(store.commitsFrom("twice", START));

        expect(byRevision(found)).toEqual(pair);
      });

      it("keeps a commit once that is written again", async () => {
        const commit = exampleCommit("again", 5000);
        await store.save(exampleWrite("again", { commits: [commit] }));
        const record = exampleRecord("again", 2);
        await store.save(exampleWrite("again", { record, expectedRevision: 1, commits: [commit] }));

        expect(await all(store.commitsFrom("again", START))).toEqual([commit]);
      });

      it("keeps a commit whose record write was refused", async () => {
        const commit = exampleCommit("refused", 5000);
        const write = exampleWrite("refused", { expectedRevision: 8, commits: [commit] });

        await expect(store.save(write)).rejects.toThrow(RevisionConflict);
        expect(await all(store.commitsFrom("refused", START))).toEqual([commit]);
      });
    });
  });
};

const all = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const found: T[] = [];
  for await (const value of values) found.push(value);
  return found;
};

const byChassis = (records: readonly ChassisRecord[]) =>
  [...records].sort((a, b) => (a.chassisId < b.chassisId ? -1 : 1));

const byRevision = (commits: readonly Commit[]) => [...commits].sort((a, b) => a.revision - b.revision);

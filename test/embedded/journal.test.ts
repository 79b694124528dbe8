import { appendFile, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { openJournal } from "../../infra/embedded/journal.ts";

describe("the journal", () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "chassis-twin-journal-"));
    path = join(folder, "journal.ndjson");
  });
  afterEach(() => rm(folder, { recursive: true }));

  const linesLeft = async (): Promise<readonly string[]> => {
    const { journal, left } = await openJournal(path);
    await journal.close();
    return left;
  };

  it("is empty at first", async () => {
    expect(await linesLeft()).toEqual([]);
  });

  it("keeps the lines that are not yet settled for the next start, in order", async () => {
    const { journal } = await openJournal(path);
    await journal.append(["one", "two"]);
    await Promise.all([journal.append(["three"]), journal.append(["four"])]);
    journal.settle("two");
    await journal.close();

    expect(await linesLeft()).toEqual(["one", "two", "three", "four"]);
  });

  it("is emptied once all of its lines are settled, those of an earlier start too", async () => {
    const earlier = await openJournal(path);
    await earlier.journal.append(["one"]);
    await earlier.journal.close();

    const { journal, left } = await openJournal(path);
    await journal.append(["two"]);
    for (const line of [...left, "two"]) journal.settle(line);
    await journal.close();

    expect(left).toEqual(["one"]);
    expect((await stat(path)).size).toBe(0);
  });

  it("keeps a line that is appended while it is about to be emptied", async () => {
    const { journal } = await openJournal(path);
    await journal.append(["one"]);

    journal.settle("one");
    await journal.append(["two"]);
    await journal.close();

    expect(await linesLeft()).toContain("two");
  });

  it("drops a torn last line, and what is appended then stands on a line of its own", async () => {
    await appendFile(path, '{"whole":"é"}\n{"torn":"');

    const { journal, left } = await openJournal(path);
    await journal.append(["next"]);
    await journal.close();

    expect(left).toEqual(['{"whole":"é"}']);
    expect(await linesLeft()).toEqual(['{"whole":"é"}', "next"]);
  });

  it("forgets settled lines before it grows large, even if it is never all settled", async () => {
    const { journal } = await openJournal(path);
    const large = (n: number) => `${n} ${"x".repeat(1024 * 1024)}`;

    await journal.append(["kept"]);
    for (let n = 0; n < 40; n += 1) {
      await journal.append([large(n)]);
      journal.settle(large(n));
    }
    await journal.close();

    expect((await stat(path)).size).toBeLessThan(20 * 1024 * 1024);
    expect((await linesLeft()).at(0)).toBe("kept");
  });

  it("tells when a line cannot be written", async () => {
    const { journal } = await openJournal(path);
    await journal.close();

    await expect(journal.append(["late"])).rejects.toThrow();
    expect(await readFile(path, "utf8")).toBe("");
  });
});

import { type FileHandle, open, readFile, rename, rm } from "node:fs/promises";

/** From this size on, in bytes, a journal that is mostly done with is written anew. */
const LARGE = 16 * 1024 * 1024;

/** What was accepted but is not yet done with, kept through a crash of the process. */
export interface Journal {
  /** Writes lines down, all or none as far as the caller is told. Throws when they cannot be written. */
  append(lines: readonly string[]): Promise<void>;
  /** A line is done with. */
  settle(line: string): void;
  close(): Promise<void>;
}

/** A journal that keeps nothing. */
export const noJournal: Journal = {
  append: () => Promise.resolve(),
  settle: () => undefined,
  close: () => Promise.resolve(),
};

/**
 * Opens the journal at `path` and tells the lines that were left in it. A torn last line is dropped: its writer was
 * killed before it could promise anything. No two lines may be the same.
 */
export const openJournal = async (path: string): Promise<{ journal: Journal; left: readonly string[] }> => {
  const file = await open(path, "a+");
  const content = await readFile(file);
  const complete = content.lastIndexOf("\n") + 1;
  await file.truncate(complete);
  const lines = content
    .toString("utf8", 0, complete)
    .split("\n")
    .filter((line) => line !== "");
  const left = [...new Set(lines)];
  return { journal: new FileJournal(path, file, { size: complete, lines: left }), left };
};

class FileJournal implements Journal {
  readonly #path: string;
  readonly #unsettled = new Set<string>();
  #file: FileHandle;
  /** The bytes that are known to be whole lines. */
  #size: number;
  #unsettledLength = 0;
  #torn = false;
  #tidying = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string, file: FileHandle, left: { size: number; lines: readonly string[] }) {
    this.#path = path;
    this.#file = file;
    this.#size = left.size;
    this.#expect(left.lines);
  }

  async append(lines: readonly string[]): Promise<void> {
    this.#expect(lines);
    try {
      await this.#inTurn(() => this.#write(lines.map((line) => `${line}\n`).join("")));
    } catch (error) {
      for (const line of lines) this.#forget(line);
      throw error;
    }
  }

  settle(line: string): void {
    this.#forget(line);
    if (this.#tidying || !(this.#unsettled.size === 0 || this.#isMostlySettled())) return;
    this.#tidying = true;
    this.#inTurn(() => this.#tidy())
      // What is left in the journal does no harm, and the next settled line tries again.
      .catch(() => undefined)
      .finally(() => {
        this.#tidying = false;
      });
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#file.close());
  }

  #isMostlySettled(): boolean {
    return this.#size >= LARGE && this.#unsettledLength * 2 < this.#size;
  }

  #expect(lines: readonly string[]): void {
    for (const line of lines) {
      this.#unsettled.add(line);
      this.#unsettledLength += line.length;
    }
  }

  #forget(line: string): void {
    if (this.#unsettled.delete(line)) this.#unsettledLength -= line.length;
  }

  /** One access to the file at a time, in the order asked for. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #write(text: string): Promise<void> {
    if (this.#torn) await this.#file.truncate(this.#size);
    this.#torn = true;
    await this.#file.appendFile(text);
    this.#torn = false;
    this.#size += Buffer.byteLength(text);
  }

  async #tidy(): Promise<void> {
    if (this.#unsettled.size === 0) {
      await this.#file.truncate(0);
      this.#size = 0;
      return;
    }
    if (this.#isMostlySettled()) await this.#replaceWith([...this.#unsettled].map((line) => `${line}\n`).join(""));
  }

  async #replaceWith(text: string): Promise<void> {
    const path = `${this.#path}.new`;
    await rm(path, { force: true });
    const file = await open(path, "a+");
    try {
      await file.appendFile(text);
      await rename(path, this.#path);
    } catch (error) {
      await file.close();
      throw error;
    }
    const old = this.#file;
    this.#file = file;
    this.#size = Buffer.byteLength(text);
    await old.close();
  }
}

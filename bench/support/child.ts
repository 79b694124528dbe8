import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type * as z from "zod";

/** A process of the benchmark ended too early, or said something else than expected. */
export class ChildFailed extends Error {
  override readonly name = "ChildFailed";
}

/** A process that runs a file and talks with its parent. Ends with it. */
export class Child {
  readonly #file: string;
  readonly #process: ChildProcess;

  constructor(file: string, args: readonly string[]) {
    this.#file = file;
    this.#process = fork(file, args, { execArgv: ["--import", "tsx"], stdio: "inherit" });
  }

  /** What the process says next, after it was told something. */
  async hear<Said>(schema: z.ZodType<Said>, command?: string): Promise<Said> {
    const said = once(this.#process, "message");
    const gone = once(this.#process, "exit").then(() => {
      throw new ChildFailed(`${this.#file} ended`);
    });
    gone.catch(() => undefined);
    if (command !== undefined) this.#process.send(command);
    const [message] = await Promise.race([said, gone]);
    return schema.parse(message);
  }

  /** Ends the process. */
  async end(command?: string): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, "exit");
    if (command === undefined) this.#process.kill("SIGKILL");
    else this.#process.send(command);
    await ended;
  }
}

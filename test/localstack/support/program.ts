import { spawn } from "node:child_process";
import { once } from "node:events";

const SHOWN_OUTPUT = 4000;

/** Where and with what a program runs. */
export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** What a program that ended left: all that it wrote, and its exit code. */
export interface ProgramResult {
  readonly output: string;
  /** `null` when a signal ended it. */
  readonly exitCode: number | null;
}

/** A program ended with an error; the message holds the end of what it wrote. */
export class ProgramFailed extends Error {
  override readonly name = "ProgramFailed";
}

/** Runs a program to its end, whatever that is. Rejects when there is no such program. */
export const runToEnd = async (
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> => {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  // Should this process end before it, the program does not go on without it.
  const kill = () => child.kill();
  process.once("exit", kill);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  try {
    await once(child, "close");
  } finally {
    process.off("exit", kill);
  }
  return { output, exitCode: child.exitCode };
};

/** Runs a program that has to succeed, and answers what it wrote. Throws `ProgramFailed`. */
export const runProgram = async (
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<string> => {
  const { output, exitCode } = await runToEnd(program, args, options);
  if (exitCode !== 0) throw new ProgramFailed(`${program} ${args.join(" ")} failed:\n${output.slice(-SHOWN_OUTPUT)}`);
  return output;
};

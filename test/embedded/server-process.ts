import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./until.ts";

const running = new Set<ChildProcess>();
const folders = new Set<string>();

/** The embedded server in a process of its own. */
export interface ServerProcess {
  /** Sends a signal and answers the exit code, or `null` when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** The exit code of a process that ends by itself. */
  readonly exitCode: Promise<number | null>;
  output(): string;
  errors(): string;
}

/** A server process that listens at `url`. */
export interface ListeningProcess extends ServerProcess {
  readonly url: string;
}

/** Runs `npm start` with arguments, without waiting until it is ready. */
export const runServer = (args: readonly string[], environment: NodeJS.ProcessEnv = {}): ServerProcess => {
  const child = spawn(process.execPath, ["--import", "tsx", "infra/embedded/main.ts", ...args], {
    env: { ...withoutAws(process.env), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const exitCode = once(child, "close").then(() => {
    running.delete(child);
    return child.exitCode;
  });
  const output = textOf(child.stdout);
  const errors = textOf(child.stderr);
  return {
    exitCode,
    output,
    errors,
    async end(signal) {
      child.kill(signal);
      return await exitCode;
    },
  };
};

/** Runs the server on a free port, unless the arguments name one, and waits until it listens. */
export const startedServer = async (
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<ListeningProcess> => {
  const server = runServer(["--port", "0", ...args], environment);
  const listening = () => /listens on (http:\S+)/.exec(server.output())?.[1];
  let ended = false;
  server.exitCode.then(() => {
    ended = true;
  });
  await until("the server listens", () => ended || listening() !== undefined);
  const url = listening();
  if (url === undefined) throw new Error(`the server ended: ${server.errors()}`);
  return { ...server, url };
};

/** A folder that is removed after the test. */
export const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "chassis-twin-"));
  folders.add(folder);
  return folder;
};

/** Ends what the test started and removes the folders it used. */
export const cleanUp = async (): Promise<void> => {
  const ends = [...running].map((child) => once(child, "close"));
  for (const child of running) child.kill("SIGTERM");
  const patience = setTimeout(() => {
    for (const child of running) child.kill("SIGKILL");
  }, 10_000);
  await Promise.all(ends);
  clearTimeout(patience);
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
  folders.clear();
};

const textOf = (stream: NodeJS.ReadableStream): (() => string) => {
  let text = "";
  stream.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return () => text;
};

const withoutAws = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("AWS_")));

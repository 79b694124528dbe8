import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { copyFile, mkdtemp, open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { withoutAws } from "./environment.ts";
import { CannotRun } from "./errors.ts";
import { VIRTUAL_ENVIRONMENT } from "./paths.ts";
import { runProgram, runToEnd } from "./program.ts";

const REQUIREMENTS = join(import.meta.dirname, "../requirements.txt");
const START_SECONDS = 60;
const POLL_MS = 100;
const PATIENCE_MS = 10_000;

/** How an emulator is started. */
export interface MiniStackOptions {
  /** The file that takes its log. */
  readonly log: string;
  /** What its functions inherit, beside what they need to find it. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** An emulator of AWS that this process started. */
export interface MiniStack {
  readonly endpoint: string;
  /** Ends it, and removes what it kept. */
  stop(): Promise<void>;
}

/** Installs MiniStack, unless that is done, and starts it on a free port of this machine. Throws `CannotRun`. */
export const startMiniStack = async ({ log: path, environment = {} }: MiniStackOptions): Promise<MiniStack> => {
  await install();
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), "chassis-twin-ministack-"));
  const log = await open(path, "w");
  const child = spawn(join(VIRTUAL_ENVIRONMENT, "bin/ministack"), [], {
    cwd: folder,
    env: {
      ...withoutAws(process.env),
      BIND_HOST: "127.0.0.1",
      MINISTACK_HOST: "127.0.0.1",
      GATEWAY_PORT: String(port),
      STATE_DIR: join(folder, "state"),
      TMPDIR: folder,
      // It would listen on a port of its own for devices.
      IOT_MTLS_ENABLED: "0",
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      ...environment,
    },
    stdio: ["ignore", log.fd, log.fd],
  });
  await log.close();
  // Should this process fail, the emulator does not go on without it.
  const abandon = () => {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", abandon);

  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async () => {
    await end(child);
    process.off("exit", abandon);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilHealthy(endpoint, child, path);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
};

const install = async (): Promise<void> => {
  const installed = join(VIRTUAL_ENVIRONMENT, "installed.txt");
  const wanted = await readFile(REQUIREMENTS, "utf8");
  if ((await readFile(installed, "utf8").catch(() => "")) === wanted) return;
  await rm(VIRTUAL_ENVIRONMENT, { recursive: true, force: true });
  await runProgram("python3", ["-m", "venv", VIRTUAL_ENVIRONMENT]);
  const pip = join(VIRTUAL_ENVIRONMENT, "bin/pip");
  await runProgram(pip, ["install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]);
  await copyFile(REQUIREMENTS, installed);
};

/** Throws `CannotRun` when this machine has no Python that the emulator could run on. */
export const requirePython = async (): Promise<void> => {
  const asked = ["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))"];
  const { exitCode } = await runToEnd("python3", asked).catch(() => ({ exitCode: null }));
  if (exitCode !== 0) throw new CannotRun("the emulator needs Python 3.10 or newer, with venv, as python3");
};

/** A port of this machine that nobody listens on now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
};

const untilHealthy = async (endpoint: string, child: ChildProcess, log: string): Promise<void> => {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (!(await isHealthy(endpoint))) {
    if (child.exitCode !== null || Date.now() > deadline)
      throw new CannotRun(`MiniStack did not start; ${log} may say why`);
    await pause(POLL_MS);
  }
};

const isHealthy = async (endpoint: string): Promise<boolean> => {
  try {
    return (await fetch(`${endpoint}/_ministack/health`)).ok;
  } catch {
    return false;
  }
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = once(child, "close");
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await closed;
  clearTimeout(patience);
};

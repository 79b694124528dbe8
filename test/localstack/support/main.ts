import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { inspect } from "node:util";
import { cdkFor, synthesize } from "./cdk.ts";
import { namedEndpoint } from "./endpoint.ts";
import { emulatorEnvironment } from "./environment.ts";
import { CannotRun } from "./errors.ts";
import { freePort, requirePython, startMiniStack } from "./ministack.ts";
import { ISSUER_FOLDER, ROOT, WORK } from "./paths.ts";
import { ISSUER_HOST, STAGES } from "./stages.ts";

const startedAt = Date.now();
const tell = (what: string): void => {
  process.stderr.write(`test:localstack: ${what} (${Math.round((Date.now() - startedAt) / 1000)} s)\n`);
};

const interruption = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => interruption.abort());

/** Synthesizes the stages, and answers the port at which one of them expects its issuer. */
const synthesizeStages = async (): Promise<number> => {
  const port = await freePort();
  const environment = { ISSUER_URL: `https://${ISSUER_HOST}:${port}` };
  await synthesize({ file: join(import.meta.dirname, "app.ts"), environment });
  tell("the stages are synthesized");
  return port;
};

/** Deploys the stages, runs the suite on them, and answers its exit code. */
const runSuite = async (endpoint: string, issuerPort: number): Promise<number> => {
  const cdk = cdkFor(endpoint);
  await cdk.bootstrap();
  for (const stage of Object.values(STAGES)) await cdk.deploy(stage);
  tell(`the stages are deployed to ${endpoint}`);
  return await jest({ ...emulatorEnvironment(endpoint), ISSUER_PORT: String(issuerPort) });
};

/** On an emulator that goes on without the suite nothing is left; the suite itself destroys the other stage. */
const runOn = async (endpoint: string): Promise<number> => {
  const issuerPort = await synthesizeStages();
  try {
    return await runSuite(endpoint, issuerPort);
  } finally {
    await cdkFor(endpoint).destroy(STAGES.signed);
  }
};

const runOnMiniStack = async (): Promise<number> => {
  await requirePython();
  // Its functions are to trust the issuer of the tests.
  const environment = { NODE_EXTRA_CA_CERTS: join(ISSUER_FOLDER, "issuer.pem") };
  const log = join(WORK, "ministack.log");
  const [started, synthesized] = await Promise.allSettled([startMiniStack({ log, environment }), synthesizeStages()]);
  try {
    return await runSuite(resultOf(started).endpoint, resultOf(synthesized));
  } finally {
    if (started.status === "fulfilled") await started.value.stop();
    tell("MiniStack has ended");
  }
};

const resultOf = <T>(settled: PromiseSettledResult<T>): T => {
  if (settled.status === "rejected") throw settled.reason;
  return settled.value;
};

const jest = async (env: NodeJS.ProcessEnv): Promise<number> => {
  const program = ["--experimental-vm-modules", "--no-warnings", join(ROOT, "node_modules/jest/bin/jest.js")];
  const args = ["--config", join(ROOT, "jest.localstack.config.js"), ...process.argv.slice(2)];
  const { signal } = interruption;
  signal.throwIfAborted();
  const child = spawn(process.execPath, [...program, ...args], { cwd: ROOT, env, signal, stdio: "inherit" });
  await once(child, "close");
  return child.exitCode ?? 1;
};

const run = async (): Promise<number> => {
  const named = namedEndpoint(process.env);
  await rm(WORK, { recursive: true, force: true });
  for (const folder of [WORK, ISSUER_FOLDER]) await mkdir(folder, { recursive: true });
  return named === null ? await runOnMiniStack() : await runOn(named);
};

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`test:localstack: ${error instanceof CannotRun ? error.message : inspect(error)}\n`);
  process.exitCode = 1;
}

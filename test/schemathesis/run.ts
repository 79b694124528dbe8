import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import * as z from "zod";
import { token, verifierWithKeys } from "../support/tokens.ts";
import { postRecordedFleet } from "./fleet.ts";
import { outcomeOf } from "./outcome.ts";
import { installedSchemathesis, PythonMissing } from "./python.ts";

const CANNOT_RUN = 2;
const SEED = 1;
const MOST_EXAMPLES = 20;
const REPORT = join(import.meta.dirname, "../../.cache/schemathesis/report.json");
const SETTINGS = join(import.meta.dirname, "schemathesis.toml");

/** Lets schemathesis ask a server in memory all that the API's description allows, and much that it does not. */
const run = async (outputFile: string | undefined): Promise<void> => {
  const schemathesis = await installedSchemathesis();
  // The SDK's note on old versions of Node is for its developers; it has to be silenced before the SDK is loaded.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const { startServer } = await import("../../infra/embedded/server.ts");
  // With tokens, so that requests without one are refused as the description says.
  const verifier = verifierWithKeys();
  const server = await startServer({ host: "127.0.0.1", port: 0, inMemory: true, dataDirectory: "", verifier });
  const bearer = token({ scope: "events:write twins:read", exp: Math.floor(Date.now() / 1000) + 3600 });
  try {
    const environment = { ...process.env, TWIN_TOKEN: await postRecordedFleet(server.url, bearer) };
    await rm(REPORT, { force: true });
    const child = spawn(schemathesis, argumentsFor(server.url, bearer), { env: environment, stdio: "inherit" });
    await once(child, "close");
  } finally {
    await server.close();
  }
  const outcome = outcomeOf(await readFile(REPORT, "utf8").catch(() => null));
  if (outputFile !== undefined) await writeFile(outputFile, JSON.stringify(outcome));
  const failed = outcome.numFailedTests + outcome.numRuntimeErrorTestSuites;
  process.stdout.write(`${outcome.numPassedTests} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
};

const argumentsFor = (url: string, bearer: string): readonly string[] => [
  ...["--config-file", SETTINGS, "run", `${url}/openapi.json`, "--url", url],
  ...["--header", `Authorization: Bearer ${bearer}`, "--checks", "all"],
  ...["--seed", `${SEED}`, "--max-examples", `${MOST_EXAMPLES}`, "--generation-database", "none"],
  ...["--report", "json", "--report-json-path", REPORT],
];

const { outputFile } = z
  .object({ outputFile: z.string().optional() })
  .parse(
    new Command("npm run test:schemathesis --")
      .description("Runs schemathesis over the API of a server in memory.")
      .option("--outputFile <path>", "where to write how many requests passed and failed, as JSON")
      .parse()
      .opts(),
  );

try {
  await run(outputFile);
} catch (error) {
  if (!(error instanceof PythonMissing)) throw error;
  process.stderr.write(`test:schemathesis: ${error.message}\n`);
  process.exitCode = CANNOT_RUN;
}

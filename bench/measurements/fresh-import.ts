import { execFile } from "node:child_process";
import { execPath } from "node:process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as z from "zod";

const run = promisify(execFile);

/** What the import of a file took in a Node that had done nothing before. */
export interface Imported {
  readonly cpuMs: number;
  readonly memoryMb: number;
}

const Answer = z.object({ cpuMs: z.number(), memoryMb: z.number() });

const SCRIPT = `
const before = process.cpuUsage();
await import(process.argv[1]);
const { user, system } = process.cpuUsage(before);
const answer = { cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 1e6 };
process.stdout.write(JSON.stringify(answer), () => process.exit());
`;

/** What functions read from their environment. */
const ENVIRONMENT = {
  AWS_REGION: "us-east-1",
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  POWERTOOLS_SERVICE_NAME: "function",
  POWERTOOLS_METRICS_NAMESPACE: "twin",
  TABLE_NAME: "table",
  EVENT_BUS_NAME: "bus",
  DEAD_LETTER_QUEUE_URL: "https://sqs.example/dead-letters",
  JWT_ISSUER: "https://issuer.example/",
  JWT_AUDIENCE: "chassis",
};

/** Imports a file in a new process of Node. */
export const importInFreshNode = async (file: string): Promise<Imported> => {
  const { stdout } = await run(execPath, ["--input-type=module", "--eval", SCRIPT, pathToFileURL(file).href], {
    env: { ...process.env, ...ENVIRONMENT },
  });
  return Answer.parse(JSON.parse(stdout));
};

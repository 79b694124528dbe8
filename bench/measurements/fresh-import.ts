import { execFile } from "node:child_process";
import { execPath } from "node:process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import * as z from "zod";
import { FUNCTION_ENVIRONMENT } from "../../test/support/function-environment.ts";

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

/** Imports a file in a new process of Node. */
export const importInFreshNode = async (file: string): Promise<Imported> => {
  const { stdout } = await run(execPath, ["--input-type=module", "--eval", SCRIPT, pathToFileURL(file).href], {
    env: { ...process.env, ...FUNCTION_ENVIRONMENT, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  });
  return Answer.parse(JSON.parse(stdout));
};

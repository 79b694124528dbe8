import { stderr, stdout } from "node:process";
import { Command } from "commander";
import { CannotRun } from "../test/localstack/support/errors.ts";
import type { Load } from "./end-to-end/drive.ts";
import { EMULATOR_LOAD, measureEmulated } from "./measurements/emulator.ts";
import { measureEmbedded, measureRunning } from "./measurements/end-to-end.ts";
import { inMarkdown, type Section } from "./support/report.ts";

// From a post to a readable twin: on the embedded server, on the service at `--url`, or on the stack in an emulator.

const options = new Command()
  .option("--url <url>", "a running service; without it the embedded server is started")
  .option("--emulator", "the stack, deployed to an emulator that is started; without sizes it takes a small load")
  .option("--singles <number>", "single events", Number)
  .option("--per-second <number>", "how many of them each second", Number)
  .option("--batches <number>", "batches of 100 events", Number)
  .option("--senders <number>", "how many post them", Number)
  .option("--seed <number>", "the chance by which the chassis live", Number, 20_261_123)
  .parse()
  .opts<Partial<Load> & { seed: number; url?: string; emulator?: true }>();

const { url, emulator, ...sizes } = options;

const measure = async (): Promise<Section> => {
  if (emulator) return await measureEmulated({ ...EMULATOR_LOAD, ...sizes });
  const load = { singles: 300, perSecond: 20, batches: 100, senders: 4, ...sizes };
  return url === undefined ? await measureEmbedded(load) : await measureRunning(url, load);
};

try {
  stdout.write(`${inMarkdown(await measure())}\n`);
} catch (error) {
  if (!(error instanceof CannotRun)) throw error;
  stderr.write(`bench:end-to-end: ${error.message}\n`);
  process.exitCode = 1;
}

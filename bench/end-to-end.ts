import { stdout } from "node:process";
import { Command } from "commander";
import { measureEmbedded, measureRunning } from "./measurements/end-to-end.ts";
import { inMarkdown } from "./support/report.ts";

// From a post to a readable twin: on the embedded server, or on the service at `--url`.

const options = new Command()
  .option("--url <url>", "a running service; without it the embedded server is started")
  .option("--singles <number>", "single events", Number, 300)
  .option("--per-second <number>", "how many of them each second", Number, 20)
  .option("--batches <number>", "batches of 100 events", Number, 100)
  .option("--senders <number>", "how many post them", Number, 4)
  .option("--seed <number>", "the chance by which the chassis live", Number, 20_261_123)
  .parse()
  .opts<{ url?: string; singles: number; perSecond: number; batches: number; senders: number; seed: number }>();

const { url, ...load } = options;
const section = url === undefined ? await measureEmbedded(load) : await measureRunning(url, load);
stdout.write(`${inMarkdown(section)}\n`);

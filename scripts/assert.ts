import { Command, CommanderError, Option } from "commander";
import * as z from "zod";
import { assertFleet } from "./assert/assert-fleet.ts";
import { readAssertionFile } from "./assert/assertion-file.ts";
import { CannotAssert } from "./assert/errors.ts";
import { renderReport } from "./assert/report.ts";

const ASSERTION_FAILED = 1;
const CALLER_MUST_ACT = 2;

const Options = z.object({ url: z.string(), token: z.string().optional() });

const run = async (): Promise<void> => {
  const command = new Command("npm run assert --")
    .description("Says whether assertions hold in the fleet; ends with 1 when one does not, with 2 when it cannot say.")
    .argument("<file>", "the assertions, in YAML or JSON: see examples/assertions.yaml")
    .option("--url <url>", "where the service is", "http://127.0.0.1:8080")
    .addOption(new Option("--token <token>", "who asks, where callers need tokens").env("TOKEN"))
    .configureOutput({ writeErr: () => undefined })
    .showSuggestionAfterError(false)
    .exitOverride()
    .parse();
  const { url, token } = Options.parse(command.opts());
  if (!URL.canParse(url)) throw new CannotAssert(`--url is no URL: ${url}`);
  const file = z.string().parse(command.args[0]);
  const answer = await assertFleet({ baseUrl: url, token }, await readAssertionFile(file));
  process.stdout.write(renderReport(answer));
  if (!answer.passed) process.exitCode = ASSERTION_FAILED;
};

try {
  await run();
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0;
  else {
    const isForeseen = error instanceof CannotAssert || error instanceof CommanderError;
    const message = error instanceof Error ? (isForeseen ? error.message : error.stack) : String(error);
    process.stderr.write(`assert: ${message?.replace(/^error: /, "")}\n`);
    process.exitCode = CALLER_MUST_ACT;
  }
}

import { CommanderError } from "commander";
import { readCommandLine } from "./command-line.ts";
import { CannotStart } from "./errors.ts";
import { greeting } from "./greeting.ts";
import { tellOperator } from "./operator-log.ts";
import type { RunningServer } from "./server.ts";

const OPERATOR_MUST_ACT = 2;
const INTERRUPTED = 130;

/** A terminal's Ctrl-C may arrive twice, from the terminal and from the npm or tsx above us. */
const SAME_SIGNAL_MS = 1000;

const main = async (): Promise<void> => {
  const commandLine = readCommandLine(process.argv.slice(2));
  // The SDK's note on old versions of Node is for its developers; it has to be silenced before the SDK is loaded.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const { startServer } = await import("./server.ts");
  const server = await startServer(commandLine);
  endOnSignal(server);
  process.stdout.write(greeting(server, new Date()));
  if (commandLine.demo) await replayDemo(server);
};

const replayDemo = async ({ url }: RunningServer): Promise<void> => {
  const demo = await import("./demo/replay.ts");
  try {
    const { events, chassisIds } = await demo.replayDemo(url);
    process.stdout.write(`Replayed ${events} events of ${chassisIds.length} chassis; see ${url}/chassis\n`);
  } catch (error) {
    tellOperator("the demo was not replayed", error);
  }
};

const endOnSignal = (server: RunningServer): void => {
  let endingSince: number | null = null;
  const end = async () => {
    if (endingSince !== null) {
      if (Date.now() - endingSince > SAME_SIGNAL_MS) process.exit(INTERRUPTED);
      return;
    }
    endingSince = Date.now();
    try {
      await server.close();
      process.exit(0);
    } catch (error) {
      tellOperator("did not stop cleanly", error);
      process.exit(1);
    }
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
};

const exitCodeOf = (error: unknown): number => {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    tellOperator(error.message.replace(/^error: /, ""));
    return OPERATOR_MUST_ACT;
  }
  if (error instanceof CannotStart) {
    tellOperator(`cannot start: ${error.message}`);
    return OPERATOR_MUST_ACT;
  }
  tellOperator("cannot start", error);
  return 1;
};

main().catch((error) => process.exit(exitCodeOf(error)));

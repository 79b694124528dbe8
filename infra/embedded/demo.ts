import { Command, InvalidArgumentError } from "commander";
import { readFleet, readHistory, readTwin } from "./demo/client.ts";
import { type ReplaySummary, replayDemo } from "./demo/replay.ts";
import { renderHistory, renderTwin } from "./demo/story.ts";
import { renderFleet } from "./demo/table.ts";
import { CannotStart } from "./errors.ts";
import { tellOperator } from "./operator-log.ts";

const STORY_CHASSIS = "bxr-lon-01";
const OPERATOR_MUST_ACT = 2;

const run = async ({ port, once }: Options): Promise<void> => {
  // The SDK's note on old versions of Node is for its developers; it has to be silenced before the SDK is loaded.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
  const { startServer } = await import("./server.ts");
  const server = await startServer({ host: "127.0.0.1", port, inMemory: true, dataDirectory: ".data" });
  try {
    say(introduction(await replayDemo(server.url)));
    say(renderFleet(await readFleet(server.url)));
    say(await story(server.url));
    if (once) return;
    say(farewell(server.url));
    await interruption();
  } finally {
    await server.close();
  }
};

/** A terminal's Ctrl-C may arrive twice, from the terminal and from npm, so the listeners stay. */
const interruption = (): Promise<void> =>
  new Promise((resolve) => {
    process.on("SIGINT", () => resolve()).on("SIGTERM", () => resolve());
  });

const introduction = ({ events, chassisIds, linesWithoutMeaning, unrecognisedLines }: ReplaySummary): string =>
  `The twin runs in memory. A recorded night of ${chassisIds.length} chassis has been replayed:
${events} events from a syslog capture and from what other collectors saw. Of the
capture, ${linesWithoutMeaning} lines mean nothing to the twin; lines not recognised: ${unrecognisedLines}.

`;

const story = async (url: string): Promise<string> => {
  const twin = await readTwin(url, STORY_CHASSIS);
  const history = renderHistory(await readHistory(url, STORY_CHASSIS));
  return `
${STORY_CHASSIS}: the active module is pulled, and another takes its place

${history}
${STORY_CHASSIS} now

${twin === null ? "" : renderTwin(twin)}`;
};

const farewell = (url: string): string => `
The API is at ${url} until you press Ctrl-C.
Ask it, for example, which chassis could not switch over now:

  curl '${new URL("/chassis?switchoverReady=false", url)}'

`;

const say = (text: string): void => {
  process.stdout.write(text);
};

interface Options {
  readonly port: number;
  readonly once: boolean;
}

const readPort = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError("A port is a number up to 65535.");
  return port;
};

const options = new Command("demo")
  .description("Starts the twin in memory, replays a recorded fleet into it and shows what it makes of it.")
  .option("--port <number>", "where the API listens", readPort, 8080)
  .option("--once", "end after printing", false)
  .parse()
  .opts<Options>();

try {
  await run(options);
} catch (error) {
  tellOperator("the demo cannot go on", error);
  process.exitCode = error instanceof CannotStart ? OPERATOR_MUST_ACT : 1;
}

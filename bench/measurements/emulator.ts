import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import { CannotRun } from "../../test/localstack/support/errors.ts";
import { requirePython } from "../../test/localstack/support/ministack.ts";
import { signedFetch } from "../../test/localstack/support/signed-fetch.ts";
import { clientOptions } from "../emulator/clients.ts";
import { type DeployedStage, deployStage } from "../emulator/deployed-stage.ts";
import { CallsNotTold, type FunctionLog, functionLogs, type Span } from "../emulator/function-logs.ts";
import { MOST_AT_ONCE, PROJECTING } from "../emulator/names.ts";
import { partsOf, runsOf } from "../emulator/where-time-goes.ts";
import { type Calls, callsAlone, countOf } from "../end-to-end/calls.ts";
import { type Load, postSingles, sustainedBy } from "../end-to-end/drive.ts";
import { Service } from "../end-to-end/service.ts";
import { ceilingRows, sendersOf, tableOf } from "../end-to-end/summary.ts";
import { figure, medianOf, type Section } from "../support/report.ts";

const TITLE = "From a post to a readable twin, deployed to an emulator";

/** What an emulator does in a minute or two. */
export const EMULATOR_LOAD = { singles: 150, perSecond: 3, batches: 40, senders: 2 } as const;

/** The pause before a twin is read again: each read is a run of a function, which takes time from the others. */
const POLL_MS = 50;

/** On a busy machine a run may end too late; what it was to project comes again after three minutes. */
const PATIENCE_MS = 300_000;

/** How often the function that does the least is asked. */
const TRIVIAL_RUNS = 20;

/** From a post to a readable twin, on a stage that is deployed to an emulator for that, and where its time goes. */
export const measureEmulated = async (load: Load): Promise<Section> => {
  const stage = await deployStage();
  try {
    return await measureStage(stage, load);
  } finally {
    await stage.stop();
  }
};

/** The same; where there is no Python for the emulator, a section that says so. */
export const measureEmulatedIfPossible = async (load: Load): Promise<Section> => {
  try {
    await requirePython();
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    process.stderr.write(`${TITLE}: ${error.message}\n`);
    return { title: TITLE, text: ["Not measured: there was no Python 3.10 for the emulator."], tables: [], missed: [] };
  }
  return await measureEmulated(load);
};

const measureStage = async ({ endpoint, url }: DeployedStage, load: Load): Promise<Section> => {
  const send = (target: string, request = {}) => signedFetch("execute-api", target, request);
  const service = new Service(url, { send, pollMs: POLL_MS, patienceMs: PATIENCE_MS });
  await sustainedBy(service, sendersOf("warm", { ...load, batches: load.senders }));
  const singles = await postSingles(service, "single", load);
  const senders = sendersOf("batch", load);
  const from = Date.now();
  const sustained = await sustainedBy(service, senders);
  const until = Date.now();
  for (const sender of senders) await sender.check(service);
  for (let run = 0; run < TRIVIAL_RUNS; run += 1) await (await send(`${url}/openapi.json`)).text();
  const logs = await functionLogs(endpoint);
  const projecting = logs.get(PROJECTING.service) ?? NOTHING_TOLD;
  const calls = callsSince(projecting, from);
  return {
    title: TITLE,
    text: textOver(logs.get("describe-api")?.invocations ?? []),
    tables: [
      tableOf(load, { singles, sustained }, ceilingRows(sustained, calls, await aloneOn(endpoint, calls))),
      partsOf(singles, projecting),
      runsOf(logs, { from, until }),
    ],
    missed: [],
  };
};

const textOver = (trivial: readonly Span[]): readonly string[] => {
  const { median } = medianOf(trivial.map(({ from, until }) => until - from));
  return [
    "The stack, deployed by the CDK to MiniStack, an emulator of AWS in Python; requests are signed. This says how much is " +
      "around the calls to the database, not how fast AWS is. The function that projects runs at most " +
      `${MOST_AT_ONCE} times at once, as all its processes share one machine, and tells its log of its calls to DynamoDB, ` +
      "which is how they are counted. The ceiling is as many calls to the same emulator by a plain client. A twin is read " +
      `again after ${POLL_MS} ms. Every twin was compared with the plain fold of its events.`,
    "Times of runs are what the emulator reports. After a run that wrote nothing to its log the emulator waits 50 ms for a " +
      "line, and answers then: the function that does least, which sends a file, takes " +
      `${figure(median, 0)} ms (median of ${trivial.length} runs). The answer to a post and every read of a twin wait so too.`,
  ];
};

const NOTHING_TOLD: FunctionLog = { invocations: [], calls: [] };

const callsSince = ({ calls }: FunctionLog, from: number): Calls => {
  const counts: Record<string, number> = {};
  for (const told of calls) if (told.from >= from) counts[told.call] = (counts[told.call] ?? 0) + 1;
  if (countOf(counts) === 0) throw new CallsNotTold(`nothing tells of the calls of ${PROJECTING.service}`);
  return counts;
};

const aloneOn = async (endpoint: string, calls: Calls): Promise<number> => {
  const client = new DynamoDBClient(clientOptions(endpoint));
  try {
    await ensureTable(client, "bare");
    return await callsAlone({ client, tableName: "bare" }, calls);
  } finally {
    client.destroy();
  }
};

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { leanClient } from "../../shared/adapters/lean-client.ts";
import { asNoOne } from "../support/no-one.ts";
import { exitOnSignals } from "../support/signals.ts";
import { fetchDynamoDbLocal } from "./fetch.ts";

const POLL_MS = 100;
const POLLS = 600;

/** Amazon's DynamoDB Local, ready for requests. */
export interface RunningDynamoDb {
  readonly endpoint: string;
  /** A client of its own as the SDK makes it; ended together with the database. */
  client(): DynamoDBClient;
  /** The same, made as the functions make theirs. */
  leanClient(): DynamoDBClient;
  stop(): Promise<void>;
}

/** DynamoDB Local did not begin to answer. */
export class DatabaseNotStarted extends Error {
  override readonly name = "DatabaseNotStarted";
}

/**
 * Starts DynamoDB Local in memory, on a free port. It listens on every interface of the machine, as it has no option
 * for that, and leaves a file where it starts, which is therefore a folder that goes with it.
 */
export const startDynamoDbLocal = async (): Promise<RunningDynamoDb> => {
  const library = await fetchDynamoDbLocal();
  const folder = await mkdtemp(join(tmpdir(), "dynamodb-local-"));
  const port = await freePort();
  const java = spawn("java", javaArguments(library, port), { cwd: folder, stdio: "ignore" });
  const kill = () => java.kill("SIGKILL");
  process.once("exit", kill);
  const leaveSignals = exitOnSignals();
  const clients: DynamoDBClient[] = [];
  const stop = async () => {
    for (const client of clients) client.destroy();
    if (java.exitCode === null && java.signalCode === null) {
      const ended = once(java, "exit");
      kill();
      await ended;
    }
    process.off("exit", kill);
    leaveSignals();
    await rm(folder, { recursive: true, force: true });
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await untilItAnswers(endpoint, java);
  } catch (error) {
    await stop();
    throw error;
  }
  const configuration = asNoOne(endpoint);
  const keep = (client: DynamoDBClient): DynamoDBClient => {
    clients.push(client);
    return client;
  };
  return {
    endpoint,
    client: () => keep(new DynamoDBClient(configuration)),
    leanClient: () => keep(leanClient((lean) => new DynamoDBClient({ ...lean, ...configuration }))),
    stop,
  };
};

const javaArguments = (library: string, port: number): readonly string[] => [
  `-Djava.library.path=${library}`,
  "-Djava.net.preferIPv4Stack=true",
  "-cp",
  [join(library, "*")].join(delimiter),
  "com.amazonaws.services.dynamodbv2.local.main.ServerRunner",
  "-inMemory",
  "-disableTelemetry",
  "-port",
  String(port),
];

const untilItAnswers = async (endpoint: string, java: ChildProcess): Promise<void> => {
  for (let polls = 0; polls < POLLS; polls += 1) {
    if (java.exitCode !== null) throw new DatabaseNotStarted(`DynamoDB Local ended with code ${java.exitCode}`);
    const answer = await fetch(endpoint).catch(() => null);
    if (answer !== null) return;
    await pause(POLL_MS);
  }
  throw new DatabaseNotStarted("DynamoDB Local did not answer in time");
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new DatabaseNotStarted("there is no free port");
  return address.port;
};

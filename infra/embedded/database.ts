import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import type { DynamoDbTable } from "../../shared/adapters/dynamodb-request.ts";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import { leanClient } from "../../shared/adapters/lean-client.ts";
import { DatabaseNotOpened, DatabaseNotUsable } from "./errors.ts";
import { isLoopback } from "./loopback.ts";
import { reasonOf } from "./operator-log.ts";

const CONNECTION_TIMEOUT_MS = 3000;
const NO_ONE = { accessKeyId: "embedded", secretAccessKey: "embedded" };

/** The one table, ready for use. */
export interface Database {
  readonly table: DynamoDbTable;
  close(): Promise<void>;
}

/** A DynamoDB that already runs, as the AWS SDK's own environment variables name it. */
export interface NamedDynamoDb {
  readonly endpoint: string;
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * Runs a DynamoDB within this process which keeps its data in the folder at `path`, or with `null` in memory. Throws
 * `DatabaseNotOpened`.
 */
export const startDynamoDb = async (path: string | null, tableName: string): Promise<Database> => {
  const server = dynalite({ ...(path === null ? {} : { path }), createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : address;
  const endpoint = `http://127.0.0.1:${port}`;
  const client = leanClient((lean) => new DynamoDBClient({ ...lean, endpoint, region: "local", credentials: NO_ONE }));
  const close = () => {
    client.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  try {
    await orUncaught(ensureTable(client, tableName));
  } catch (cause) {
    close();
    throw path === null ? cause : new DatabaseNotOpened(path, { cause });
  }
  return { table: { client, tableName }, close };
};

/** What dynalite cannot open it throws in a callback of its own, where it would end the process. */
const orUncaught = (work: Promise<void>): Promise<void> =>
  new Promise<void>((resolve, reject) => {
    process.once("uncaughtException", reject);
    work.then(resolve, reject).finally(() => process.off("uncaughtException", reject));
  });

/**
 * Uses the DynamoDB that the environment names, and creates the table when there is none. One on this machine needs
 * neither region nor credentials. Throws `DatabaseNotUsable`.
 */
export const useDynamoDb = async ({ endpoint, environment }: NamedDynamoDb, tableName: string): Promise<Database> => {
  const client = leanClient(
    (lean) =>
      new DynamoDBClient({
        ...lean,
        ...(isOnThisMachine(endpoint) ? whatIsMissing(environment) : {}),
        requestHandler: { connectionTimeout: CONNECTION_TIMEOUT_MS },
      }),
  );
  try {
    await ensureTable(client, tableName);
  } catch (cause) {
    client.destroy();
    throw new DatabaseNotUsable(endpoint, reasonOf(cause), { cause });
  }
  return {
    table: { client, tableName },
    close: async () => client.destroy(),
  };
};

const isOnThisMachine = (endpoint: string): boolean => URL.canParse(endpoint) && isLoopback(new URL(endpoint).hostname);

const whatIsMissing = (environment: NodeJS.ProcessEnv) => ({
  ...(environment["AWS_REGION"] || environment["AWS_DEFAULT_REGION"] ? {} : { region: "us-east-1" }),
  ...(environment["AWS_ACCESS_KEY_ID"] || environment["AWS_PROFILE"] ? {} : { credentials: NO_ONE }),
});

import { randomUUID } from "node:crypto";
import { DeleteTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoDbDueIndex } from "../../shared/adapters/dynamodb-due-index.ts";
import { dynamoDbFleetIndex } from "../../shared/adapters/dynamodb-fleet-index.ts";
import { dynamoDbHealth } from "../../shared/adapters/dynamodb-health.ts";
import type { DynamoDbTable } from "../../shared/adapters/dynamodb-request.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import type { OpenStores } from "./open-stores.ts";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** The endpoint that the environment names for tests; throws when it is not on this machine. */
export const endpointOf = (env: NodeJS.ProcessEnv): string | undefined => {
  const endpoint = env["AWS_ENDPOINT_URL_DYNAMODB"];
  if (endpoint === undefined || endpoint === "") return undefined;
  if (!LOOPBACK.has(new URL(endpoint).hostname)) {
    throw new Error(
      `The tests create and delete tables: AWS_ENDPOINT_URL_DYNAMODB must be a loopback address, not ${endpoint}.`,
    );
  }
  return endpoint;
};

/** A client whose credentials are good for nothing but an emulator. */
export const testClient = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({ endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } });

/** A new table of its own, and how to be rid of it. */
export const openTable = async (endpoint: string): Promise<DynamoDbTable & { close(): Promise<void> }> => {
  const client = testClient(endpoint);
  const tableName = `test-${randomUUID()}`;
  await ensureTable(client, tableName);
  const close = async () => {
    await client.send(new DeleteTableCommand({ TableName: tableName }));
    client.destroy();
  };
  return { client, tableName, close };
};

/** Opens the store's ports on new tables of an endpoint. */
export const openOn =
  (endpoint: () => string): OpenStores =>
  async () => {
    const { close, ...table } = await openTable(endpoint());
    return {
      store: dynamoDbTwinStore(table),
      fleet: dynamoDbFleetIndex(table),
      dueIndex: dynamoDbDueIndex(table),
      health: dynamoDbHealth(table),
      close,
    };
  };

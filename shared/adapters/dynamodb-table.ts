import { setTimeout as pause } from "node:timers/promises";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceInUseException,
  ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb";
import { TABLE } from "../table.ts";
import { StoreRequestFailed, TableNotReady } from "./errors.ts";

const POLL_MS = 50;
const POLLS = 600;

/** What creates the one table, its capacity paid for by the request. */
export const createTableInput = (tableName: string): CreateTableCommandInput => ({
  TableName: tableName,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: [TABLE, TABLE.fleetIndex, TABLE.dueIndex]
    .flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey])
    .map((name) => ({ AttributeName: name, AttributeType: "S" })),
  KeySchema: keySchema(TABLE),
  GlobalSecondaryIndexes: [TABLE.fleetIndex, TABLE.dueIndex].map(keysOnlyIndex),
});

/**
 * Creates the table when there is none and waits until it can be used. Throws `TableNotReady` after half a minute, and
 * `StoreRequestFailed`.
 */
export const ensureTable = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  if ((await statusOf(client, tableName)) === "MISSING") await create(client, tableName);
  for (let polls = 0; polls < POLLS; polls += 1) {
    if ((await statusOf(client, tableName)) === "ACTIVE") return;
    await pause(POLL_MS);
  }
  throw new TableNotReady(tableName);
};

interface Keys {
  readonly partitionKey: string;
  readonly sortKey: string;
}

const keySchema = ({ partitionKey, sortKey }: Keys): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: "HASH" },
  { AttributeName: sortKey, KeyType: "RANGE" },
];

const keysOnlyIndex = (index: Keys & { readonly name: string }): GlobalSecondaryIndex => ({
  IndexName: index.name,
  KeySchema: keySchema(index),
  Projection: { ProjectionType: "KEYS_ONLY" },
});

const statusOf = async (client: DynamoDBClient, tableName: string): Promise<string> => {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    return Table?.TableStatus ?? "UNKNOWN";
  } catch (cause) {
    if (cause instanceof ResourceNotFoundException) return "MISSING";
    throw new StoreRequestFailed("DescribeTable", { cause });
  }
};

const create = async (client: DynamoDBClient, tableName: string): Promise<void> => {
  try {
    await client.send(new CreateTableCommand(createTableInput(tableName)));
  } catch (cause) {
    const createdByAnother = cause instanceof ResourceInUseException;
    if (!createdByAnother) throw new StoreRequestFailed("CreateTable", { cause });
  }
};

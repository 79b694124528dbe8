import { randomUUID } from "node:crypto";
import { CreateTableCommand, type CreateTableCommandInput, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDbTable } from "../../shared/adapters/dynamodb-request.ts";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";

/** Creates a table of this project, with a client made as the functions make theirs. */
export const newTwinTable = async (database: RunningDynamoDb, name: string): Promise<DynamoDbTable> => {
  const table = { client: database.leanClient(), tableName: `${name}-${randomUUID()}` };
  await ensureTable(database.client(), table.tableName);
  return table;
};

/** Creates a table of its own for a peer. */
export const newTable = async (
  client: DynamoDBClient,
  input: Omit<CreateTableCommandInput, "TableName" | "BillingMode">,
): Promise<DynamoDbTable> => {
  const table = { client, tableName: `peer-${randomUUID()}` };
  await table.client.send(
    new CreateTableCommand({ ...input, TableName: table.tableName, BillingMode: "PAY_PER_REQUEST" }),
  );
  return table;
};

/** A table of rows by `pk` and `sk`. */
export const newRowTable = (client: DynamoDBClient): Promise<DynamoDbTable> =>
  newTable(client, {
    AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
  });

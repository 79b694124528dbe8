import { randomUUID } from "node:crypto";
import { CreateTableCommand, type CreateTableCommandInput } from "@aws-sdk/client-dynamodb";
import type { DynamoDbTable } from "../../shared/adapters/dynamodb-request.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";

/** Creates a table of its own for a peer, reached by a client of its own. */
export const newTable = async (
  database: RunningDynamoDb,
  input: Omit<CreateTableCommandInput, "TableName" | "BillingMode">,
): Promise<DynamoDbTable> => {
  const table = { client: database.client(), tableName: `peer-${randomUUID()}` };
  await table.client.send(
    new CreateTableCommand({ ...input, TableName: table.tableName, BillingMode: "PAY_PER_REQUEST" }),
  );
  return table;
};

/** A table of rows by `pk` and `sk`. */
export const newRowTable = (database: RunningDynamoDb): Promise<DynamoDbTable> =>
  newTable(database, {
    AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    KeySchema: [
      { AttributeName: "pk", KeyType: "HASH" },
      { AttributeName: "sk", KeyType: "RANGE" },
    ],
  });

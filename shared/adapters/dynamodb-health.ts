import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { HealthProbe } from "../ports.ts";
import { TABLE } from "../table.ts";
import { answerTo, bucketsKey, type DynamoDbTable } from "./dynamodb-request.ts";

/** Asks the table for an item, which needs no more rights than reading twins does. Throws `StoreRequestFailed`. */
export const dynamoDbHealth = ({ client, tableName }: DynamoDbTable): HealthProbe => ({
  async check() {
    const command = new GetItemCommand({
      TableName: tableName,
      Key: bucketsKey,
      ProjectionExpression: TABLE.partitionKey,
    });
    await answerTo("GetItem", client.send(command));
  },
});

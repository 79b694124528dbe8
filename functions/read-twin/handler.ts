import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoDbFleetIndex } from "../../shared/adapters/dynamodb-fleet-index.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { textOf } from "../../shared/environment.ts";
import { readTwinEndpoint } from "./endpoint.ts";

const table = { client: new DynamoDBClient(), tableName: textOf("TABLE_NAME") };

/** Lambda: answers what is asked about one chassis. */
export const handler = readTwinEndpoint({
  store: dynamoDbTwinStore(table),
  fleet: dynamoDbFleetIndex(table),
  clock: Date.now,
});

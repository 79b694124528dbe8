import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoDbFleetIndex } from "../../shared/adapters/dynamodb-fleet-index.ts";
import { dynamoDbHealth } from "../../shared/adapters/dynamodb-health.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { leanClient } from "../../shared/adapters/lean-client.ts";
import { textOf } from "../../shared/environment.ts";
import { readFleetEndpoint } from "./endpoint.ts";

const table = { client: leanClient((lean) => new DynamoDBClient(lean)), tableName: textOf("TABLE_NAME") };

/** Lambda: answers what is asked about the fleet. */
export const handler = readFleetEndpoint({
  store: dynamoDbTwinStore(table),
  fleet: dynamoDbFleetIndex(table),
  health: dynamoDbHealth(table),
  clock: Date.now,
});

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { dynamoDbFleetIndex } from "../../shared/adapters/dynamodb-fleet-index.ts";
import { dynamoDbHealth } from "../../shared/adapters/dynamodb-health.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { readFleetEndpoint } from "./endpoint.ts";

const environment = z.object({ TABLE_NAME: z.string().check(z.minLength(1)) }).parse(process.env);
const table = { client: new DynamoDBClient(), tableName: environment.TABLE_NAME };

/** Lambda: answers what is asked about the fleet. */
export const handler = readFleetEndpoint({
  store: dynamoDbTwinStore(table),
  fleet: dynamoDbFleetIndex(table),
  health: dynamoDbHealth(table),
  clock: Date.now,
});

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { dynamoDbFleetIndex } from "../../shared/adapters/dynamodb-fleet-index.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { readTwinEndpoint } from "./endpoint.ts";

const environment = z.object({ TABLE_NAME: z.string().check(z.minLength(1)) }).parse(process.env);
const table = { client: new DynamoDBClient(), tableName: environment.TABLE_NAME };

/** Lambda: answers what is asked about one chassis. */
export const handler = readTwinEndpoint({
  store: dynamoDbTwinStore(table),
  fleet: dynamoDbFleetIndex(table),
  clock: Date.now,
});

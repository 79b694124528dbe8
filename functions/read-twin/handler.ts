import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { readTwinEndpoint } from "./endpoint.ts";

const environment = z.object({ TABLE_NAME: z.string().min(1) }).parse(process.env);

/** Lambda: answers what is asked about one chassis. */
export const handler = readTwinEndpoint({
  store: dynamoDbTwinStore({ client: new DynamoDBClient(), tableName: environment.TABLE_NAME }),
  clock: Date.now,
});

import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { cloudWatchCounter } from "../../shared/adapters/cloudwatch-counter.ts";
import { dynamoDbDueIndex } from "../../shared/adapters/dynamodb-due-index.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { watchDeadlinesOnSchedule } from "./schedule.ts";

const environment = z.object({ TABLE_NAME: z.string().check(z.minLength(1)) }).parse(process.env);
const table = { client: new DynamoDBClient(), tableName: environment.TABLE_NAME };

const { count, counting } = cloudWatchCounter();

/** Lambda: makes findings, every minute, of what has not arrived in time. */
export const handler = counting(
  watchDeadlinesOnSchedule({
    store: dynamoDbTwinStore(table),
    dueIndex: dynamoDbDueIndex(table),
    clock: Date.now,
    count,
  }),
);

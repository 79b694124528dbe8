import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { cloudWatchCounter } from "../../shared/adapters/cloudwatch-counter.ts";
import { dynamoDbDueIndex } from "../../shared/adapters/dynamodb-due-index.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { leanClient } from "../../shared/adapters/lean-client.ts";
import { textOf } from "../../shared/environment.ts";
import { watchDeadlinesOnSchedule } from "./schedule.ts";

const table = { client: leanClient((lean) => new DynamoDBClient(lean)), tableName: textOf("TABLE_NAME") };

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

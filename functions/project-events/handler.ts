import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { cloudWatchCounter } from "../../shared/adapters/cloudwatch-counter.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { leanClient } from "../../shared/adapters/lean-client.ts";
import { sqsDeadLetters } from "../../shared/adapters/sqs-dead-letters.ts";
import { countOf, ifSet, textOf, urlOf } from "../../shared/environment.ts";
import { projectEventsConsumer } from "./consumer.ts";

const { count, counting } = cloudWatchCounter();

/** Lambda: projects the queue's messages into the twins. */
export const handler = counting(
  projectEventsConsumer({
    store: dynamoDbTwinStore({
      client: leanClient((lean) => new DynamoDBClient(lean)),
      tableName: textOf("TABLE_NAME"),
      retentionDays: ifSet(countOf, "RETENTION_DAYS"),
    }),
    deadLetters: sqsDeadLetters({ queueUrl: urlOf("DEAD_LETTER_QUEUE_URL") }),
    clock: Date.now,
    count,
  }),
);

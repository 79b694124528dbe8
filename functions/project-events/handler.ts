import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod/mini";
import { cloudWatchCounter } from "../../shared/adapters/cloudwatch-counter.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { sqsDeadLetters } from "../../shared/adapters/sqs-dead-letters.ts";
import { onFirstUse } from "../../shared/domain/on-first-use.ts";
import { projectEventsConsumer } from "./consumer.ts";

const environment = z
  .object({
    TABLE_NAME: z.string().check(z.minLength(1)),
    DEAD_LETTER_QUEUE_URL: z.url(),
    RETENTION_DAYS: z.optional(z.coerce.number().check(z.int(), z.positive())),
  })
  .parse(process.env);

const { count, counting } = cloudWatchCounter();

/** Lambda: projects the queue's messages into the twins. */
export const handler = counting(
  projectEventsConsumer({
    store: dynamoDbTwinStore({
      client: new DynamoDBClient(),
      tableName: environment.TABLE_NAME,
      retentionDays: environment.RETENTION_DAYS,
    }),
    deadLetters: sqsDeadLetters({
      client: onFirstUse(() => new SQSClient()),
      queueUrl: environment.DEAD_LETTER_QUEUE_URL,
    }),
    clock: Date.now,
    count,
  }),
);

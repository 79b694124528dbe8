import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { sqsDeadLetters } from "../../shared/adapters/sqs-dead-letters.ts";
import { projectEventsConsumer } from "./consumer.ts";

const environment = z
  .object({
    TABLE_NAME: z.string().min(1),
    DEAD_LETTER_QUEUE_URL: z.url(),
    RETENTION_DAYS: z.coerce.number().int().positive().optional(),
  })
  .parse(process.env);

/** Lambda: projects the queue's messages into the twins. */
export const handler = projectEventsConsumer({
  store: dynamoDbTwinStore({
    client: new DynamoDBClient(),
    tableName: environment.TABLE_NAME,
    retentionDays: environment.RETENTION_DAYS,
  }),
  deadLetters: sqsDeadLetters({ client: new SQSClient(), queueUrl: environment.DEAD_LETTER_QUEUE_URL }),
  clock: Date.now,
});

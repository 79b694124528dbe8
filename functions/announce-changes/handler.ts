import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { cloudWatchCounter } from "../../shared/adapters/cloudwatch-counter.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { eventBridgeAnnouncer } from "../../shared/adapters/eventbridge-announcer.ts";
import { leanClient } from "../../shared/adapters/lean-client.ts";
import { sqsDeadLetters } from "../../shared/adapters/sqs-dead-letters.ts";
import { textOf, urlOf } from "../../shared/environment.ts";
import { announceChangesOnStream } from "./stream.ts";

const { count, counting } = cloudWatchCounter();

/** Lambda: follows the table's stream and publishes how the twins change. */
export const handler = counting(
  announceChangesOnStream({
    commits: dynamoDbTwinStore({
      client: leanClient((lean) => new DynamoDBClient(lean)),
      tableName: textOf("TABLE_NAME"),
    }),
    announcer: eventBridgeAnnouncer({
      client: leanClient((lean) => new EventBridgeClient(lean)),
      busName: textOf("EVENT_BUS_NAME"),
    }),
    deadLetters: sqsDeadLetters({ queueUrl: urlOf("DEAD_LETTER_QUEUE_URL") }),
    count,
  }),
);

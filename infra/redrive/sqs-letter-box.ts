import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import type { Letter, LetterBox } from "./redrive.ts";

/** How long a letter that was taken out is hidden from others, in seconds: longer than any run should take. */
const HIDDEN_SECONDS = 15 * 60;

/** Which queue. */
export interface SqsLetterBoxOptions {
  readonly client: Pick<SQSClient, "send">;
  readonly queueUrl: string;
}

/** The dead letters of a queue: those with an attribute `reason`, those of a rule, and those without either. */
export const sqsLetterBox = ({ client, queueUrl }: SqsLetterBoxOptions): LetterBox => {
  const QueueUrl = queueUrl;
  return {
    async take() {
      const received = await client.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 10,
          // To wait is to ask every server of the queue, so that an empty answer means an empty queue.
          WaitTimeSeconds: 1,
          VisibilityTimeout: HIDDEN_SECONDS,
          MessageAttributeNames: ["All"],
          MessageSystemAttributeNames: ["SentTimestamp"],
        }),
      );
      return (received.Messages ?? []).map(letterOf);
    },

    async discard({ handle }) {
      await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: handle }));
    },

    async putBack({ handle }) {
      await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: handle, VisibilityTimeout: 0 }));
    },
  };
};

/** A message of a queue as a dead letter. */
export const letterOf = (message: Message): Letter => ({
  handle: message.ReceiptHandle ?? "",
  body: message.Body ?? "",
  reason: reasonOf(message),
  sentAt: Number(message.Attributes?.SentTimestamp ?? 0),
});

const reasonOf = ({ MessageAttributes = {} }: Message): string | null => {
  const { reason, ERROR_CODE, ERROR_MESSAGE } = MessageAttributes;
  if (reason?.StringValue !== undefined) return reason.StringValue;
  const ofRule = [ERROR_CODE?.StringValue, ERROR_MESSAGE?.StringValue].filter((part) => part !== undefined);
  return ofRule.length > 0 ? ofRule.join(": ") : null;
};

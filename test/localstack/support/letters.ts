import { ChangeMessageVisibilityCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { letterOf } from "../../../infra/redrive/sqs-letter-box.ts";

/** The reasons of the dead letters in a queue whose body holds a text, some at a time; they stay there. */
export const reasonsOf = async (queueUrl: string, text: string): Promise<readonly (string | null)[]> => {
  const sqs = new SQSClient();
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      MessageAttributeNames: ["All"],
    }),
  );
  for (const { ReceiptHandle } of Messages)
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: queueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
  return Messages.map(letterOf)
    .filter(({ body }) => body.includes(text))
    .map(({ reason }) => reason);
};

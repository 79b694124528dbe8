import { SendMessageCommand, type SendMessageCommandInput, SQSClient } from "@aws-sdk/client-sqs";

const client = new SQSClient();

/** Sends a message to a queue. */
export const sendMessage = (message: SendMessageCommandInput) => client.send(new SendMessageCommand(message));

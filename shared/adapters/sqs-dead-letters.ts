import { SendMessageCommand, type SendMessageCommandOutput } from "@aws-sdk/client-sqs";
import type { DeadLetters } from "../ports.ts";
import { DeadLetterRefused } from "./errors.ts";

const LONGEST_REASON = 1024;

/** What the queue takes no message for: anything that XML 1.0 does not allow. */
const UNSENDABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** What of an SQS client the dead letters need. */
export interface SendMessageClient {
  send(command: SendMessageCommand): Promise<SendMessageCommandOutput>;
}

/** Which queue takes the dead letters. */
export interface SqsDeadLettersOptions {
  /** Answers the client when a message is to be buried, which is rare. */
  readonly client: () => SendMessageClient;
  readonly queueUrl: string;
}

/** Keeps dead letters in a queue, the reason in the message attribute `reason`. Throws `DeadLetterRefused`. */
export const sqsDeadLetters = ({ client, queueUrl }: SqsDeadLettersOptions): DeadLetters => ({
  async bury(message, reason) {
    const command = new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: message,
      MessageAttributes: { reason: { DataType: "String", StringValue: sendable(reason) } },
    });
    try {
      await client().send(command);
    } catch (cause) {
      throw new DeadLetterRefused("the queue did not take a dead letter", { cause });
    }
  },
});

/** A reason often quotes what was wrong, which may be of any length and hold characters that the queue refuses. */
const sendable = (reason: string): string => reason.slice(0, LONGEST_REASON).replace(UNSENDABLE, "\uFFFD") || "unknown";

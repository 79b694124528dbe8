import type { SendMessageCommandInput } from "@aws-sdk/client-sqs";
import type { DeadLetters } from "../ports.ts";
import { DeadLetterRefused } from "./errors.ts";

const LONGEST_REASON = 1024;

/** What the queue takes no message for: anything that XML 1.0 does not allow. */
const UNSENDABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** What sends a message to a queue. */
export interface Sender {
  sendMessage(message: SendMessageCommandInput): Promise<unknown>;
}

/** Which queue takes the dead letters. */
export interface SqsDeadLettersOptions {
  readonly queueUrl: string;
  /**
   * Loads what sends a message; asked for each.
   *
   * @default - the client of SQS, whose code is not loaded before: dead letters are rare
   */
  readonly load?: () => Promise<Sender>;
}

/** Keeps dead letters in a queue, the reason in the message attribute `reason`. Throws `DeadLetterRefused`. */
export const sqsDeadLetters = ({
  queueUrl,
  load = () => import("./sqs-sender.ts"),
}: SqsDeadLettersOptions): DeadLetters => ({
  async bury(message, reason) {
    try {
      const { sendMessage } = await load();
      await sendMessage({
        QueueUrl: queueUrl,
        MessageBody: message,
        MessageAttributes: { reason: { DataType: "String", StringValue: sendable(reason) } },
      });
    } catch (cause) {
      throw new DeadLetterRefused("the queue did not take a dead letter", { cause });
    }
  },
});

/** A reason often quotes what was wrong, which may be of any length and hold characters that the queue refuses. */
const sendable = (reason: string): string => reason.slice(0, LONGEST_REASON).replace(UNSENDABLE, "\uFFFD") || "unknown";

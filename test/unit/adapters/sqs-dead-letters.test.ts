import type { SendMessageCommandInput } from "@aws-sdk/client-sqs";
import { describe, expect, it } from "@jest/globals";
import { DeadLetterRefused } from "../../../shared/adapters/errors.ts";
import { type Sender, sqsDeadLetters } from "../../../shared/adapters/sqs-dead-letters.ts";

const queueUrl = "https://sqs.example/dead-letters";

const fakeQueue = () => {
  const sent: SendMessageCommandInput[] = [];
  const sender: Sender = {
    async sendMessage(message) {
      sent.push(message);
    },
  };
  const reasons = () => sent.map(({ MessageAttributes }) => MessageAttributes?.["reason"]?.StringValue);
  return { sent, reasons, letters: sqsDeadLetters({ load: async () => sender, queueUrl }) };
};

describe("SQS dead letters", () => {
  it("keeps the message as it came, and the reason beside it", async () => {
    const { letters, sent } = fakeQueue();
    await letters.bury('{"broken', "no JSON");

    expect(sent).toEqual([
      {
        QueueUrl: queueUrl,
        MessageBody: '{"broken',
        MessageAttributes: { reason: { DataType: "String", StringValue: "no JSON" } },
      },
    ]);
  });

  it("makes any reason one that the queue takes", async () => {
    const { letters, reasons } = fakeQueue();
    for (const reason of ["", "bad \u0000 and \ud800.", "fine \u{1f600}\n", "x".repeat(5000)])
      await letters.bury("m", reason);

    expect(reasons()).toEqual(["unknown", "bad \ufffd and \ufffd.", "fine \u{1f600}\n", "x".repeat(1024)]);
  });

  it.each([
    ["the queue did not take a message", async (cause: Error) => ({ sendMessage: () => Promise.reject(cause) })],
    ["what sends could not be loaded", (cause: Error) => Promise.reject(cause)],
  ])("says why %s", async (_what, load: (cause: Error) => Promise<Sender>) => {
    const cause = new Error("access denied");
    const burial = sqsDeadLetters({ load: () => load(cause), queueUrl }).bury("m", "r");

    await expect(burial).rejects.toThrow(DeadLetterRefused);
    await expect(burial).rejects.toMatchObject({ cause });
  });
});

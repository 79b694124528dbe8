import { describe, expect, it } from "@jest/globals";
import { letterOf } from "../../../infra/redrive/sqs-letter-box.ts";

const text = (StringValue: string) => ({ DataType: "String", StringValue });

describe("a message of a queue of dead letters", () => {
  it.each([
    ["what the function wrote", { reason: text("not JSON") }, "not JSON"],
    [
      "what the rule wrote",
      { ERROR_CODE: text("NO_PERMISSIONS"), ERROR_MESSAGE: text("denied") },
      "NO_PERMISSIONS: denied",
    ],
    ["none, when the queue moved it", undefined, null],
  ])("has as its reason %s", (_, MessageAttributes, reason) => {
    expect(letterOf({ Body: "{}", ReceiptHandle: "h", ...(MessageAttributes && { MessageAttributes }) })).toEqual({
      handle: "h",
      body: "{}",
      reason,
      sentAt: 0,
    });
  });

  it("was sent when the queue says so", () => {
    expect(letterOf({ Attributes: { SentTimestamp: "1700000000000" } }).sentAt).toBe(1_700_000_000_000);
  });
});

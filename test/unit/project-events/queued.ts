import type { Context, SQSEvent } from "aws-lambda";

/** When the queue took the messages. */
export const SENT_AT = Date.parse("2026-03-01T12:00:00.000Z");

/** An event just before the queue took it. */
export const eventOf = (subject: string, id: string, data: object = { slot: "M1" }) => ({
  specversion: "1.0",
  id,
  source: "urn:test",
  type: "module.inserted",
  subject,
  time: "2026-03-01T11:59:58.000Z",
  data,
});

/** A message as the API's bus entries arrive. */
export const chassisEntry = (chassisId: string | undefined, events: readonly unknown[]): string =>
  JSON.stringify({
    version: "0",
    "detail-type": "chassis-events",
    source: "chassis-twin.api",
    detail: { chassisId, events },
  });

/** A message as a single event of another producer arrives. */
export const singleEvent = (detail: object): string =>
  JSON.stringify({ version: "0", "detail-type": "module.inserted", source: "lab", detail });

/** A batch as Lambda hands it over, each body with the record id it goes by. */
export const batch = (bodies: Readonly<Record<string, string>>): SQSEvent => ({
  Records: Object.entries(bodies).map(([messageId, body]) => ({
    messageId,
    receiptHandle: messageId,
    body,
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: String(SENT_AT),
      SenderId: "test",
      ApproximateFirstReceiveTimestamp: String(SENT_AT),
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:us-east-1:000000000000:test",
    awsRegion: "us-east-1",
  })),
});

/** An invocation with some time left. */
export const invocation = (remainingMs = 30_000): Context => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName: "project-events",
  functionVersion: "$LATEST",
  invokedFunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:project-events",
  memoryLimitInMB: "512",
  awsRequestId: "test",
  logGroupName: "test",
  logStreamName: "test",
  getRemainingTimeInMillis: () => remainingMs,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});

import { randomUUID } from "node:crypto";
import type { Context } from "aws-lambda";

const TIME_LIMIT_MS = 30_000;

/** What Lambda would tell a function about one invocation of it. */
export const lambdaContext = (functionName: string): Context => {
  const endsAt = Date.now() + TIME_LIMIT_MS;
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: "512",
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: "embedded",
    getRemainingTimeInMillis: () => Math.max(0, endsAt - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
};

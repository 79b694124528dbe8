import { describe, expect, test } from "@jest/globals";
import { Match } from "aws-cdk-lib/assertions";
import { resourcesOf, templateOf } from "./template.ts";

const template = templateOf();
const TWO_WEEKS = 14 * 24 * 3600;
const reference = (name: string, attribute = "Arn") => ({
  "Fn::GetAtt": [Match.stringLikeRegexp(`^${name}[0-9A-F]{8}$`), attribute],
});

describe("the bus", () => {
  test("hands everything but our own notifications to the queue, as long and as often as it can", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: { source: [{ "anything-but": ["chassis-twin"] }] },
      Targets: [
        {
          Arn: reference("EventsQueue"),
          DeadLetterConfig: { Arn: reference("IntakeUndeliveredQueue") },
          RetryPolicy: { MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 },
        },
      ],
    });
  });

  test("keeps what it hands over for a replay of the last 90 days, and no notifications", () => {
    template.hasResourceProperties("AWS::Events::Archive", {
      SourceArn: reference("IntakeBus"),
      EventPattern: { source: [{ "anything-but": ["chassis-twin"] }] },
      RetentionDays: 90,
    });
  });

  test("keeps nothing for a replay in an ephemeral stage", () => {
    templateOf({ ephemeral: "true" }).resourceCountIs("AWS::Events::Archive", 0);
  });
});

describe("the queue", () => {
  test("gives a message to the projection again after six times its time-out, and up after five receives", () => {
    template.hasResourceProperties("AWS::Lambda::Function", {
      Environment: { Variables: { POWERTOOLS_SERVICE_NAME: "project-events" } },
      Timeout: 30,
    });
    template.hasResourceProperties("AWS::SQS::Queue", {
      VisibilityTimeout: 6 * 30,
      MessageRetentionPeriod: TWO_WEEKS,
      RedrivePolicy: { deadLetterTargetArn: reference("EventsDeadLettersQueue"), maxReceiveCount: 5 },
    });
  });

  test("is no FIFO queue, since a twin is the same in whatever order its events arrive", () => {
    expect(resourcesOf(template, "AWS::SQS::Queue").filter(({ Properties }) => Properties["FifoQueue"])).toEqual([]);
  });

  test("gives the projection batches of a second, of which it may fail a part", () => {
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      EventSourceArn: reference("EventsQueue"),
      BatchSize: 50,
      MaximumBatchingWindowInSeconds: 1,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: 50 },
    });
  });

  test("buries dead letters where the projection itself buries them", () => {
    template.hasResourceProperties("AWS::Lambda::Function", {
      Environment: {
        Variables: {
          POWERTOOLS_SERVICE_NAME: "project-events",
          DEAD_LETTER_QUEUE_URL: { Ref: Match.stringLikeRegexp("^EventsDeadLettersQueue") },
        },
      },
    });
  });
});

describe("every queue", () => {
  const queues = resourcesOf(template, "AWS::SQS::Queue");

  test("keeps messages for two weeks, encrypted", () => {
    expect(queues).toHaveLength(4);
    for (const { Properties } of queues) {
      expect(Properties).toMatchObject({ MessageRetentionPeriod: TWO_WEEKS, SqsManagedSseEnabled: true });
    }
  });

  test("is reached by TLS only", () => {
    for (const { logicalId } of queues) {
      template.hasResourceProperties("AWS::SQS::QueuePolicy", {
        Queues: [{ Ref: logicalId }],
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({
              Effect: "Deny",
              Action: "sqs:*",
              Principal: { AWS: "*" },
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            }),
          ]),
        },
      });
    }
  });
});

describe("the watch over deadlines", () => {
  test("runs every minute", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      ScheduleExpression: "rate(1 minute)",
      State: "ENABLED",
      Targets: [{ Arn: reference("FunctionsWatchDeadlinesFunction") }],
    });
  });

  test("is not run again when it fails: neither by the schedule nor by Lambda", () => {
    template.hasResourceProperties("AWS::Events::Rule", {
      ScheduleExpression: "rate(1 minute)",
      Targets: [{ RetryPolicy: { MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 } }],
    });
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      FunctionName: { Ref: Match.stringLikeRegexp("^FunctionsWatchDeadlines") },
      MaximumRetryAttempts: 0,
    });
  });

  test("ends before the next run begins", () => {
    template.hasResourceProperties("AWS::Lambda::Function", {
      Environment: { Variables: { POWERTOOLS_SERVICE_NAME: "watch-deadlines" } },
      Timeout: 55,
    });
  });
});

describe("the announcement of changes", () => {
  test("follows the table's stream, twins only, and isolates what makes it fail", () => {
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      EventSourceArn: reference("Table", "StreamArn"),
      StartingPosition: "TRIM_HORIZON",
      FilterCriteria: { Filters: [{ Pattern: '{"dynamodb":{"Keys":{"sk":{"S":["TWIN"]}}}}' }] },
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      MaximumRecordAgeInSeconds: 6 * 3600,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
    });
  });

  test("loses nothing: the stream's failures go where the function buries its own", () => {
    template.hasResourceProperties("AWS::Lambda::EventSourceMapping", {
      EventSourceArn: reference("Table", "StreamArn"),
      DestinationConfig: { OnFailure: { Destination: reference("UnannouncedQueue") } },
    });
    template.hasResourceProperties("AWS::Lambda::Function", {
      Environment: {
        Variables: {
          POWERTOOLS_SERVICE_NAME: "announce-changes",
          DEAD_LETTER_QUEUE_URL: { Ref: Match.stringLikeRegexp("^UnannouncedQueue") },
        },
      },
    });
  });
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Match } from "aws-cdk-lib/assertions";
import * as z from "zod";
import { inWords, resourcesOf, templateOf, WITH_TOKENS } from "./template.ts";

const runbook = readFileSync(join(import.meta.dirname, "../../docs/runbook.md"), "utf8");
const template = templateOf(WITH_TOKENS);

const Alarm = z.looseObject({
  AlarmName: z.string(),
  AlarmActions: z.array(z.unknown()),
  OKActions: z.array(z.unknown()),
  MetricName: z.string().optional(),
  Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
  Threshold: z.number(),
  TreatMissingData: z.string(),
  ComparisonOperator: z.string(),
});

const alarms = new Map(
  resourcesOf(template, "AWS::CloudWatch::Alarm").map(({ Properties }) => {
    const alarm = Alarm.parse(Properties);
    return [alarm.AlarmName.replace(/^twin-/, ""), alarm];
  }),
);

const watched = (name: string): string => {
  const { MetricName, Dimensions, ComparisonOperator, Threshold } = alarms.get(name) ?? Alarm.parse({});
  const [dimension] = Dimensions;
  return `${MetricName} of ${inWords(dimension?.Value).replace(/\.QueueName$/, "")} ${ComparisonOperator} ${Threshold}`;
};

describe("an alarm is raised", () => {
  test.each([
    ["dead-letters", "ApproximateNumberOfMessagesVisible of EventsDeadLettersQueue GreaterThanThreshold 0"],
    ["undelivered-events", "ApproximateNumberOfMessagesVisible of IntakeUndeliveredQueue GreaterThanThreshold 0"],
    ["lost-announcements", "ApproximateNumberOfMessagesVisible of UnannouncedQueue GreaterThanThreshold 0"],
    ["events-late", "ApproximateAgeOfOldestMessage of EventsQueue GreaterThanThreshold 300"],
    ["announcements-late", "IteratorAge of FunctionsAnnounceChangesFunction GreaterThanThreshold 300000"],
    ["watch-failing", "Errors of FunctionsWatchDeadlinesFunction GreaterThanThreshold 2"],
    ["watch-silent", "Invocations of FunctionsWatchDeadlinesFunction LessThanThreshold 1"],
    ["api-errors", "5XXError of chassis-twin-dev GreaterThanThreshold 4"],
  ])("as %s", (name, condition) => {
    expect(watched(name)).toBe(condition);
  });

  test.each(["accept-events", "project-events", "read-twin", "read-fleet", "announce-changes"])(
    "when %s fails or is throttled",
    (name) => {
      expect(watched(`${name}-errors`)).toMatch(/^Errors of Functions\w+ GreaterThanThreshold 0$/);
      expect(watched(`${name}-throttled`)).toMatch(/^Throttles of Functions\w+ GreaterThanThreshold 0$/);
    },
  );

  test("when the watch over deadlines is throttled", () => {
    expect(watched("watch-deadlines-throttled")).toMatch(/^Throttles of FunctionsWatchDeadlines/);
  });

  test("when callers cannot be authorized, but not when one is refused, which looks like a failure", () => {
    expect(watched("authorize-throttled")).toMatch(/^Throttles of Callers/);
    expect(alarms.has("authorize-errors")).toBe(false);
  });
});

describe("every alarm", () => {
  test("tells the topic when it begins and when it ends", () => {
    const [topic] = resourcesOf(template, "AWS::SNS::Topic");
    const told = [{ Ref: topic?.logicalId }];

    for (const { AlarmActions, OKActions } of alarms.values()) {
      expect({ AlarmActions, OKActions }).toEqual({ AlarmActions: told, OKActions: told });
    }
  });

  test("may tell the topic, by TLS", () => {
    template.hasResourceProperties("AWS::SNS::TopicPolicy", {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
          Match.objectLike({
            Effect: "Allow",
            Action: "sns:Publish",
            Principal: { Service: "cloudwatch.amazonaws.com" },
            Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
          }),
        ]),
      },
    });
  });

  test("takes silence for good news, but for the one that waits for a sign of life", () => {
    const rest = [...alarms].filter(([, { TreatMissingData }]) => TreatMissingData !== "notBreaching");

    expect(rest.map(([name, { TreatMissingData }]) => [name, TreatMissingData])).toEqual([
      ["watch-silent", "breaching"],
    ]);
  });

  test("has a paragraph in the runbook, and every paragraph an alarm", () => {
    const headings = [...runbook.matchAll(/^## `(.+)`$/gm)].map(([, name = ""]) => name);
    const named = [...alarms.keys()].map((name) =>
      name.replace(/^.+-(errors|throttled)$/, (all, kind) => (all === "api-errors" ? all : `<function>-${kind}`)),
    );

    expect([...new Set(named)].sort()).toEqual(headings.sort());
  });
});

describe("alarms by e-mail", () => {
  test("go to the address of the stage", () => {
    templateOf({ alarmEmail: "on-call@example.com" }).hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "on-call@example.com",
    });
  });

  test("go to nobody when the stage has no address", () => {
    template.resourceCountIs("AWS::SNS::Subscription", 0);
  });
});

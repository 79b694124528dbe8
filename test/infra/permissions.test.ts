import { describe, expect, test } from "@jest/globals";
import { permissionsIn } from "./permissions.ts";
import { resourcesOf, templateOf, WITH_TOKENS } from "./template.ts";

const template = templateOf(WITH_TOKENS);
const permissions = permissionsIn(template);

describe("a function may write its own log and", () => {
  test("accept-events: put events on the bus", () => {
    expect(permissions["accept-events"]).toEqual(["events:PutEvents IntakeBus.Arn"]);
  });

  test("project-events: consume the queue, read and write twins and commits, and bury dead letters", () => {
    expect(permissions["project-events"]).toEqual([
      "dynamodb:BatchGetItem Table.Arn",
      "dynamodb:GetItem Table.Arn",
      "dynamodb:PutItem Table.Arn",
      "dynamodb:Query Table.Arn",
      "dynamodb:UpdateItem Table.Arn",
      "sqs:ChangeMessageVisibility EventsQueue.Arn",
      "sqs:DeleteMessage EventsQueue.Arn",
      "sqs:GetQueueAttributes EventsQueue.Arn",
      "sqs:GetQueueUrl EventsQueue.Arn",
      "sqs:ReceiveMessage EventsQueue.Arn",
      "sqs:SendMessage EventsDeadLettersQueue.Arn",
    ]);
  });

  test("read-twin: read twins and their commits, and find others to compare with by the fleet index", () => {
    expect(permissions["read-twin"]).toEqual([
      "dynamodb:BatchGetItem Table.Arn",
      "dynamodb:GetItem Table.Arn",
      "dynamodb:Query Table.Arn",
      "dynamodb:Query Table.Arn/index/fleet",
    ]);
  });

  test("read-fleet: read twins and their past, and find them by the fleet index", () => {
    expect(permissions["read-fleet"]).toEqual([
      "dynamodb:BatchGetItem Table.Arn",
      "dynamodb:GetItem Table.Arn",
      "dynamodb:Query Table.Arn",
      "dynamodb:Query Table.Arn/index/fleet",
    ]);
  });

  test("watch-deadlines: find twins by the due index, read and write them", () => {
    expect(permissions["watch-deadlines"]).toEqual([
      "dynamodb:BatchGetItem Table.Arn",
      "dynamodb:GetItem Table.Arn",
      "dynamodb:PutItem Table.Arn",
      "dynamodb:Query Table.Arn/index/due",
      "dynamodb:UpdateItem Table.Arn",
    ]);
  });

  test("announce-changes: follow the stream, read commits, put events on the bus, and bury what it cannot", () => {
    expect(permissions["announce-changes"]).toEqual([
      "dynamodb:DescribeStream Table.StreamArn",
      "dynamodb:GetRecords Table.StreamArn",
      "dynamodb:GetShardIterator Table.StreamArn",
      "dynamodb:ListStreams *",
      "dynamodb:Query Table.Arn",
      "events:PutEvents IntakeBus.Arn",
      "sqs:SendMessage UnannouncedQueue.Arn",
    ]);
  });

  test.each(["authorize", "describe-api"])("%s: nothing else", (name) => {
    expect(permissions[name]).toEqual([]);
  });
});

describe("the permissions of the functions", () => {
  test("hold no wildcard but the one resource that AWS demands", () => {
    const wild = Object.values(permissions)
      .flat()
      .filter((permission) => permission.includes("*"));

    expect(wild).toEqual(["dynamodb:ListStreams *"]);
  });

  test("come from no policy that AWS manages", () => {
    const roles = resourcesOf(template, "AWS::IAM::Role").filter(({ logicalId }) => !logicalId.startsWith("Http"));

    expect(roles).toHaveLength(8);
    expect(roles.flatMap(({ Properties }) => Properties["ManagedPolicyArns"] ?? [])).toEqual([]);
  });
});

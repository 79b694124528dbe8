import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient, ListEventBusesCommand, ListRulesCommand } from "@aws-sdk/client-eventbridge";
import { LambdaClient, ListEventSourceMappingsCommand, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import { ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { signedFetch } from "./signed-fetch.ts";
import { ENDPOINT } from "./stage.ts";

const Apis = z.object({ item: z.array(z.object({ name: z.string() })).default([]) });

/** What the emulator holds of a stage, by kind: whatever has the name of the stage's stack in its own. */
export const belongingsOf = async (stage: string): Promise<Readonly<Record<string, readonly string[]>>> => {
  const [dynamoDb, bus, lambda, sqs] = [
    new DynamoDBClient(),
    new EventBridgeClient(),
    new LambdaClient(),
    new SQSClient(),
  ];
  const stack = `chassis-twin-${stage}`;
  const ofStage = (names: readonly (string | undefined)[]): readonly string[] =>
    names.filter((name) => name !== undefined).filter((name) => withoutDashes(name).includes(withoutDashes(stack)));
  const { TableNames = [] } = await dynamoDb.send(new ListTablesCommand());
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand());
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand());
  const { EventSourceMappings = [] } = await lambda.send(new ListEventSourceMappingsCommand());
  const { EventBuses = [] } = await bus.send(new ListEventBusesCommand());
  const buses = ofStage(EventBuses.map(({ Name }) => Name));
  const rules = await Promise.all(
    ["default", ...buses].map(
      async (EventBusName) => (await bus.send(new ListRulesCommand({ EventBusName }))).Rules ?? [],
    ),
  );
  const { item: apis } = Apis.parse(await (await signedFetch("apigateway", `${ENDPOINT}/restapis`)).json());
  return {
    tables: ofStage(TableNames),
    queues: ofStage(QueueUrls),
    functions: ofStage(Functions.map(({ FunctionName }) => FunctionName)),
    mappings: ofStage(EventSourceMappings.map(({ FunctionArn }) => FunctionArn)),
    buses,
    rules: ofStage(rules.flat().map(({ Name }) => Name)),
    apis: ofStage(apis.map(({ name }) => name)),
  };
};

/** Some names are made of the stack's without its dashes. */
const withoutDashes = (name: string): string => name.replaceAll("-", "");

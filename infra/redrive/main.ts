import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { Command, Option } from "commander";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { eventBridgeAnnouncer } from "../../shared/adapters/eventbridge-announcer.ts";
import { putEvents } from "../../shared/adapters/put-events.ts";
import { toBus, toQueue } from "./destinations.ts";
import { type Reasons, redrive, survey } from "./redrive.ts";
import { sqsLetterBox } from "./sqs-letter-box.ts";
import { type StageOutputs, stageOutputs } from "./stage-outputs.ts";

const BOXES = ["dead-letters", "undelivered-events", "lost-announcements"] as const;

interface Options {
  readonly stage: string;
  readonly from: readonly (typeof BOXES)[number][];
  readonly dryRun?: true;
}

const sqs = new SQSClient();

const toEvents = ({ QueueUrl }: StageOutputs) =>
  toQueue(async (MessageBody) => {
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  });

const toListeners = ({ EventBusName, TableName }: StageOutputs) => {
  const bus = { client: new EventBridgeClient(), busName: EventBusName };
  return toBus({
    put: async (entry) => (await putEvents(bus, [entry])).length === 0,
    announcer: eventBridgeAnnouncer(bus),
    commits: dynamoDbTwinStore({ client: new DynamoDBClient(), tableName: TableName }),
  });
};

const boxesOf = (outputs: StageOutputs) => ({
  "dead-letters": { queueUrl: outputs.DeadLetterQueueUrl, destination: toEvents(outputs) },
  "undelivered-events": { queueUrl: outputs.UndeliveredQueueUrl, destination: toEvents(outputs) },
  "lost-announcements": { queueUrl: outputs.UnannouncedQueueUrl, destination: toListeners(outputs) },
});

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const list = (reasons: Reasons): void => {
  for (const [reason, count] of reasons) write(`  ${count}  ${reason}`);
};
const totalOf = (reasons: Reasons): number => [...reasons.values()].reduce((sum, count) => sum + count, 0);

const run = async ({ stage, from, dryRun }: Options): Promise<void> => {
  const boxes = boxesOf(await stageOutputs(new CloudFormationClient(), stage));
  for (const name of from) {
    const { queueUrl, destination } = boxes[name];
    const box = sqsLetterBox({ client: sqs, queueUrl });
    if (dryRun) {
      const reasons = await survey(box);
      write(`${name}: ${totalOf(reasons)}`);
      list(reasons);
      continue;
    }
    const { moved, left } = await redrive(box, destination, Date.now);
    write(`${name}: moved ${moved}, left ${totalOf(left)}`);
    list(left);
    if (totalOf(left) > 0) process.exitCode = 1;
  }
};

const command = new Command("redrive")
  .description("Moves dead letters back to where they were to go; each is deleted only after it was accepted there.")
  .option("--stage <name>", "whose dead letters", "dev")
  .addOption(new Option("--from <alarms...>", "which of them, by their alarms").choices(BOXES).default([...BOXES]))
  .option("--dry-run", "only counts them, by reason")
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  process.stderr.write(`redrive: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

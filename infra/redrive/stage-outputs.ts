import { type CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import * as z from "zod";
import { StageNotFound } from "./errors.ts";

/** What the stack of a stage tells of itself, as far as dead letters need it. */
export const StageOutputs = z.object({
  EventBusName: z.string(),
  TableName: z.string(),
  QueueUrl: z.url(),
  DeadLetterQueueUrl: z.url(),
  UndeliveredQueueUrl: z.url(),
  UnannouncedQueueUrl: z.url(),
});
export type StageOutputs = z.infer<typeof StageOutputs>;

/** Reads the outputs of a stage's stack. Throws `StageNotFound`. */
export const stageOutputs = async (client: CloudFormationClient, stage: string): Promise<StageOutputs> => {
  const StackName = `chassis-twin-${stage}`;
  const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName })).catch((cause: unknown) => {
    throw new StageNotFound(StackName, cause instanceof Error ? cause.message : String(cause), { cause });
  });
  const outputs = (Stacks[0]?.Outputs ?? []).map(({ OutputKey = "", OutputValue }) => [OutputKey, OutputValue]);
  const ours = StageOutputs.safeParse(Object.fromEntries(outputs));
  if (!ours.success) throw new StageNotFound(StackName, "it has not the outputs of a stage", { cause: ours.error });
  return ours.data;
};

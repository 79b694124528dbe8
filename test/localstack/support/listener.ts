import {
  DeleteRuleCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
  RemoveTargetsCommand,
} from "@aws-sdk/client-eventbridge";
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import * as z from "zod";

const Message = z.object({
  "detail-type": z.string(),
  detail: z.looseObject({ id: z.string(), subject: z.string(), data: z.looseObject({}) }),
});

/** A notification as a rule of the bus delivers it. */
export type Heard = z.infer<typeof Message>;

/** Somebody with a rule on the bus, and a queue as its target. */
export interface Listener {
  /** All that was heard so far. */
  heard(): Promise<readonly Heard[]>;
  /** Removes the rule and the queue. */
  close(): Promise<void>;
}

/** Listens to the notifications on a bus. */
export const listen = async (busName: string, name: string): Promise<Listener> => {
  const [bus, sqs] = [new EventBridgeClient(), new SQSClient()];
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }));
  const rule = { EventBusName: busName, Rule: name };
  const EventPattern = JSON.stringify({ source: ["chassis-twin"] });
  await bus.send(new PutRuleCommand({ EventBusName: busName, Name: name, EventPattern }));
  await bus.send(new PutTargetsCommand({ ...rule, Targets: [{ Id: "queue", Arn: Attributes?.QueueArn }] }));
  const messages: Heard[] = [];

  return {
    async heard() {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      for (const { Body = "", ReceiptHandle } of Messages) {
        messages.push(Message.parse(JSON.parse(Body)));
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
      return messages;
    },
    async close() {
      await bus.send(new RemoveTargetsCommand({ ...rule, Ids: ["queue"] }));
      await bus.send(new DeleteRuleCommand({ EventBusName: busName, Name: name }));
      await sqs.send(new DeleteQueueCommand({ QueueUrl }));
    },
  };
};

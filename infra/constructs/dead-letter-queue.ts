import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

/** How long a queue keeps what nobody took: as long as one can, which leaves time for a long week-end and a fix. */
export const LONGEST_RETENTION = Duration.days(14);

/** How a queue for dead letters is kept. */
export interface DeadLetterQueueProps {
  /**
   * Whether what is in the queue goes when the stack goes.
   *
   * @default false
   */
  readonly ephemeral?: boolean;
}

/** Keeps what could not be dealt with until somebody looks. An alarm has to watch over it. */
export class DeadLetterQueue extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { ephemeral = false }: DeadLetterQueueProps = {}) {
    super(scope, id);
    this.queue = new Queue(this, "Queue", {
      retentionPeriod: LONGEST_RETENTION,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      removalPolicy: ephemeral ? RemovalPolicy.DESTROY : RemovalPolicy.RETAIN,
    });
    Validations.of(this.queue).acknowledge({
      id: "AwsSolutions-SQS3",
      reason: "Dead letters end here, also those of rules, streams and functions, which name no queue they come from.",
    });
  }
}

import { Duration } from "aws-cdk-lib";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { DeadLetterQueue, LONGEST_RETENTION } from "./dead-letter-queue.ts";

/** How often a message is given to the function before it is a dead letter. */
const MOST_RECEIVES = 5;

/**
 * How many messages the function takes at once: those of one chassis cost one write together, so more is cheaper, as
 * long as the largest ones are folded well within the function's time.
 */
const BATCH_SIZE = 50;

/** How many batches are worked on at once, so that a backlog leaves room for the account's other functions. */
const MOST_CONCURRENT = 50;

/** What the queue is made for. */
export interface EventQueueProps {
  /** The time-out of the function that consumes the queue. */
  readonly consumerTimeout: Duration;
  /**
   * Whether dead letters go when the stack goes.
   *
   * @default false
   */
  readonly ephemeral?: boolean;
}

/** Holds events until they are projected. What cannot be projected after several attempts becomes a dead letter. */
export class EventQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { consumerTimeout, ephemeral = false }: EventQueueProps) {
    super(scope, id);
    this.deadLetters = new DeadLetterQueue(this, "DeadLetters", { ephemeral }).queue;
    this.queue = new Queue(this, "Queue", {
      // AWS asks for six times the time-out, so that a throttled batch is not given out twice.
      visibilityTimeout: Duration.seconds(6 * consumerTimeout.toSeconds()),
      retentionPeriod: LONGEST_RETENTION,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MOST_RECEIVES },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
  }

  /** Gives the messages to the function, in batches of which it may fail a part. */
  feed(consumer: IFunction): void {
    consumer.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: BATCH_SIZE,
        maxBatchingWindow: Duration.seconds(1),
        maxConcurrency: MOST_CONCURRENT,
        reportBatchItemFailures: true,
      }),
    );
  }
}

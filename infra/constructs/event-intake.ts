import { Duration } from "aws-cdk-lib";
import { EventBus, type EventPattern, Match, Rule } from "aws-cdk-lib/aws-events";
import { SqsQueue } from "aws-cdk-lib/aws-events-targets";
import { Grant, type IGrantable } from "aws-cdk-lib/aws-iam";
import type { IQueue, Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { BUS } from "../../shared/bus.ts";
import { DeadLetterQueue } from "./dead-letter-queue.ts";

/** For how long, and how often, the bus tries to hand an entry to the queue: as much as it can. */
const DELIVERY = { maxEventAge: Duration.hours(24), retryAttempts: 185 };

/** Where the intake leads. */
export interface EventIntakeProps {
  /** The queue that takes the events. */
  readonly queue: IQueue;
  /**
   * How long entries are kept for a replay.
   *
   * @default 90 days
   */
  readonly archiveRetention?: Duration;
  /**
   * Whether what could not be delivered goes when the stack goes, and nothing is kept for a replay.
   *
   * @default false
   */
  readonly ephemeral?: boolean;
}

/**
 * The bus, and the rule that takes everything on it to the queue, whatever its type, but the service's own
 * notifications: they would go round for ever. What the rule takes is archived too.
 */
export class EventIntake extends Construct {
  readonly bus: EventBus;
  /** Entries that the bus could not hand to the queue. */
  readonly undelivered: Queue;

  constructor(scope: Construct, id: string, props: EventIntakeProps) {
    super(scope, id);
    const { queue, archiveRetention = Duration.days(90), ephemeral = false } = props;
    this.bus = new EventBus(this, "Bus");
    this.undelivered = new DeadLetterQueue(this, "Undelivered", { ephemeral }).queue;

    const eventPattern: EventPattern = { source: Match.anythingBut(BUS.notificationSource) };
    if (!ephemeral) this.bus.archive("Archive", { eventPattern, retention: archiveRetention });
    new Rule(this, "Rule", {
      eventBus: this.bus,
      eventPattern,
      description: "Takes everything but our own notifications to the projection",
      targets: [new SqsQueue(queue, { deadLetterQueue: this.undelivered, ...DELIVERY })],
    });
  }

  /** Permits to put entries on the bus. */
  grantPut(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ["events:PutEvents"], resourceArns: [this.bus.eventBusArn] });
  }
}

import { Duration, Validations } from "aws-cdk-lib";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  type IFunction,
  StartingPosition,
} from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { RECORD_SORT_KEY } from "../../shared/adapters/keys.ts";
import { TABLE } from "../../shared/table.ts";

/** Whose changes go where. */
export interface ChangeStreamProps {
  /** The table whose stream is read. */
  readonly table: Table;
  /** The function that takes the changes; it may send to `failed`. */
  readonly consumer: IFunction;
  /** Takes which changes the function could not take at all. */
  readonly failed: IQueue;
}

/**
 * Gives the changes of twins to a function, those of a chassis in order. A batch that makes the function fail is halved
 * until the one that does is found; that one goes to the queue of failures, and does not hold up the others for long.
 */
export class ChangeStream extends Construct {
  constructor(scope: Construct, id: string, { table, consumer, failed }: ChangeStreamProps) {
    super(scope, id);
    if (table.tableStreamArn === undefined) throw new Error("The table has no stream that could be followed.");
    table.grantStreamRead(consumer);
    new EventSourceMapping(this, "Mapping", {
      target: consumer,
      eventSourceArn: table.tableStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      // Commits are no news, and neither is that they expire.
      filters: [
        FilterCriteria.filter({ dynamodb: { Keys: { [TABLE.sortKey]: { S: FilterRule.isEqual(RECORD_SORT_KEY) } } } }),
      ],
      bisectBatchOnError: true,
      retryAttempts: 5,
      maxRecordAge: Duration.hours(6),
      reportBatchItemFailures: true,
      // `SqsDlq` would let the function read the queue's attributes too.
      onFailure: { bind: () => ({ destination: failed.queueArn }) },
    });
    if (consumer.role) {
      Validations.of(consumer.role).acknowledge({
        id: "AwsSolutions-IAM5[Resource::*]",
        reason: "AWS lets dynamodb:ListStreams be permitted on no single resource; it shows names of streams only.",
      });
    }
  }
}

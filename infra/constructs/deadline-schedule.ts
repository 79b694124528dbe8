import { Duration } from "aws-cdk-lib";
import { Rule, Schedule } from "aws-cdk-lib/aws-events";
import { LambdaFunction } from "aws-cdk-lib/aws-events-targets";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";

/** What is run. */
export interface DeadlineScheduleProps {
  readonly watch: IFunction;
}

/** Runs the watch over deadlines every minute. A run that fails is not tried again: the next one finds what it left. */
export class DeadlineSchedule extends Construct {
  constructor(scope: Construct, id: string, { watch }: DeadlineScheduleProps) {
    super(scope, id);
    watch.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
    new Rule(this, "Rule", {
      schedule: Schedule.rate(Duration.minutes(1)),
      description: "Makes findings of what has not arrived in time",
      targets: [new LambdaFunction(watch, { retryAttempts: 0, maxEventAge: Duration.minutes(1) })],
    });
  }
}

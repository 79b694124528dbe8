import { Duration, Stack } from "aws-cdk-lib";
import type { RestApi } from "aws-cdk-lib/aws-apigateway";
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";

const PERIOD = Duration.minutes(5);

/** An event is in its twin within seconds; at this age of the oldest one something is wrong. */
const OLDEST_MESSAGE = Duration.minutes(5);

/** What is watched. */
export interface AlarmsProps {
  /** Queues that must stay empty, by the name of their alarm. */
  readonly deadLetters: Readonly<Record<string, IQueue>>;
  /** The queue of events to project. */
  readonly queue: IQueue;
  /** Functions by name. */
  readonly functions: Readonly<Record<string, IFunction>>;
  /** Those of the functions of which a single error alarms nobody. */
  readonly mayFail: readonly string[];
  /** The function that runs every minute. */
  readonly watch: IFunction;
  /** The function that reads the table's stream. */
  readonly announcer: IFunction;
  readonly api: RestApi;
  /**
   * Who is told by e-mail.
   *
   * @default - nobody, until somebody subscribes to the topic
   */
  readonly email?: string | undefined;
}

/** Tells a topic when something needs a human. docs/runbook.md has a paragraph on each alarm, under its name. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, "Topic", { enforceSSL: true });
    // A topic with a policy of its own has lost the one that let the account's alarms in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["sns:Publish"],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { "aws:SourceAccount": Stack.of(this).account } },
      }),
    );
    if (props.email !== undefined) this.topic.addSubscription(new EmailSubscription(props.email));

    this.#watchQueues(props);
    this.#watchFunctions(props);
    this.#watchDeadlines(props.watch);
    this.#add("announcements-late", {
      metric: props.announcer.metric("IteratorAge", { statistic: "Maximum", period: PERIOD }),
      above: OLDEST_MESSAGE.toMilliseconds(),
    });
    this.#add("api-errors", {
      metric: props.api.metricServerError({ statistic: "Sum", period: PERIOD }),
      above: 4,
    });
  }

  #watchQueues({ deadLetters, queue }: AlarmsProps): void {
    for (const [name, letters] of Object.entries(deadLetters)) {
      this.#add(name, {
        metric: letters.metricApproximateNumberOfMessagesVisible({ statistic: "Maximum", period: PERIOD }),
        above: 0,
      });
    }
    this.#add("events-late", {
      metric: queue.metricApproximateAgeOfOldestMessage({ statistic: "Maximum", period: PERIOD }),
      above: OLDEST_MESSAGE.toSeconds(),
    });
  }

  #watchFunctions({ functions, mayFail }: AlarmsProps): void {
    for (const [name, watched] of Object.entries(functions)) {
      const sum = { statistic: "Sum", period: PERIOD };
      if (!mayFail.includes(name)) this.#add(`${name}-errors`, { metric: watched.metricErrors(sum), above: 0 });
      this.#add(`${name}-throttled`, { metric: watched.metricThrottles(sum), above: 0 });
    }
  }

  /** One run that fails does no harm, since the next one finds what it left. */
  #watchDeadlines(watch: IFunction): void {
    const sum = { statistic: "Sum", period: PERIOD };
    this.#add("watch-failing", { metric: watch.metricErrors(sum), above: 2 });
    this.#add("watch-silent", { metric: watch.metricInvocations(sum), below: 1 });
  }

  #add(name: string, { metric, above, below }: Limit): void {
    const alarm = new Alarm(this, name, {
      alarmName: `${Stack.of(this).stackName}-${name}`,
      alarmDescription: `What it means and what to do: docs/runbook.md, "${name}"`,
      metric,
      evaluationPeriods: 1,
      ...(below === undefined
        ? { threshold: above ?? 0, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD }
        : { threshold: below, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD }),
      treatMissingData: below === undefined ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
    });
    const tell = new SnsAction(this.topic);
    alarm.addAlarmAction(tell);
    alarm.addOkAction(tell);
  }
}

interface Limit {
  readonly metric: IMetric;
  readonly above?: number;
  readonly below?: number;
}

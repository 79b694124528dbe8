import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { Alarms } from "./constructs/alarms.ts";
import { ChangeStream } from "./constructs/change-stream.ts";
import { DeadLetterQueue } from "./constructs/dead-letter-queue.ts";
import { DeadlineSchedule } from "./constructs/deadline-schedule.ts";
import { EventIntake } from "./constructs/event-intake.ts";
import { EventQueue } from "./constructs/event-queue.ts";
import { JwtAuthorizer } from "./constructs/jwt-authorizer.ts";
import { TwinApi } from "./constructs/rest-api.ts";
import { PROJECTION_TIMEOUT, TwinFunctions } from "./constructs/twin-functions.ts";
import { TwinTable } from "./constructs/twin-table.ts";
import type { StageSettings } from "./settings.ts";

/** Which stage of the service the stack is. */
export interface TwinStackProps extends StackProps {
  readonly settings: StageSettings;
}

/** The service, all of it, on AWS. */
export class TwinStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: TwinStackProps) {
    super(scope, id, {
      description: "A digital twin of chassis with two redundant management modules",
      terminationProtection: !settings.ephemeral,
      ...props,
    });
    const { stage, auth, retentionDays, ephemeral } = settings;
    const table = new TwinTable(this, "Table", { ephemeral, forgetful: retentionDays !== undefined });
    const events = new EventQueue(this, "Events", { consumerTimeout: PROJECTION_TIMEOUT, ephemeral });
    const intake = new EventIntake(this, "Intake", { queue: events.queue, ephemeral });
    const unannounced = new DeadLetterQueue(this, "Unannounced", { ephemeral }).queue;

    const functions = new TwinFunctions(this, "Functions", {
      table,
      intake,
      deadLetters: events.deadLetters,
      unannounced,
      retentionDays,
      ephemeral,
    });
    events.feed(functions.projectEvents);
    new DeadlineSchedule(this, "Deadlines", { watch: functions.watchDeadlines });
    new ChangeStream(this, "Changes", { table: table.table, consumer: functions.announceChanges, failed: unannounced });

    const jwt = auth.kind === "jwt" ? new JwtAuthorizer(this, "Callers", { auth, ephemeral }) : null;
    const { api } = new TwinApi(this, "Http", {
      functions: {
        "accept-events": functions.acceptEvents,
        "read-twin": functions.readTwin,
        "read-fleet": functions.readFleet,
      },
      stage,
      authorizer: jwt?.authorizer,
      logged: !ephemeral,
    });
    const alarms = new Alarms(this, "Alarms", {
      deadLetters: {
        "dead-letters": events.deadLetters,
        "undelivered-events": intake.undelivered,
        "lost-announcements": unannounced,
      },
      queue: events.queue,
      functions: {
        "accept-events": functions.acceptEvents,
        "project-events": functions.projectEvents,
        "read-twin": functions.readTwin,
        "read-fleet": functions.readFleet,
        "watch-deadlines": functions.watchDeadlines,
        "announce-changes": functions.announceChanges,
        ...(jwt && { authorize: jwt.function }),
      },
      // One says no to a caller by failing; the other has alarms of its own.
      mayFail: ["authorize", "watch-deadlines"],
      watch: functions.watchDeadlines,
      announcer: functions.announceChanges,
      api,
      email: settings.alarmEmail,
    });

    const outputs = {
      ApiUrl: api.url,
      EventBusName: intake.bus.eventBusName,
      TableName: table.table.tableName,
      QueueUrl: events.queue.queueUrl,
      DeadLetterQueueUrl: events.deadLetters.queueUrl,
      UndeliveredQueueUrl: intake.undelivered.queueUrl,
      UnannouncedQueueUrl: unannounced.queueUrl,
      AlarmTopicArn: alarms.topic.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

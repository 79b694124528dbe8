import { Duration } from "aws-cdk-lib";
import { Grant } from "aws-cdk-lib/aws-iam";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import type { IQueue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import { DESCRIBING_FILES } from "../../functions/describe-api/files.ts";
import type { EventIntake } from "./event-intake.ts";
import { TwinFunction, type TwinFunctionProps } from "./twin-function.ts";
import type { TwinTable } from "./twin-table.ts";

/** How long a batch may take to project; the queue's visibility time-out follows from it. */
export const PROJECTION_TIMEOUT = Duration.seconds(30);

/** What the functions work on. */
export interface TwinFunctionsProps {
  readonly table: TwinTable;
  readonly intake: EventIntake;
  /** Takes events that can never be projected. */
  readonly deadLetters: IQueue;
  /** Takes announcements that cannot be published. */
  readonly unannounced: IQueue;
  /**
   * For how many days the history of a chassis is kept.
   *
   * @default for ever
   */
  readonly retentionDays?: number | undefined;
  /**
   * Whether logs go when the stack goes.
   *
   * @default false
   */
  readonly ephemeral?: boolean;
}

/**
 * The functions, each with what it needs and may do, and no more. Memory is chosen for the processor that comes with it:
 * what a caller waits for, or what folds many events, gets more than half a processor; nothing needs that much memory.
 */
export class TwinFunctions extends Construct {
  readonly acceptEvents: IFunction;
  readonly projectEvents: IFunction;
  readonly readTwin: IFunction;
  readonly readFleet: IFunction;
  readonly describeApi: IFunction;
  readonly watchDeadlines: IFunction;
  readonly announceChanges: IFunction;
  readonly #ephemeral: boolean;

  constructor(scope: Construct, id: string, props: TwinFunctionsProps) {
    super(scope, id);
    this.#ephemeral = props.ephemeral ?? false;
    this.acceptEvents = this.#acceptEvents(props);
    this.projectEvents = this.#projectEvents(props);
    this.readTwin = this.#readTwin(props);
    this.readFleet = this.#readFleet(props);
    this.describeApi = this.#describeApi();
    this.watchDeadlines = this.#watchDeadlines(props);
    this.announceChanges = this.#announceChanges(props);
  }

  #acceptEvents({ intake }: TwinFunctionsProps): IFunction {
    const acceptEvents = this.#add("AcceptEvents", {
      name: "accept-events",
      description: "Takes events from HTTP and puts them on the bus",
      memory: 1024,
      timeout: Duration.seconds(15),
      environment: { EVENT_BUS_NAME: intake.bus.eventBusName },
    });
    intake.grantPut(acceptEvents);
    return acceptEvents;
  }

  #projectEvents({ table, deadLetters, retentionDays }: TwinFunctionsProps): IFunction {
    const projectEvents = this.#add("ProjectEvents", {
      name: "project-events",
      description: "Projects queued events into the twins",
      memory: 1024,
      timeout: PROJECTION_TIMEOUT,
      environment: {
        ...tableOf(table),
        DEAD_LETTER_QUEUE_URL: deadLetters.queueUrl,
        ...(retentionDays !== undefined && { RETENTION_DAYS: String(retentionDays) }),
      },
    });
    table.grantItems(projectEvents, "GetItem", "BatchGetItem", "PutItem", "UpdateItem", "Query");
    grantSend(deadLetters, projectEvents);
    return projectEvents;
  }

  #readTwin({ table }: TwinFunctionsProps): IFunction {
    const readTwin = this.#add("ReadTwin", {
      name: "read-twin",
      description: "Answers what is asked about one chassis",
      memory: 1024,
      timeout: Duration.seconds(15),
      environment: tableOf(table),
    });
    table.grantItems(readTwin, "GetItem", "BatchGetItem", "Query");
    table.grantIndex(readTwin, "fleetIndex");
    return readTwin;
  }

  #readFleet({ table }: TwinFunctionsProps): IFunction {
    const readFleet = this.#add("ReadFleet", {
      name: "read-fleet",
      description: "Answers what is asked about the fleet",
      // One whole processor: a page computes up to 200 twins, of which one thread can use no more.
      memory: 1769,
      // The gateway waits for 29 seconds.
      timeout: Duration.seconds(28),
      environment: tableOf(table),
    });
    // Twins of the past are computed from commits.
    table.grantItems(readFleet, "GetItem", "BatchGetItem", "Query");
    table.grantIndex(readFleet, "fleetIndex");
    return readFleet;
  }

  #describeApi(): IFunction {
    return this.#add("DescribeApi", {
      name: "describe-api",
      description: "Describes the API",
      memory: 512,
      timeout: Duration.seconds(10),
      files: Object.fromEntries(Object.entries(DESCRIBING_FILES).map(([name, { source }]) => [name, source])),
    });
  }

  #watchDeadlines({ table }: TwinFunctionsProps): IFunction {
    const watchDeadlines = this.#add("WatchDeadlines", {
      name: "watch-deadlines",
      description: "Makes findings, every minute, of what has not arrived in time",
      memory: 1024,
      // A run ends before the next one begins.
      timeout: Duration.seconds(55),
      environment: tableOf(table),
    });
    table.grantItems(watchDeadlines, "GetItem", "BatchGetItem", "PutItem", "UpdateItem");
    table.grantIndex(watchDeadlines, "dueIndex");
    return watchDeadlines;
  }

  #announceChanges({ table, intake, unannounced }: TwinFunctionsProps): IFunction {
    const announceChanges = this.#add("AnnounceChanges", {
      name: "announce-changes",
      description: "Announces on the bus what changed in the twins",
      memory: 512,
      timeout: Duration.seconds(30),
      environment: {
        ...tableOf(table),
        EVENT_BUS_NAME: intake.bus.eventBusName,
        DEAD_LETTER_QUEUE_URL: unannounced.queueUrl,
      },
    });
    // A late event may bring switchovers that lie in the past, among the commits.
    table.grantItems(announceChanges, "Query");
    intake.grantPut(announceChanges);
    grantSend(unannounced, announceChanges);
    return announceChanges;
  }

  #add(id: string, props: TwinFunctionProps): IFunction {
    return new TwinFunction(this, id, { ephemeral: this.#ephemeral, ...props }).function;
  }
}

const tableOf = ({ table }: TwinTable) => ({ TABLE_NAME: table.tableName });

// What the construct library grants for sending lets the sender read the queue's attributes too.
const grantSend = ({ queueArn }: IQueue, grantee: IFunction): void => {
  Grant.addToPrincipal({ grantee, actions: ["sqs:SendMessage"], resourceArns: [queueArn] });
};

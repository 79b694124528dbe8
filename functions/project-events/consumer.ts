import type { Logger } from "@aws-lambda-powertools/logger";
import type { Context, SQSBatchResponse, SQSEvent } from "aws-lambda";
import { functionLog } from "../../shared/adapters/function-log.ts";
import { countNothing } from "../../shared/counting.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import type { BusEntry, Clock, Counter, DeadLetters, TwinStore } from "../../shared/ports.ts";
import { beginTimeLimit } from "../../shared/time-limit.ts";
import { type FaultyMessage, messageOf, readMessage } from "./messages.ts";
import { projectChassis } from "./project-chassis.ts";

/** How many chassis, or faulty messages, one batch works on at once. */
const AT_ONCE = 8;

/** What is kept of the function's time to report which records failed, in milliseconds. */
const TIME_TO_REPORT_MS = 1000;

/** What the projection of a batch works with. */
export interface Dependencies {
  readonly store: TwinStore;
  readonly deadLetters: DeadLetters;
  readonly clock: Clock;
  readonly count?: Counter;
  readonly logger?: Pick<Logger, "error" | "warn">;
}

/** The events of one chassis in a batch, and the records that brought them. */
interface Parcel {
  readonly chassisId: string;
  readonly events: ChassisEvent[];
  readonly recordIds: string[];
}

interface FaultyRecord extends FaultyMessage {
  readonly recordId: string;
}

/**
 * Projects batches of queued messages into the twins, all events of a chassis together. Messages that can never be
 * projected are buried with the reason. Answers the records to deliver again: those of the chassis that failed.
 */
export const projectEventsConsumer = ({
  store,
  deadLetters,
  clock,
  count = countNothing,
  logger = functionLog("project-events"),
}: Dependencies) => {
  const bury = async ({ recordId, message, reason }: FaultyRecord) => {
    await deadLetters.bury(message, reason);
    count("MessagesBuried");
    logger.warn("Buried a message that can never be projected", { recordId, reason });
  };
  const project = async ({ chassisId, events }: BusEntry) => {
    const tooOld = await projectChassis(store, { chassisId, events }, clock, count);
    if (tooOld.length === 0) return;
    const reason = "older than what is still kept of the chassis, so that it cannot be given its place";
    await deadLetters.bury(messageOf({ chassisId, events: tooOld }), reason);
    count("MessagesBuried");
    logger.warn("Buried events that happened before what is still kept", { chassisId, events: tooOld.length });
  };

  return async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const { parcels, faulty } = sortOut(event);
    const failed = new Set<string>();
    const timeLimit = beginTimeLimit(context.getRemainingTimeInMillis() - TIME_TO_REPORT_MS);

    await inParallel(faulty, AT_ONCE, async (record) => {
      try {
        await timeLimit.within(() => bury(record));
      } catch (error) {
        logger.error("Could not bury a message", { recordId: record.recordId, reason: record.reason, error });
        failed.add(record.recordId);
      }
    });
    await inParallel(parcels, AT_ONCE, async (parcel) => {
      try {
        await timeLimit.within(() => project(parcel));
      } catch (error) {
        logger.error("Could not project a chassis", { chassisId: parcel.chassisId, error });
        for (const recordId of parcel.recordIds) failed.add(recordId);
      }
    });

    timeLimit.end();
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
};

const sortOut = ({ Records }: SQSEvent): { parcels: Parcel[]; faulty: FaultyRecord[] } => {
  const parcels = new Map<string, Parcel>();
  const faulty: FaultyRecord[] = [];
  for (const { messageId: recordId, body, attributes } of Records) {
    const content = readMessage(body, Number(attributes.SentTimestamp));
    if (content.faulty !== null) faulty.push({ recordId, ...content.faulty });
    if (content.entry === null) continue;
    const { chassisId, events } = content.entry;
    const parcel = parcels.get(chassisId) ?? { chassisId, events: [], recordIds: [] };
    parcels.set(chassisId, parcel);
    parcel.events.push(...events);
    parcel.recordIds.push(recordId);
  }
  return { parcels: [...parcels.values()], faulty };
};

import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { functionLog } from "../../shared/adapters/function-log.ts";
import { twinChangeIn } from "../../shared/adapters/stream-images.ts";
import { countNothing } from "../../shared/counting.ts";
import type { CommitReader, Counter } from "../../shared/ports.ts";
import { notificationsOf, type Publishing, publish } from "./announce-changes.ts";

/** What the consumer of the stream works with. */
export type Dependencies = Omit<Publishing, "count" | "logger"> & {
  readonly commits: CommitReader;
  readonly count?: Counter;
  readonly logger?: Publishing["logger"];
};

/**
 * Announces how the writes in a batch of the table's stream changed the twins. A record that cannot be announced is
 * buried, so that none holds up those behind it. Only from one that cannot even be buried on is the batch to be
 * delivered again; what is then announced twice has the same ids.
 */
export const announceChangesOnStream = ({
  commits,
  count = countNothing,
  logger = functionLog("announce-changes"),
  ...sinks
}: Dependencies) => {
  const announce = async (record: DynamoDBRecord): Promise<void> => {
    const change = twinChangeIn(record);
    if (change !== null) await publish({ ...sinks, count, logger }, await notificationsOf(commits, change));
  };

  const announceOrBury = async (record: DynamoDBRecord): Promise<boolean> => {
    try {
      await announce(record);
      return true;
    } catch (error) {
      count("AnnouncementsFailed");
      logger.error("Could not announce a change", { record: record.eventID, error });
      return await isBuried(record, reasonOf(error));
    }
  };

  const isBuried = async (record: DynamoDBRecord, reason: string): Promise<boolean> => {
    try {
      await sinks.deadLetters.bury(JSON.stringify(record), reason);
      return true;
    } catch (error) {
      logger.error("Could not bury a record of the stream", { record: record.eventID, error });
      return false;
    }
  };

  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    for (const record of Records) {
      if (await announceOrBury(record)) continue;
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] };
    }
    return { batchItemFailures: [] };
  };
};

const reasonOf = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : "unknown");

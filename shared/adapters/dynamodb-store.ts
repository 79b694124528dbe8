import { BatchGetItemCommand, GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { ChassisWrite, TwinChange, TwinStore } from "../ports.ts";
import { type Backoff, jitteredBackoff } from "./backoff.ts";
import { dueToStore, StoredDueTimes } from "./due-times.ts";
import { commitsBefore, commitsFrom, putCommit, type Retention } from "./dynamodb-commits.ts";
import { partsInUse } from "./dynamodb-fleet-parts.ts";
import { bytesOfItem, dueIn, putRecord, recordKey, recordOf, storedTwinIn } from "./dynamodb-records.ts";
import { answerTo, type DynamoDbTable, type Item } from "./dynamodb-request.ts";
import { StoreRequestFailed } from "./errors.ts";
import { partName, partOf } from "./fleet-entries.ts";
import { sortableTime } from "./keys.ts";

/** Where the store keeps its items, and how it waits before it asks again. */
export interface DynamoDbStoreOptions extends DynamoDbTable, Retention {
  readonly backoff?: Backoff;
  /** Told of every write once it is stored; for where there is no stream of the table to follow. Must not throw. */
  readonly afterSave?: (change: TwinChange) => void;
}

/**
 * Keeps chassis in the one table. The record's write is the only one that has to succeed: commits and the name of a
 * new part of the fleet index are written before it and do no harm without it. Methods throw `StoreRequestFailed`, and
 * `UnknownFormat` or `UnreadableItem` for stored data that they cannot read.
 */
export const dynamoDbTwinStore = ({
  backoff = jitteredBackoff,
  afterSave,
  ...table
}: DynamoDbStoreOptions): TwinStore => {
  const dueTimes = new StoredDueTimes();
  const parts = partsInUse(table);

  return {
    async load(chassisId) {
      const { client, tableName } = table;
      const command = new GetItemCommand({ TableName: tableName, Key: recordKey(chassisId), ConsistentRead: true });
      const { Item } = await answerTo("GetItem", client.send(command));
      if (Item === undefined) return null;
      const record = recordOf(Item);
      dueTimes.remember(chassisId, record.revision, dueIn(Item));
      return record;
    },

    async loadMany(chassisIds) {
      const groups = inGroups([...new Set(chassisIds)].map(recordKey), LARGEST_BATCH);
      const items = await Promise.all(groups.map((keys) => batchGet(table, keys, backoff)));
      return items.flat().map(recordOf);
    },

    commitsFrom: (chassisId, from) => commitsFrom(table, chassisId, from),

    commitsBefore: (chassisId, before) => commitsBefore(table, chassisId, before),

    bytesOf: bytesOfItem,

    async save(write) {
      const { record, evaluatedAt } = write;
      const { chassisId, revision } = record;
      const due = dueToStore(dueChange(write, dueTimes));
      await Promise.all([
        ...write.commits.map((commit) => putCommit(table, commit)),
        parts.use(partName(partOf(write))),
      ]);
      const replaced = await putRecord(table, write, due, afterSave ? "ALL_OLD" : "NONE");
      dueTimes.remember(chassisId, revision, due);
      afterSave?.({ before: replaced ? storedTwinIn(replaced) : null, after: { record, evaluatedAt } });
    },
  };
};

/** The most items that one BatchGetItem takes. */
const LARGEST_BATCH = 100;

/** How often keys that the table did not process are asked for. */
const MOST_ATTEMPTS = 8;

const dueChange = ({ record, expectedRevision, dueAt }: ChassisWrite, dueTimes: StoredDueTimes) => ({
  stored: dueTimes.of(record.chassisId, expectedRevision),
  wanted: dueAt === null ? null : sortableTime(dueAt),
  bringsEvents: record.revision !== expectedRevision,
});

const batchGet = async (
  { client, tableName }: DynamoDbTable,
  keys: readonly Item[],
  backoff: Backoff,
): Promise<readonly Item[]> => {
  const found: Item[] = [];
  let wanted = [...keys];
  for (let attempts = 1; attempts <= MOST_ATTEMPTS; attempts += 1) {
    const command = new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: wanted } } });
    const { Responses, UnprocessedKeys } = await answerTo("BatchGetItem", client.send(command));
    found.push(...(Responses?.[tableName] ?? []));
    wanted = UnprocessedKeys?.[tableName]?.Keys ?? [];
    if (wanted.length === 0) return found;
    await backoff(attempts);
  }
  throw new StoreRequestFailed("BatchGetItem", { cause: new Error(`${wanted.length} keys stayed unprocessed`) });
};

const inGroups = <T>(values: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, group) => values.slice(group * size, (group + 1) * size));

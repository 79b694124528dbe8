import { BatchGetItemCommand, GetItemCommand } from "@aws-sdk/client-dynamodb";
import DataLoader from "dataloader";
import { TABLE } from "../table.ts";
import type { Backoff } from "./backoff.ts";
import { recordKey } from "./dynamodb-records.ts";
import { answerTo, attribute, type DynamoDbTable, type Item } from "./dynamodb-request.ts";
import { StoreRequestFailed } from "./errors.ts";
import { chassisOf } from "./keys.ts";

/** The most items that one BatchGetItem takes. */
const LARGEST_BATCH = 100;

/** How often keys that the table did not process are asked for. */
const MOST_ATTEMPTS = 8;

/** Reads the item that keeps a chassis; `undefined` when there is none. Throws `StoreRequestFailed`. */
export type ReadItem = (chassisId: string) => Promise<Item | undefined>;

/**
 * Reads items as they are now, together all that are asked for in the same turn of the event loop: the processor time of
 * a call to DynamoDB is more than of all that is done with an item. One that is asked for alone waits for no others.
 */
export const readingTogether = (table: DynamoDbTable, backoff: Backoff): ReadItem => {
  const loader = new DataLoader((chassisIds: readonly string[]) => readNow(table, chassisIds, backoff), {
    cache: false,
    maxBatchSize: LARGEST_BATCH,
    batchScheduleFn: setImmediate,
  });
  return (chassisId) => loader.load(chassisId);
};

/** Reads the items that there are of some chassis, perhaps as they were a moment ago. Throws `StoreRequestFailed`. */
export const readItems = async (
  table: DynamoDbTable,
  chassisIds: readonly string[],
  backoff: Backoff,
): Promise<readonly Item[]> => {
  const groups = inGroups([...new Set(chassisIds)], LARGEST_BATCH);
  const items = await Promise.all(groups.map((group) => batchGet(table, group, { backoff, ConsistentRead: false })));
  return items.flat();
};

/** Reads the item of each chassis, in their order. */
const readNow = async (
  table: DynamoDbTable,
  chassisIds: readonly string[],
  backoff: Backoff,
): Promise<readonly (Item | undefined)[]> => {
  const [first = "", ...others] = new Set(chassisIds);
  const items =
    others.length === 0
      ? await getNow(table, first)
      : await batchGet(table, [first, ...others], { backoff, ConsistentRead: true });
  const itemsOf = new Map(items.map((item) => [chassisOf(attribute(item, TABLE.partitionKey, "S")), item]));
  return chassisIds.map((chassisId) => itemsOf.get(chassisId));
};

const getNow = async ({ client, tableName }: DynamoDbTable, chassisId: string): Promise<readonly Item[]> => {
  const command = new GetItemCommand({ TableName: tableName, Key: recordKey(chassisId), ConsistentRead: true });
  const { Item } = await answerTo("GetItem", client.send(command));
  return Item === undefined ? [] : [Item];
};

const batchGet = async (
  { client, tableName }: DynamoDbTable,
  chassisIds: readonly string[],
  { backoff, ConsistentRead }: { readonly backoff: Backoff; readonly ConsistentRead: boolean },
): Promise<readonly Item[]> => {
  const found: Item[] = [];
  let wanted = chassisIds.map(recordKey);
  for (let attempts = 1; attempts <= MOST_ATTEMPTS; attempts += 1) {
    const command = new BatchGetItemCommand({ RequestItems: { [tableName]: { Keys: wanted, ConsistentRead } } });
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

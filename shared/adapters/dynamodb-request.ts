import type { AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { TABLE } from "../table.ts";
import { StoreRequestFailed, UnreadableItem } from "./errors.ts";
import { BUCKETS_KEYS } from "./keys.ts";

/** The one table, and the client that reaches it. */
export interface DynamoDbTable {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

/** An item as the client gives it. */
export type Item = Record<string, AttributeValue>;

/** Names an item of the table. */
export const itemKey = (partition: string, sort: string): Item => ({
  [TABLE.partitionKey]: { S: partition },
  [TABLE.sortKey]: { S: sort },
});

/** The answer to a request that was sent. Throws `StoreRequestFailed` when it failed. */
export const answerTo = async <T>(operation: string, answer: Promise<T>): Promise<T> => {
  try {
    return await answer;
  } catch (cause) {
    throw new StoreRequestFailed(operation, { cause });
  }
};

/** An attribute that the item must have, by its type. Throws `UnreadableItem`. */
export const attribute = <T extends "S" | "N" | "B">(
  item: Item,
  name: string,
  type: T,
): NonNullable<Item[string][T]> => {
  const value = item[name]?.[type];
  if (value === undefined) throw new UnreadableItem(`an item has no attribute ${name} of type ${type}`);
  return value;
};

/** The key of the set of parts of the fleet index in use, and the attribute that holds their names. */
export const bucketsKey: Item = itemKey(...BUCKETS_KEYS);
export const PART_NAMES = "b";

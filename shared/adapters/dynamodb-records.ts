import { type AttributeValue, ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { type ChassisRecord, latestReceipt } from "../domain/chassis-record.ts";
import { RevisionConflict } from "../domain/errors.ts";
import type { Moment } from "../domain/state.ts";
import type { ChassisWrite, StoredRecord, StoredTwin } from "../ports.ts";
import { TABLE } from "../table.ts";
import { decodeRecord, encodeRecord } from "./codec.ts";
import { attribute, type DynamoDbTable, type Item, itemKey } from "./dynamodb-request.ts";
import { StoreRequestFailed } from "./errors.ts";
import { entryText, partName, partOf } from "./fleet-entries.ts";
import { chassisOf, duePartition, partitionOf, RECORD_SORT_KEY, shardOf, sortableTime } from "./keys.ts";

const REVISION = "r";
const DATA = "d";
const EVALUATED_AT = "e";
const { fleetIndex, dueIndex } = TABLE;

/** The key of the record of a chassis. */
export const recordKey = (chassisId: string): Item => itemKey(partitionOf(chassisId), RECORD_SORT_KEY);

/** The record in an item. Throws `UnknownFormat` or `UnreadableItem`. */
export const recordOf = (item: Item): ChassisRecord =>
  decodeRecord(
    {
      chassisId: chassisOf(attribute(item, TABLE.partitionKey, "S")),
      revision: Number(attribute(item, REVISION, "N")),
    },
    attribute(item, DATA, "B"),
  );

/** The chassis in an item as its write left it. Throws as `recordOf` does. */
export const storedTwinIn = (item: Item): StoredTwin => {
  const record = recordOf(item);
  const evaluatedAt = item[EVALUATED_AT]?.N;
  return { record, evaluatedAt: evaluatedAt === undefined ? lastReceiptOf(record) : Number(evaluatedAt) };
};

/** About when a record was written whose item, being of an earlier version, does not tell. */
const lastReceiptOf = ({ baseRecordedAt, tail }: ChassisRecord): Moment =>
  latestReceipt(
    baseRecordedAt,
    tail.map(({ event }) => event),
  ) ?? 0;

/** The due time stored in the item of a record, as it sorts; `null` when there is none. */
export const dueIn = (item: Item): string | null => item[dueIndex.sortKey]?.S ?? null;

/**
 * Puts a record in place of the one of the expected revision. Answers the item it replaced, when `ALL_OLD` asks for it.
 * Throws `RevisionConflict` and `StoreRequestFailed`.
 */
export const putRecord = async (
  { client, tableName }: DynamoDbTable,
  write: ChassisWrite,
  due: string | null,
  ReturnValues: "NONE" | "ALL_OLD",
): Promise<Item | undefined> => {
  const { record, expectedRevision } = write;
  const Item = itemOf(write, due);
  try {
    const answer = await client.send(
      new PutItemCommand({ TableName: tableName, Item, ReturnValues, ...onlyOver(expectedRevision) }),
    );
    return answer.Attributes;
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException) {
      throw new RevisionConflict(record.chassisId, expectedRevision, { cause });
    }
    throw new StoreRequestFailed("PutItem", { cause });
  }
};

/** How large the item of a record is, as DynamoDB counts it; a due time is often kept that the record does not name. */
export const bytesOfItem = (write: StoredRecord): number => {
  const item = itemOf(write, ANY_DUE_TIME);
  let bytes = 0;
  for (const name in item) bytes += Buffer.byteLength(name) + bytesOfValue(item[name]);
  return bytes;
};

/** A due time as long as all of them. */
const ANY_DUE_TIME = sortableTime(0);

/** Two digits of a number take a byte, and the number one more. */
const bytesOfValue = (value: AttributeValue | undefined): number => {
  if (value?.S !== undefined) return Buffer.byteLength(value.S);
  return value?.N === undefined ? (value?.B?.length ?? 0) : Math.ceil(value.N.length / 2) + 1;
};

/** The item of a record, with the due time to store. */
export const itemOf = (write: StoredRecord, due: string | null): Item => {
  const { record, findings, evaluatedAt } = write;
  const { chassisId, revision } = record;
  const item = recordKey(chassisId);
  item[REVISION] = { N: String(revision) };
  item[DATA] = { B: encodeRecord(record) };
  item[EVALUATED_AT] = { N: String(evaluatedAt) };
  item[fleetIndex.partitionKey] = { S: partName(partOf(write)) };
  item[fleetIndex.sortKey] = { S: entryText({ chassisId, findings }) };
  if (due !== null) {
    item[dueIndex.partitionKey] = { S: duePartition(shardOf(chassisId)) };
    item[dueIndex.sortKey] = { S: due };
  }
  return item;
};

interface Condition {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeValues?: Record<string, AttributeValue>;
}

const onlyOver = (expectedRevision: number): Condition =>
  expectedRevision === 0
    ? { ConditionExpression: `attribute_not_exists(${TABLE.partitionKey})` }
    : {
        ConditionExpression: `${REVISION} = :expected`,
        ExpressionAttributeValues: { ":expected": { N: String(expectedRevision) } },
      };

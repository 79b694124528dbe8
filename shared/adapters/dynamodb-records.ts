import { type AttributeValue, ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import type { ChassisRecord } from "../domain/chassis-record.ts";
import { RevisionConflict } from "../domain/errors.ts";
import { bucketName } from "../domain/fleet.ts";
import type { ChassisWrite } from "../ports.ts";
import { TABLE } from "../table.ts";
import { decodeRecord, encodeRecord } from "./codec.ts";
import { attribute, type DynamoDbTable, type Item, itemKey } from "./dynamodb-request.ts";
import { StoreRequestFailed } from "./errors.ts";
import { chassisOf, duePartition, fleetPartition, partitionOf, RECORD_SORT_KEY, shardOf } from "./keys.ts";

const REVISION = "r";
const DATA = "d";
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

/** The due time stored in the item of a record, as it sorts; `null` when there is none. */
export const dueIn = (item: Item): string | null => item[dueIndex.sortKey]?.S ?? null;

/** Puts a record in place of the one of the expected revision. Throws `RevisionConflict` and `StoreRequestFailed`. */
export const putRecord = async (
  { client, tableName }: DynamoDbTable,
  write: ChassisWrite,
  due: string | null,
): Promise<void> => {
  const { record, expectedRevision } = write;
  try {
    await client.send(
      new PutItemCommand({ TableName: tableName, Item: itemOf(write, due), ...onlyOver(expectedRevision) }),
    );
  } catch (cause) {
    if (cause instanceof ConditionalCheckFailedException) {
      throw new RevisionConflict(record.chassisId, expectedRevision, { cause });
    }
    throw new StoreRequestFailed("PutItem", { cause });
  }
};

const itemOf = ({ record, bucket }: ChassisWrite, due: string | null): Item => {
  const { chassisId, revision } = record;
  const shard = shardOf(chassisId);
  return {
    ...recordKey(chassisId),
    [REVISION]: { N: String(revision) },
    [DATA]: { B: encodeRecord(record) },
    ...(bucket && {
      [fleetIndex.partitionKey]: { S: fleetPartition(bucketName(bucket), shard) },
      [fleetIndex.sortKey]: { S: chassisId },
    }),
    ...(due && { [dueIndex.partitionKey]: { S: duePartition(shard) }, [dueIndex.sortKey]: { S: due } }),
  };
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

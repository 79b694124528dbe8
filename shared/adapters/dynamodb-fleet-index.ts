import { GetItemCommand, QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import { bucketName, bucketNamed, type FleetBucket } from "../domain/fleet.ts";
import type { FleetIndex } from "../ports.ts";
import { TABLE } from "../table.ts";
import { answerTo, attribute, BUCKET_NAMES, bucketsKey, type DynamoDbTable, type Item } from "./dynamodb-request.ts";
import { type IdRange, idRange, pageOf } from "./fleet-pages.ts";
import { fleetPartition, SHARDS } from "./keys.ts";

const { fleetIndex } = TABLE;

/** Finds chassis by the fleet index. Methods throw `StoreRequestFailed`. */
export const dynamoDbFleetIndex = (table: DynamoDbTable): FleetIndex => ({
  async buckets() {
    const command = new GetItemCommand({ TableName: table.tableName, Key: bucketsKey });
    const { Item } = await answerTo("GetItem", table.client.send(command));
    return (Item?.[BUCKET_NAMES]?.SS ?? []).sort().map(bucketNamed);
  },

  async page(request) {
    const range = idRange(request);
    if (range === null) return { chassisIds: [], next: null };
    // Each shard is asked for one more than the page holds, which tells whether there is a next page.
    const shards = await Promise.all(
      SHARDS.map((shard) => idsOf(table, withinShard(request.bucket, shard, range), request.limit + 1)),
    );
    return pageOf(shards.flat(), request.limit);
  },

  async count(bucket) {
    const counts = await Promise.all(SHARDS.map((shard) => countOf(table, wholeShard(bucket, shard))));
    return counts.reduce((sum, count) => sum + count, 0);
  },
});

type Condition = Pick<QueryCommandInput, "KeyConditionExpression" | "ExpressionAttributeValues">;

const wholeShard = (bucket: FleetBucket, shard: number): Condition => ({
  KeyConditionExpression: `${fleetIndex.partitionKey} = :shard`,
  ExpressionAttributeValues: { ":shard": { S: fleetPartition(bucketName(bucket), shard) } },
});

const withinShard = (bucket: FleetBucket, shard: number, { first, last }: IdRange): Condition => {
  const { KeyConditionExpression, ExpressionAttributeValues } = wholeShard(bucket, shard);
  return {
    KeyConditionExpression: `${KeyConditionExpression} AND ${fleetIndex.sortKey} BETWEEN :first AND :last`,
    ExpressionAttributeValues: { ...ExpressionAttributeValues, ":first": { S: first }, ":last": { S: last } },
  };
};

const idsOf = async (table: DynamoDbTable, condition: Condition, limit: number): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { Items } of pagesOf(table, { ...condition, Limit: limit })) {
    ids.push(...(Items ?? []).map((item) => attribute(item, fleetIndex.sortKey, "S")));
    if (ids.length >= limit) break;
  }
  return ids;
};

const countOf = async (table: DynamoDbTable, condition: Condition): Promise<number> => {
  let count = 0;
  for await (const { Count } of pagesOf(table, { ...condition, Select: "COUNT" })) count += Count ?? 0;
  return count;
};

async function* pagesOf({ client, tableName }: DynamoDbTable, query: Omit<QueryCommandInput, "TableName">) {
  let after: Item | undefined;
  do {
    const command = new QueryCommand({
      ...query,
      TableName: tableName,
      IndexName: fleetIndex.name,
      ExclusiveStartKey: after,
    });
    const page = await answerTo("Query", client.send(command));
    yield page;
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
}

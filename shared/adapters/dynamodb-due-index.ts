import { paginateQuery } from "@aws-sdk/client-dynamodb";
import type { Moment } from "../domain/state.ts";
import type { DueChassis, DueIndex } from "../ports.ts";
import { TABLE } from "../table.ts";
import { answerTo, attribute, type DynamoDbTable, type Item } from "./dynamodb-request.ts";
import { chassisOf, duePartition, SHARDS, sortableTime } from "./keys.ts";

const { partitionKey, dueIndex } = TABLE;

/** Finds chassis by the due index. Methods throw `StoreRequestFailed`. */
export const dynamoDbDueIndex = (table: DynamoDbTable): DueIndex => ({
  async due(now, limit) {
    // Any shard may hold the earliest, so each is asked for as many as are wanted of all: keys are cheap to read.
    const shards = await Promise.all(
      SHARDS.map((shard) => answerTo("Query", earliestOf(table, { shard, until: now, limit }))),
    );
    return shards
      .flat()
      .sort((a, b) => a.dueAt - b.dueAt)
      .slice(0, limit);
  },
});

interface Stretch {
  readonly shard: number;
  readonly until: Moment;
  readonly limit: number;
}

const earliestOf = async (
  { client, tableName }: DynamoDbTable,
  { shard, until, limit }: Stretch,
): Promise<readonly DueChassis[]> => {
  const query = {
    TableName: tableName,
    IndexName: dueIndex.name,
    KeyConditionExpression: `${dueIndex.partitionKey} = :shard AND ${dueIndex.sortKey} <= :until`,
    ExpressionAttributeValues: { ":shard": { S: duePartition(shard) }, ":until": { S: sortableTime(until) } },
  };
  const found: DueChassis[] = [];
  for await (const { Items } of paginateQuery({ client, pageSize: limit }, query)) {
    found.push(...(Items ?? []).map(dueChassisIn));
    if (found.length >= limit) break;
  }
  return found;
};

const dueChassisIn = (item: Item): DueChassis => ({
  chassisId: chassisOf(attribute(item, partitionKey, "S")),
  dueAt: Date.parse(attribute(item, dueIndex.sortKey, "S")),
});

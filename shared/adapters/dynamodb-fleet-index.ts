import { QueryCommand, type QueryCommandInput } from "@aws-sdk/client-dynamodb";
import type { FleetIndex, FleetPart } from "../ports.ts";
import { TABLE } from "../table.ts";
import { partNames } from "./dynamodb-fleet-parts.ts";
import { answerTo, attribute, type DynamoDbTable, type Item } from "./dynamodb-request.ts";
import { partName, partsNamed } from "./fleet-entries.ts";
import { type EntryRange, entryRange, pageOf } from "./fleet-pages.ts";

const { fleetIndex } = TABLE;

/** Finds chassis by the fleet index. Methods throw `StoreRequestFailed`. */
export const dynamoDbFleetIndex = (table: DynamoDbTable): FleetIndex => ({
  async parts() {
    const parts = (await partNames(table)).flatMap(partsNamed);
    return [...new Map(parts.map((part) => [partName(part), part])).values()];
  },

  async page({ part, limit, ...request }) {
    const range = entryRange(request);
    if (range === null) return { entries: [], next: null };
    // One more than the page holds tells whether there is a next page.
    return pageOf(await entriesOf(table, within(part, range), limit + 1), limit);
  },

  async count(part, prefix) {
    const range = entryRange({ prefix });
    return range === null ? 0 : countOf(table, within(part, range));
  },
});

type Condition = Pick<QueryCommandInput, "KeyConditionExpression" | "ExpressionAttributeValues">;

const within = (part: FleetPart, { first, last }: EntryRange): Condition => ({
  KeyConditionExpression: `${fleetIndex.partitionKey} = :part AND ${fleetIndex.sortKey} BETWEEN :first AND :last`,
  ExpressionAttributeValues: { ":part": { S: partName(part) }, ":first": { S: first }, ":last": { S: last } },
});

const entriesOf = async (table: DynamoDbTable, condition: Condition, limit: number): Promise<readonly string[]> => {
  const entries: string[] = [];
  for await (const { Items } of pagesOf(table, { ...condition, Limit: limit })) {
    entries.push(...(Items ?? []).map((item) => attribute(item, fleetIndex.sortKey, "S")));
    if (entries.length >= limit) break;
  }
  return entries;
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

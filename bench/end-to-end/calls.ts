import { randomBytes } from "node:crypto";
import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { type DynamoDbTable, itemKey } from "../../shared/adapters/dynamodb-request.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import { TABLE } from "../../shared/table.ts";

const AT_ONCE = 8;

/** About what a lived-in chassis takes. */
const ITEM_BYTES = 900;

/** How often each operation of DynamoDB was called. */
export type Calls = Readonly<Record<string, number>>;

/** How many calls there were. */
export const countOf = (calls: Calls): number => Object.values(calls).reduce((sum, count) => sum + count, 0);

/** The milliseconds that a table takes for as many calls with nothing around them: what is no write counts as a read. */
export const callsAlone = async (table: DynamoDbTable, calls: Calls): Promise<number> => {
  const writes = (calls["PutItem"] ?? 0) + (calls["UpdateItem"] ?? 0);
  await makeCalls(table, AT_ONCE * 25, AT_ONCE * 25);
  const begun = performance.now();
  await makeCalls(table, countOf(calls) - writes, writes);
  return performance.now() - begun;
};

const makeCalls = async ({ client, tableName }: DynamoDbTable, reads: number, writes: number): Promise<void> => {
  const TableName = tableName;
  const d = { B: randomBytes(ITEM_BYTES) };
  const chassis = Array.from({ length: AT_ONCE }, (_, index) => index);
  await inParallel(chassis, AT_ONCE, async (index) => {
    const Key = itemKey(`C#${index}`, "TWIN");
    const indexed = {
      [TABLE.fleetIndex.partitionKey]: { S: "a bucket" },
      [TABLE.fleetIndex.sortKey]: { S: `${index}` },
    };
    for (let turn = index; turn < Math.max(reads, writes); turn += AT_ONCE) {
      if (turn < reads) await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
      if (turn < writes) await client.send(new PutItemCommand({ TableName, Item: { ...Key, ...indexed, d } }));
    }
  });
};

import { randomBytes } from "node:crypto";
import { GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { startDynamoDb } from "../../infra/embedded/database.ts";
import { itemKey } from "../../shared/adapters/dynamodb-request.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import { TABLE } from "../../shared/table.ts";

// The engine of the embedded server with nothing around it: reads and writes items, and tells how long that took.

const AT_ONCE = 8;

const [path = "", reads = "0", writes = "0", bytes = "0"] = process.argv.slice(2);
const { table, close } = await startDynamoDb(path, "bare");
const { client, tableName: TableName } = table;
const chassis = Array.from({ length: AT_ONCE }, (_, index) => index);
const d = { B: randomBytes(Number(bytes)) };

const run = (reads: number, writes: number): Promise<void> =>
  inParallel(chassis, AT_ONCE, async (index) => {
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

await run(AT_ONCE * 25, AT_ONCE * 25);
const begun = performance.now();
await run(Number(reads), Number(writes));
process.send?.({ milliseconds: performance.now() - begun });
await close();
process.disconnect();

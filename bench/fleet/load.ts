import { randomUUID } from "node:crypto";
import { BatchWriteItemCommand, type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { bytesOfItem, itemOf } from "../../shared/adapters/dynamodb-records.ts";
import { bucketsKey, type DynamoDbTable, type Item, PART_NAMES } from "../../shared/adapters/dynamodb-request.ts";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import { partName, partOf } from "../../shared/adapters/fleet-entries.ts";
import { sortableTime } from "../../shared/adapters/keys.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import { Random } from "../../test/support/simulator/random.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { simulatedTemplates, storedBy } from "./templates.ts";

const HISTORIES = 400;
const SOUND_SHARE = 0.9;
const LARGEST_BATCH = 25;
const BATCHES_AT_ONCE = 8;
const SITES = ["lon", "par", "fra", "ams", "mad", "vie", "osl", "rom", "zrh", "waw"];

/** How many chassis, and the chance by which they stand as they do. */
export interface FleetOptions {
  readonly chassis: number;
  readonly seed: number;
}

/** A fleet in a table of its own. */
export interface LoadedFleet extends FleetOptions {
  readonly tableName: string;
  /** One of its chassis. */
  readonly someChassis: string;
  /** How many chassis are in each part of the fleet index that is used. */
  readonly parts: ReadonlyMap<string, number>;
  readonly withFindings: number;
  /** The bytes of its largest item. */
  readonly largestItem: number;
}

/** The table did not take an item. */
export class ItemNotLoaded extends Error {
  override readonly name = "ItemNotLoaded";
}

/** The name of a chassis by its number: ten sites, and the number within one. */
export const chassisNamed = (index: number): string =>
  `bxr-${SITES[index % SITES.length]}-${String(Math.floor(index / SITES.length)).padStart(5, "0")}`;

/**
 * Writes a fleet as the store would have left it: nine in ten in good order, the others as chance left as many simulated
 * chassis, which is in dozens of buckets.
 */
export const loadFleet = async (database: RunningDynamoDb, options: FleetOptions): Promise<LoadedFleet> => {
  const table = { client: database.client(), tableName: `fleet-${randomUUID()}` };
  await ensureTable(table.client, table.tableName);
  const random = new Random(options.seed);
  const { sound, unsound } = simulatedTemplates(options.seed, HISTORIES);
  const parts = new Map<string, number>();
  let withFindings = 0;
  const writeOf = (index: number): Item => {
    const template = random.pick(random.chance(SOUND_SHARE) ? sound : unsound);
    const write = storedBy(template, chassisNamed(index));
    const part = partName(partOf(write));
    parts.set(part, (parts.get(part) ?? 0) + 1);
    if (write.findings.length > 0) withFindings += 1;
    return itemOf(write, write.dueAt === null ? null : sortableTime(write.dueAt));
  };
  const batches = Array.from({ length: Math.ceil(options.chassis / LARGEST_BATCH) }, (_, index) => index);
  await inParallel(batches, BATCHES_AT_ONCE, async (batch) => {
    const first = batch * LARGEST_BATCH;
    const size = Math.min(LARGEST_BATCH, options.chassis - first);
    await put(
      table,
      Array.from({ length: size }, (_, index) => writeOf(first + index)),
    );
  });
  const sizes = [...sound, ...unsound].map((template) => bytesOfItem(storedBy(template, chassisNamed(0))));
  const largestItem = Math.max(...sizes);
  await putParts(table.client, table.tableName, [...parts.keys()]);
  return { ...options, tableName: table.tableName, someChassis: chassisNamed(0), parts, withFindings, largestItem };
};

const put = async ({ client, tableName }: DynamoDbTable, items: readonly Item[]): Promise<void> => {
  const RequestItems = { [tableName]: items.map((Item) => ({ PutRequest: { Item } })) };
  const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems }));
  if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new ItemNotLoaded("the table left items unprocessed");
};

const putParts = async (client: DynamoDBClient, tableName: string, names: string[]): Promise<void> => {
  const Item = { ...bucketsKey, [PART_NAMES]: { SS: names } };
  await client.send(new PutItemCommand({ TableName: tableName, Item }));
};

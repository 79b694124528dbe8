import { ScanCommand } from "@aws-sdk/client-dynamodb";
import type { Item } from "../../shared/adapters/dynamodb-request.ts";
import { TABLE } from "../../shared/table.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { CapacityMeter, unitsOf } from "../support/capacity.ts";
import type { Reading } from "./reader.ts";

/** What a scan looks for. */
export interface ScanQuestion {
  /** A text that the named attribute of the items asked for contains. */
  readonly attribute: string;
  readonly contains: string;
  /** How many items are enough. */
  readonly wanted: number;
}

/** The filters by which a scan finds what an index would. */
export const SCANS = {
  byWord: (word: string, wanted: number): ScanQuestion => ({
    attribute: TABLE.fleetIndex.partitionKey,
    contains: word,
    wanted,
  }),
  byFinding: (code: string, wanted: number): ScanQuestion => ({
    attribute: TABLE.fleetIndex.sortKey,
    contains: code,
    wanted,
  }),
};

/** Reads the table until there is enough of what is looked for, as one would without an index. */
export const scanFor = async (
  database: RunningDynamoDb,
  tableName: string,
  { attribute, contains, wanted }: ScanQuestion,
): Promise<Omit<Reading, "body">> => {
  const client = database.client();
  const meter = new CapacityMeter();
  meter.attach(client);
  const begun = performance.now();
  let found = 0;
  let after: Item | undefined;
  do {
    const answer = await client.send(
      new ScanCommand({
        TableName: tableName,
        FilterExpression: "contains(#attribute, :text)",
        ExpressionAttributeNames: { "#attribute": attribute },
        ExpressionAttributeValues: { ":text": { S: contains } },
        ExclusiveStartKey: after,
      }),
    );
    found += answer.Count ?? 0;
    after = answer.LastEvaluatedKey;
  } while (after !== undefined && found < wanted);
  const { calls, read } = meter.take();
  return { calls, units: unitsOf(read), itemUnits: unitsOf(read), milliseconds: performance.now() - begun };
};

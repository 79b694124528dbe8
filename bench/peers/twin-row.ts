import { GetItemCommand, PutItemCommand, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { attribute, type DynamoDbTable } from "../../shared/adapters/dynamodb-request.ts";
import { hasMembers } from "../../shared/adapters/members.ts";
import { describeTwin, provenanceOf } from "../../shared/domain/describe.ts";
import { advance } from "../../shared/domain/fold.ts";
import { initialState, type Moment, type TwinState } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { TwinMissing } from "./peer.ts";

/** A twin as one would store it without any trick: its state as JSON beside its version. */
export interface TwinRow {
  readonly version: number;
  readonly state: TwinState;
}

const StoredState = z.custom<TwinState>(hasMembers);
const SORT_KEY = "TWIN";

/** Reads the row of a chassis; for one never heard of, the row it begins with. */
export const readRow = async ({ client, tableName }: DynamoDbTable, chassisId: string): Promise<TwinRow> => {
  const Key = { pk: { S: chassisId }, sk: { S: SORT_KEY } };
  const { Item } = await client.send(new GetItemCommand({ TableName: tableName, Key, ConsistentRead: true }));
  if (Item === undefined) return { version: 0, state: initialState() };
  const state = StoredState.parse(JSON.parse(attribute(Item, "state", "S")));
  return { version: Number(attribute(Item, "version", "N")), state };
};

/** What puts a row in place of an older one. */
export const putOf = (tableName: string, chassisId: string, { version, state }: TwinRow) =>
  ({
    TableName: tableName,
    Item: {
      pk: { S: chassisId },
      sk: { S: SORT_KEY },
      version: { N: String(version) },
      state: { S: JSON.stringify(state) },
    },
    ConditionExpression: "attribute_not_exists(pk) OR version < :version",
    ExpressionAttributeValues: { ":version": { N: String(version) } },
  }) satisfies PutItemCommandInput;

/** Writes the row of a chassis. */
export const writeRow = async ({ client, tableName }: DynamoDbTable, chassisId: string, row: TwinRow) => {
  await client.send(new PutItemCommand(putOf(tableName, chassisId, row)));
};

/** The twin that a stored row tells. */
export const twinInRow = async (table: DynamoDbTable, chassisId: string, asOf: Moment): Promise<Twin> => {
  const row = await readRow(table, chassisId);
  if (row.version === 0) throw new TwinMissing(chassisId);
  const state = advance(row.state, asOf);
  const twin = describeTwin({ chassisId, state, revision: row.version, asOf });
  return { ...twin, provenance: provenanceOf(state, twin) };
};

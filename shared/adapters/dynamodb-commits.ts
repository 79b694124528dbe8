import { PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import type { Commit } from "../domain/chassis-record.ts";
import type { Moment } from "../domain/state.ts";
import { TABLE } from "../table.ts";
import { decodeCommit, encodeCommit } from "./codec.ts";
import { answerTo, attribute, type DynamoDbTable, type Item, itemKey } from "./dynamodb-request.ts";
import { AFTER_ALL_COMMITS, BEFORE_ALL_COMMITS, commitKey, commitsAt, partitionOf } from "./keys.ts";

const DATA = "d";

// Most readers stop after the first few commits; one that goes on asks for more at a time.
const FIRST_PAGE = 4;
const LARGEST_PAGE = 64;

/** Stores a commit; to store it again changes nothing. Throws `StoreRequestFailed`. */
export const putCommit = async ({ client, tableName }: DynamoDbTable, commit: Commit): Promise<void> => {
  const Item = { ...itemKey(partitionOf(commit.chassisId), commitKey(commit)), [DATA]: { B: encodeCommit(commit) } };
  await answerTo("PutItem", client.send(new PutItemCommand({ TableName: tableName, Item })));
};

/** The commits whose newest event is at `from` or later, oldest first. */
export const commitsFrom = (table: DynamoDbTable, chassisId: string, from: Moment): AsyncIterable<Commit> =>
  commitsBetween(table, chassisId, { first: commitsAt(from), last: AFTER_ALL_COMMITS, forward: true });

/** The commits whose newest event is before `before`, newest first. */
export const commitsBefore = (table: DynamoDbTable, chassisId: string, before: Moment): AsyncIterable<Commit> =>
  commitsBetween(table, chassisId, { first: BEFORE_ALL_COMMITS, last: commitsAt(before), forward: false });

interface Range {
  readonly first: string;
  readonly last: string;
  readonly forward: boolean;
}

async function* commitsBetween(
  { client, tableName }: DynamoDbTable,
  chassisId: string,
  { first, last, forward }: Range,
): AsyncGenerator<Commit> {
  let limit = FIRST_PAGE;
  let after: Item | undefined;
  do {
    const page = await answerTo(
      "Query",
      client.send(
        new QueryCommand({
          TableName: tableName,
          ConsistentRead: true,
          KeyConditionExpression: `${TABLE.partitionKey} = :chassis AND ${TABLE.sortKey} BETWEEN :first AND :last`,
          ExpressionAttributeValues: {
            ":chassis": { S: partitionOf(chassisId) },
            ":first": { S: first },
            ":last": { S: last },
          },
          ScanIndexForward: forward,
          Limit: limit,
          ExclusiveStartKey: after,
        }),
      ),
    );
    for (const item of page.Items ?? []) yield decodeCommit(chassisId, attribute(item, DATA, "B"));
    after = page.LastEvaluatedKey;
    limit = Math.min(LARGEST_PAGE, limit * 2);
  } while (after !== undefined);
}

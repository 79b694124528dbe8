import { PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { type Commit, newestOf } from "../domain/chassis-record.ts";
import type { Moment } from "../domain/state.ts";
import type { Clock } from "../ports.ts";
import { TABLE } from "../table.ts";
import { decodeCommit, encodeCommit } from "./codec.ts";
import { answerTo, attribute, type DynamoDbTable, type Item, itemKey } from "./dynamodb-request.ts";
import { AFTER_ALL_COMMITS, BEFORE_ALL_COMMITS, commitKey, commitsAt, partitionOf } from "./keys.ts";

const DATA = "d";

// Most readers stop after the first few commits; one that goes on asks for more at a time.
const FIRST_PAGE = 4;
const LARGEST_PAGE = 64;

/** How long commits are kept, and what tells the time to forget them. */
export interface Retention {
  /** Days from a commit's newest event until the commit expires; for ever when left out. */
  readonly retentionDays?: number | undefined;
  readonly clock?: Clock;
}

/** A day more than late events can be underway: a dead letter is kept for 14 days before it must be sent back. */
const DAYS_OF_GRACE = 15;

const SECONDS_A_DAY = 24 * 60 * 60;

/** Stores a commit; to store it again changes nothing. Throws `StoreRequestFailed`. */
export const putCommit = async (
  { client, tableName, retentionDays }: DynamoDbTable & Retention,
  commit: Commit,
): Promise<void> => {
  const bytes = encodeCommit(commit);
  const Item = {
    ...itemKey(partitionOf(commit.chassisId), commitKey(commit, bytes)),
    [DATA]: { B: bytes },
    ...(retentionDays !== undefined && { [TABLE.timeToLive]: { N: String(expiryOf(commit, retentionDays)) } }),
  };
  await answerTo("PutItem", client.send(new PutItemCommand({ TableName: tableName, Item })));
};

/** By the time of its newest event, as commits are found: what has expired is always the oldest part of a history. */
const expiryOf = (commit: Commit, retentionDays: number): number =>
  Math.floor(newestOf(commit) / 1000) + (retentionDays + DAYS_OF_GRACE) * SECONDS_A_DAY;

/** The commits whose newest event is at `from` or later, oldest first. */
export const commitsFrom = (table: DynamoDbTable & Retention, chassisId: string, from: Moment): AsyncIterable<Commit> =>
  commitsBetween(table, chassisId, { first: commitsAt(from), last: AFTER_ALL_COMMITS, forward: true });

/** The commits whose newest event is before `before`, newest first. */
export const commitsBefore = (
  table: DynamoDbTable & Retention,
  chassisId: string,
  before: Moment,
): AsyncIterable<Commit> =>
  commitsBetween(table, chassisId, { first: BEFORE_ALL_COMMITS, last: commitsAt(before), forward: false });

interface Range {
  readonly first: string;
  readonly last: string;
  readonly forward: boolean;
}

async function* commitsBetween(
  { client, tableName, clock = Date.now }: DynamoDbTable & Retention,
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
          // DynamoDB deletes what has expired days later, and in no order.
          FilterExpression: `attribute_not_exists(${TABLE.timeToLive}) OR ${TABLE.timeToLive} > :now`,
          ExpressionAttributeValues: {
            ":now": { N: String(Math.floor(clock() / 1000)) },
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

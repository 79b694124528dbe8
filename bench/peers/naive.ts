import { type DynamoDBClient, TransactionCanceledException, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { fold } from "../../shared/domain/fold.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import type { Peer } from "./peer.ts";
import { newRowTable } from "./tables.ts";
import { putOf, readRow, twinInRow } from "./twin-row.ts";

/** What one would write first: the twin is read, and event and twin are written in one transaction, event by event. */
export const naive = (database: RunningDynamoDb): Promise<Peer> =>
  transacting("GetItem and TransactWriteItems", database.client());

/** The same with the client of this project, which tells how much that alone makes of a difference. */
export const leanNaive = (database: RunningDynamoDb): Promise<Peer> =>
  transacting("the same with our client", database.leanClient());

const transacting = async (name: string, client: DynamoDBClient): Promise<Peer> => {
  const table = await newRowTable(client);
  const { tableName } = table;

  const project = async (event: ChassisEvent): Promise<void> => {
    const { version, state } = await readRow(table, event.subject);
    const next = { version: version + 1, state: fold(state, [event]).state };
    const putEvent = {
      TableName: tableName,
      Item: {
        pk: { S: event.subject },
        sk: { S: `EVENT#${event.time}#${event.source}#${event.id}` },
        event: { S: JSON.stringify(event) },
      },
      ConditionExpression: "attribute_not_exists(pk)",
    };
    const TransactItems = [{ Put: putEvent }, { Put: putOf(tableName, event.subject, next) }];
    try {
      await client.send(new TransactWriteItemsCommand({ TransactItems }));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  };

  const projectAll = async (events: readonly ChassisEvent[]): Promise<void> => {
    for (const event of events) await project(event);
  };
  return {
    name,
    project: ({ events }) => projectAll(events),
    load: (_, history) => projectAll(history),
    twin: (chassisId, asOf) => twinInRow(table, chassisId, asOf),
  };
};

const isDuplicate = (error: unknown): boolean =>
  error instanceof TransactionCanceledException && error.CancellationReasons?.[0]?.Code === "ConditionalCheckFailed";

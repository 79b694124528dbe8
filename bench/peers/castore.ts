import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Aggregate, EventStore, EventType } from "@castore/core";
import {
  DynamoDBSingleTableEventStorageAdapter,
  EVENT_TABLE_EVENT_STORE_ID_KEY,
  EVENT_TABLE_INITIAL_EVENT_INDEX_NAME,
  EVENT_TABLE_PK,
  EVENT_TABLE_SK,
  EVENT_TABLE_TIMESTAMP_KEY,
} from "@castore/event-storage-adapter-dynamodb";
import type { DynamoDbTable } from "../../shared/adapters/dynamodb-request.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { fold } from "../../shared/domain/fold.ts";
import { initialState, type TwinState } from "../../shared/domain/state.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import type { Peer } from "./peer.ts";
import { newRowTable, newTable } from "./tables.ts";
import { twinInRow, writeRow } from "./twin-row.ts";

const STORE_ID = "CHASSIS";
const LOADS_AT_ONCE = 16;

interface ChassisAggregate extends Aggregate {
  readonly state: TwinState;
}

const chassisEvent = new EventType<string, ChassisEvent>({ type: "chassis-event" });
type ChassisEventDetail = NonNullable<(typeof chassisEvent)["_types"]>["detail"];

/**
 * Castore, an event store with an adapter for DynamoDB: an aggregate is read with all of its events, the next event is
 * pushed, and what follows from it is written to the row that readers would ask for.
 */
export const castore = async (database: RunningDynamoDb): Promise<Peer> => {
  const rows = await newRowTable(database.client());
  const { client, tableName } = await newEventTable(database.client());
  const store = new EventStore({
    eventStoreId: STORE_ID,
    eventTypes: [chassisEvent],
    eventStorageAdapter: new DynamoDBSingleTableEventStorageAdapter({ tableName, dynamoDBClient: client }),
    reducer: (
      before: ChassisAggregate | undefined,
      { aggregateId, version, payload }: ChassisEventDetail,
    ): ChassisAggregate => ({
      aggregateId,
      version,
      state: fold(before?.state ?? initialState(), [payload]).state,
    }),
    onEventPushed: async ({ nextAggregate }) => {
      if (nextAggregate !== undefined) await writeRow(rows, nextAggregate.aggregateId, nextAggregate);
    },
  });

  const project = async (event: ChassisEvent): Promise<void> => {
    const aggregateId = event.subject;
    const { aggregate, events } = await store.getAggregate(aggregateId);
    if (events.some(({ payload }) => payload.id === event.id && payload.source === event.source)) return;
    const prevAggregate = aggregate ?? { aggregateId, version: 0, state: initialState() };
    await store.pushEvent(detailOf(event, prevAggregate.version + 1), { prevAggregate });
  };
  return {
    name: "Castore",
    async project({ events }) {
      for (const event of events) await project(event);
    },
    async load(_, history) {
      const details = history.slice(0, -1).map((event, index) => detailOf(event, index + 1));
      await inParallel(details, LOADS_AT_ONCE, async (detail) => void (await store.pushEvent(detail)));
      const last = history.at(-1);
      if (last !== undefined) await project(last);
    },
    twin: (chassisId, asOf) => twinInRow(rows, chassisId, asOf),
  };
};

const detailOf = (payload: ChassisEvent, version: number): ChassisEventDetail => ({
  aggregateId: payload.subject,
  version,
  type: payload.type,
  timestamp: payload.time,
  payload,
});

/** The table that the adapter's documentation asks for. */
const newEventTable = (client: DynamoDBClient): Promise<DynamoDbTable> =>
  newTable(client, {
    AttributeDefinitions: [
      { AttributeName: EVENT_TABLE_PK, AttributeType: "S" },
      { AttributeName: EVENT_TABLE_SK, AttributeType: "N" },
      { AttributeName: EVENT_TABLE_EVENT_STORE_ID_KEY, AttributeType: "S" },
      { AttributeName: EVENT_TABLE_TIMESTAMP_KEY, AttributeType: "S" },
    ],
    KeySchema: [
      { AttributeName: EVENT_TABLE_PK, KeyType: "HASH" },
      { AttributeName: EVENT_TABLE_SK, KeyType: "RANGE" },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: EVENT_TABLE_INITIAL_EVENT_INDEX_NAME,
        KeySchema: [
          { AttributeName: EVENT_TABLE_EVENT_STORE_ID_KEY, KeyType: "HASH" },
          { AttributeName: EVENT_TABLE_TIMESTAMP_KEY, KeyType: "RANGE" },
        ],
        Projection: { ProjectionType: "KEYS_ONLY" },
      },
    ],
  });

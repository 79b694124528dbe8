import { IdempotencyConfig, makeIdempotent } from "@aws-lambda-powertools/idempotency";
import { DynamoDBPersistenceLayer } from "@aws-lambda-powertools/idempotency/dynamodb";
import { lambdaContext } from "../../infra/embedded/lambda-context.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { fold } from "../../shared/domain/fold.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import type { Peer } from "./peer.ts";
import { newRowTable, newTable } from "./tables.ts";
import { readRow, twinInRow, writeRow } from "./twin-row.ts";

/**
 * Powertools' idempotency around a function that reads the twin and writes it back. It keeps no history: the events are
 * forgotten, but for their keys.
 */
export const idempotency = async (database: RunningDynamoDb): Promise<Peer> => {
  const rows = await newRowTable(database.client());
  const keys = await newTable(database.client(), {
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  });

  const apply = async (event: ChassisEvent): Promise<number> => {
    const { version, state } = await readRow(rows, event.subject);
    await writeRow(rows, event.subject, { version: version + 1, state: fold(state, [event]).state });
    return version + 1;
  };
  const config = new IdempotencyConfig({ eventKeyJmesPath: "[source, id]" });
  const persistenceStore = new DynamoDBPersistenceLayer({ tableName: keys.tableName, awsSdkV3Client: keys.client });
  const applyOnce = makeIdempotent(apply, { persistenceStore, config });

  const projectAll = async (events: readonly ChassisEvent[]): Promise<void> => {
    config.registerLambdaContext(lambdaContext("project-events"));
    for (const event of events) await applyOnce(event);
  };
  return {
    name: "Powertools idempotency",
    project: ({ events }) => projectAll(events),
    load: (_, history) => projectAll(history),
    twin: (chassisId, asOf) => twinInRow(rows, chassisId, asOf),
  };
};

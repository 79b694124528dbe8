import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import { currentTwin } from "../../shared/history/read-twin.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { inBursts } from "../workload/deliveries.ts";
import type { Peer } from "./peer.ts";

const LOAD_BURST = 20;

/** This project, as it is deployed: its use case and its store. */
export const ours = async (database: RunningDynamoDb, client: DynamoDBClient, tableName: string): Promise<Peer> => {
  await ensureTable(database.client(), tableName);
  const store = dynamoDbTwinStore({ client, tableName });
  const project: Peer["project"] = async ({ events, at }) => {
    const [first] = events;
    if (first !== undefined) await projectChassis(store, { chassisId: first.subject, events }, () => at);
  };
  return {
    name: "chassis-twin",
    project,
    async load(_, history) {
      for (const burst of inBursts(history, LOAD_BURST)) await project(burst);
    },
    twin: (chassisId, asOf) => currentTwin(store, { chassisId, withProvenance: true }, asOf),
  };
};

import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import type { DynamoDbTable } from "../../shared/adapters/dynamodb-request.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { currentTwin } from "../../shared/history/read-twin.ts";
import type { TwinStore } from "../../shared/ports.ts";
import { type Delivery, inBursts } from "../workload/deliveries.ts";
import type { Peer } from "./peer.ts";

const LOAD_BURST = 20;

/** This project, as it is deployed: its use case and its store. */
export const ours = (table: DynamoDbTable): Peer => {
  const store = dynamoDbTwinStore(table);
  return {
    name: "chassis-twin",
    project: (delivery) => deliver(store, delivery),
    load: (_, history) => loadInto(store, history),
    twin: (chassisId, asOf) => twinIn(store, chassisId, asOf),
  };
};

/** Projects into a store what is delivered. */
export const deliver = async (store: TwinStore, { events, at }: Delivery): Promise<void> => {
  const [first] = events;
  if (first !== undefined) await projectChassis(store, { chassisId: first.subject, events }, () => at);
};

/** Projects a history into a store, many events at once. */
export const loadInto = async (store: TwinStore, history: readonly ChassisEvent[]): Promise<void> => {
  for (const burst of inBursts(history, LOAD_BURST)) await deliver(store, burst);
};

/** The twin that a store has, at a moment. */
export const twinIn = (store: TwinStore, chassisId: string, asOf: Moment): Promise<Twin> =>
  currentTwin(store, { chassisId, withProvenance: true }, asOf);

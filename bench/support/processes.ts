import { randomUUID } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import { watchDeadlines } from "../../functions/watch-deadlines/watch-deadlines.ts";
import { dynamoDbDueIndex } from "../../shared/adapters/dynamodb-due-index.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { ensureTable } from "../../shared/adapters/dynamodb-table.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { TwinStore } from "../../shared/ports.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import type { Delivery } from "../workload/deliveries.ts";
import { CapacityMeter } from "./capacity.ts";

/** A watch could not bring a chassis up to date. */
export class WatchFailed extends Error {
  override readonly name = "WatchFailed";
}

/**
 * Two processes that project by turns into one new table, so that nothing counts which only one of them remembers, and
 * a third that watches over deadlines.
 */
export class Processes {
  readonly tableName = `bench-${randomUUID()}`;
  readonly meter = new CapacityMeter();
  readonly #database: RunningDynamoDb;
  #stores: readonly TwinStore[] = [];
  #turn = 0;

  private constructor(database: RunningDynamoDb) {
    this.#database = database;
  }

  /** Processes on a new table. */
  static async begin(database: RunningDynamoDb): Promise<Processes> {
    const processes = new Processes(database);
    await ensureTable(database.client(), processes.tableName);
    processes.restart();
    return processes;
  }

  /** New processes in place of the old ones, which remember nothing. */
  restart(): void {
    this.#stores = [this.#store(), this.#store()];
  }

  /** Projects what is delivered. */
  async project({ events, at }: Delivery): Promise<void> {
    const [first] = events;
    const store = this.#stores[this.#turn % this.#stores.length];
    this.#turn += 1;
    if (first === undefined || store === undefined) return;
    await projectChassis(store, { chassisId: first.subject, events }, () => at);
  }

  /** One run of the watch over deadlines. */
  async watch(at: Moment): Promise<void> {
    const client = this.#client();
    const table = { client, tableName: this.tableName };
    const errors: unknown[] = [];
    const logger = { error: (...said: unknown[]) => void errors.push(said) };
    const store = dynamoDbTwinStore(table);
    const { failed } = await watchDeadlines({ store, dueIndex: dynamoDbDueIndex(table), clock: () => at, logger });
    if (failed > 0) throw new WatchFailed("the watch failed", { cause: errors });
  }

  /** A store that has read nothing yet; what it consumes is not counted. */
  reader(): TwinStore {
    return dynamoDbTwinStore({ client: this.#database.client(), tableName: this.tableName });
  }

  #store(): TwinStore {
    return dynamoDbTwinStore({ client: this.#client(), tableName: this.tableName });
  }

  #client(): DynamoDBClient {
    const client = this.#database.client();
    this.meter.attach(client);
    return client;
  }
}

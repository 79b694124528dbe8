import { readFleetEndpoint } from "../../functions/read-fleet/endpoint.ts";
import { readTwinEndpoint } from "../../functions/read-twin/endpoint.ts";
import { dynamoDbFleetIndex } from "../../shared/adapters/dynamodb-fleet-index.ts";
import { dynamoDbHealth } from "../../shared/adapters/dynamodb-health.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import type { Endpoint } from "../../shared/edge/http.ts";
import type { Clock } from "../../shared/ports.ts";
import { send } from "../../test/support/api.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { CapacityMeter, unitsOf } from "../support/capacity.ts";

/** What was answered, and what it took to read it. */
export interface Reading {
  readonly body: unknown;
  readonly calls: number;
  readonly units: number;
  /** The units of the items, the rest being of the index. */
  readonly itemUnits: number;
  readonly milliseconds: number;
}

/** A request was not answered as it should be. */
export class BadAnswer extends Error {
  override readonly name = "BadAnswer";
}

/** Asks the functions that read, as deployed, about a fleet in a table. */
export class FleetReader {
  readonly #meter = new CapacityMeter();
  readonly #readFleet: Endpoint;
  readonly #readTwin: Endpoint;

  constructor(database: RunningDynamoDb, tableName: string, clock: Clock) {
    const client = database.client();
    this.#meter.attach(client);
    const table = { client, tableName };
    const sources = { store: dynamoDbTwinStore(table), fleet: dynamoDbFleetIndex(table), clock };
    this.#readFleet = readFleetEndpoint({ ...sources, health: dynamoDbHealth(table) });
    this.#readTwin = readTwinEndpoint(sources);
  }

  /** Asks `read-fleet`. */
  fleet(target: string): Promise<Reading> {
    return this.#ask(this.#readFleet, target);
  }

  /** Asks `read-twin`. */
  twin(target: string): Promise<Reading> {
    return this.#ask(this.#readTwin, target);
  }

  async #ask(endpoint: Endpoint, target: string): Promise<Reading> {
    this.#meter.take();
    const begun = performance.now();
    const { status, body } = await send(endpoint, { target });
    const milliseconds = performance.now() - begun;
    if (status !== 200) throw new BadAnswer(`${target} is answered ${status}`, { cause: body });
    const { calls, read } = this.#meter.take();
    return { body, calls, units: unitsOf(read), itemUnits: read.get("table") ?? 0, milliseconds };
  }
}

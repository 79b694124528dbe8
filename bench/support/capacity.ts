import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";

const units = z.number().optional();
const Capacity = z.looseObject({
  CapacityUnits: units,
  Table: z.looseObject({ CapacityUnits: units }).optional(),
  GlobalSecondaryIndexes: z.record(z.string(), z.looseObject({ CapacityUnits: units })).optional(),
});
const Answer = z.looseObject({ ConsumedCapacity: z.union([Capacity, z.array(Capacity)]) });

/** What commands consumed: how many there were, and the units of the table and of each index. */
export interface Consumption {
  calls: number;
  /** Units by what was read: `table`, or the name of an index. */
  readonly read: Map<string, number>;
  /** Units by what was written. */
  readonly write: Map<string, number>;
}

/** DynamoDB did not say what a command consumed, so that no exact figure is to be had. */
export class CapacityUnknown extends Error {
  override readonly name = "CapacityUnknown";
}

/** Nothing consumed. */
export const nothing = (): Consumption => ({ calls: 0, read: new Map(), write: new Map() });

/** The units of some consumption, of those read or written; of all that is not left out. */
export const unitsOf = (units: ReadonlyMap<string, number>, except: readonly string[] = []): number =>
  [...units].filter(([name]) => !except.includes(name)).reduce((sum, [, number]) => sum + number, 0);

const READING = new Set([
  "GetItemCommand",
  "BatchGetItemCommand",
  "QueryCommand",
  "ScanCommand",
  "TransactGetItemsCommand",
]);

/**
 * Makes every command of a client ask what it consumes, and counts that. Whatever is consumed counts towards the last
 * consumption that was begun.
 */
export class CapacityMeter {
  #current = nothing();

  /** Counts the commands of a client from now on. */
  attach(client: DynamoDBClient): void {
    client.middlewareStack.add(
      (next, { commandName = "" }) =>
        async (args) => {
          const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "INDEXES" } });
          this.#count(commandName, answer.output);
          return answer;
        },
      { step: "initialize", name: "countCapacity" },
    );
  }

  /** Begins a new consumption and answers the one before. */
  take(): Consumption {
    const taken = this.#current;
    this.#current = nothing();
    return taken;
  }

  #count(commandName: string, output: unknown): void {
    const answer = Answer.safeParse(output);
    if (!answer.success)
      throw new CapacityUnknown(`nothing says what ${commandName} consumed`, { cause: answer.error });
    this.#current.calls += 1;
    const sums = READING.has(commandName) ? this.#current.read : this.#current.write;
    for (const capacity of [answer.data.ConsumedCapacity].flat()) {
      const ofIndexes = Object.entries(capacity.GlobalSecondaryIndexes ?? {});
      for (const [name, index] of ofIndexes) add(sums, name, index.CapacityUnits ?? 0);
      add(sums, "table", capacity.Table?.CapacityUnits ?? (ofIndexes.length === 0 ? (capacity.CapacityUnits ?? 0) : 0));
    }
  }
}

/** Adds one consumption to another. */
export const addTo = (sum: Consumption, { calls, read, write }: Consumption): void => {
  sum.calls += calls;
  for (const [name, number] of read) add(sum.read, name, number);
  for (const [name, number] of write) add(sum.write, name, number);
};

const add = (sums: Map<string, number>, name: string, number: number): void => {
  sums.set(name, (sums.get(name) ?? 0) + number);
};

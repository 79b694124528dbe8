import { type DynamoDBClient, PutItemCommand, type PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import { jitteredBackoff } from "../../shared/adapters/backoff.ts";
import { readingTogether } from "../../shared/adapters/dynamodb-reads.ts";
import { attribute } from "../../shared/adapters/dynamodb-request.ts";
import { dynamoDbTwinStore } from "../../shared/adapters/dynamodb-store.ts";
import { chassisOf, RECORD_SORT_KEY } from "../../shared/adapters/keys.ts";
import type { ChassisRecord } from "../../shared/domain/chassis-record.ts";
import type { TwinStore } from "../../shared/ports.ts";
import { TABLE } from "../../shared/table.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { hearCalls, PutInput } from "./calls.ts";
import { deliver, loadInto, twinIn } from "./ours.ts";
import type { Peer } from "./peer.ts";
import { newTwinTable } from "./tables.ts";

/** The names under which they are told. */
export const UNCODED = "chassis-twin, records not coded";
export const IN_ORDER = "its calls in their order";

/**
 * This project, with its calls and all that it does besides, but for one thing: records are neither read from bytes nor
 * written to them. They, and what is put, are remembered from a rehearsal on another table. This says how much all the rest
 * takes, and so what is left for the codec.
 */
export const uncoded = (database: RunningDynamoDb): Promise<Peer> =>
  rehearsed(database, UNCODED, (stage) => (delivery) => deliver(stage, delivery));

/**
 * The calls of this project alone, as the events of a chassis need them: it is read, then written on condition that nobody
 * did in between, and read again only then. Nothing is computed.
 */
export const callsInOrder = (database: RunningDynamoDb): Promise<Peer> =>
  rehearsed(database, IN_ORDER, ({ load, save }) => async ({ events: [first] }) => {
    if (first === undefined) return;
    await load(first.subject);
    await save({ record: { chassisId: first.subject } });
  });

/** A store that makes the calls of the rehearsal, whatever it is given to save, and finds what was found there. */
interface Stage extends Omit<TwinStore, "save"> {
  save(write: { readonly record: Pick<ChassisRecord, "chassisId"> }): Promise<void>;
}

const rehearsed = async (
  database: RunningDynamoDb,
  name: string,
  play: (stage: Stage) => Peer["project"],
): Promise<Peer> => {
  const script = new Script();
  const trial = await newTwinTable(database, "rehearsal");
  script.follow(trial.client);
  const rehearsal = dynamoDbTwinStore(trial);
  const table = await newTwinTable(database, "rehearsed");
  const store = dynamoDbTwinStore(table);
  const read = readingTogether(table, jitteredBackoff);
  const remembering: TwinStore = {
    ...rehearsal,
    load: async (chassisId) => script.keepRecord(chassisId, await rehearsal.load(chassisId)),
    bytesOf: (write) => script.keepSize(write.record, rehearsal.bytesOf(write)),
  };
  const stage: Stage = {
    ...store,
    async load(chassisId) {
      await read(chassisId);
      return script.nextRecord(chassisId);
    },
    bytesOf: ({ record }) => script.nextSize(record),
    async save({ record }) {
      for (const put of script.nextPuts(record)) {
        await table.client.send(new PutItemCommand({ ...put, TableName: table.tableName }));
      }
    },
  };
  return {
    name,
    async load(chassisId, history) {
      await loadInto(rehearsal, history);
      await loadInto(store, history);
      script.forget(chassisId);
    },
    rehearse: (delivery) => deliver(remembering, delivery),
    project: play(stage),
    twin: (chassisId, asOf) => twinIn(store, chassisId, asOf),
  };
};

/** What a chassis was found to be, how large its records were, and what was put, in order. */
interface Lines {
  readonly records: (ChassisRecord | null)[];
  readonly sizes: number[];
  readonly puts: PutItemCommandInput[];
}

/** The rehearsal ran otherwise. */
class UnlikeTheRehearsal extends Error {
  override readonly name = "UnlikeTheRehearsal";
}

class Script {
  readonly #lines = new Map<string, Lines>();

  /** Remembers what a client puts. */
  follow(client: DynamoDBClient): void {
    hearCalls(client, (commandName, input) => {
      if (commandName === PutItemCommand.name) this.#keepPut(PutInput.parse(input));
    });
  }

  forget(chassisId: string): void {
    this.#lines.delete(chassisId);
  }

  keepRecord(chassisId: string, record: ChassisRecord | null): ChassisRecord | null {
    this.#of(chassisId).records.push(record);
    return record;
  }

  keepSize({ chassisId }: ChassisRecord, bytes: number): number {
    this.#of(chassisId).sizes.push(bytes);
    return bytes;
  }

  nextRecord(chassisId: string): ChassisRecord | null {
    return next(this.#of(chassisId).records);
  }

  nextSize({ chassisId }: ChassisRecord): number {
    return next(this.#of(chassisId).sizes);
  }

  /** What was put with a record: commits, and the record at last. */
  nextPuts({ chassisId }: Pick<ChassisRecord, "chassisId">): readonly PutItemCommandInput[] {
    const { puts } = this.#of(chassisId);
    const last = puts.findIndex(({ Item = {} }) => attribute(Item, TABLE.sortKey, "S") === RECORD_SORT_KEY);
    if (last === -1) throw new UnlikeTheRehearsal("a record was not put then");
    return puts.splice(0, last + 1);
  }

  #keepPut(put: PutItemCommandInput): void {
    this.#of(chassisOf(attribute(put.Item ?? {}, TABLE.partitionKey, "S"))).puts.push(put);
  }

  #of(chassisId: string): Lines {
    const known = this.#lines.get(chassisId) ?? { records: [], sizes: [], puts: [] };
    this.#lines.set(chassisId, known);
    return known;
  }
}

const next = <T>(lines: T[]): T => {
  const line = lines.shift();
  if (line === undefined) throw new UnlikeTheRehearsal("more was asked for than then");
  return line;
};

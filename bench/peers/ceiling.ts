import {
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { partitionOf } from "../../shared/adapters/keys.ts";
import { hasMembers } from "../../shared/adapters/members.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import { TABLE } from "../../shared/table.ts";

const GetInput = z.custom<GetItemCommandInput>(hasMembers);
const PutInput = z.custom<PutItemCommandInput>(hasMembers);

type Call = { readonly get: GetItemCommandInput } | { readonly put: PutItemCommandInput };

/** A command was sent that the replay does not know. */
export class UnknownCommand extends Error {
  override readonly name = "UnknownCommand";
}

/**
 * Remembers the calls of a client, and makes them again on another table of the same schema: the same items are read and
 * written, unconditionally, and nothing is computed. No storage of these calls is faster on this engine.
 */
export class Ceiling {
  readonly #calls = new Map<string, Call[]>();

  /** Remembers the calls of a client from now on. */
  follow(client: DynamoDBClient): void {
    client.middlewareStack.add(
      (next, { commandName = "" }) =>
        (args) => {
          this.#remember(commandName, args.input);
          return next(args);
        },
      { step: "initialize", name: "rememberCalls" },
    );
  }

  /** Forgets the calls up to now, and answers how many they were. */
  forget(): number {
    const count = [...this.#calls.values()].reduce((sum, calls) => sum + calls.length, 0);
    this.#calls.clear();
    return count;
  }

  /** Makes the calls again: those of one chassis after each other, and so many chassis at once. */
  async replay(
    client: DynamoDBClient,
    tableName: string,
    chassisIds: readonly string[],
    atOnce: number,
  ): Promise<void> {
    await inParallel(chassisIds, atOnce, async (chassisId) => {
      for (const call of this.#calls.get(partitionOf(chassisId)) ?? []) await make(client, tableName, call);
    });
  }

  #remember(commandName: string, input: unknown): void {
    // A new part of the fleet index is noted once; who makes no twins has none.
    if (commandName === UpdateItemCommand.name) return;
    const [call, partition] = callIn(commandName, input);
    const calls = this.#calls.get(partition) ?? [];
    this.#calls.set(partition, calls);
    calls.push(call);
  }
}

const callIn = (commandName: string, input: unknown): [call: Call, partition: string] => {
  if (commandName === GetItemCommand.name) {
    const get = GetInput.parse(input);
    return [{ get }, get.Key?.[TABLE.partitionKey]?.S ?? ""];
  }
  if (commandName !== PutItemCommand.name) throw new UnknownCommand(commandName);
  const put = PutInput.parse(input);
  return [{ put }, put.Item?.[TABLE.partitionKey]?.S ?? ""];
};

const make = async (client: DynamoDBClient, TableName: string, call: Call): Promise<void> => {
  if ("get" in call) {
    await client.send(new GetItemCommand({ ...call.get, TableName }));
  } else {
    await client.send(new PutItemCommand({ TableName, Item: call.put.Item }));
  }
};

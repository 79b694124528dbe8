import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  PutItemCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import type { DynamoDbTable } from "../../shared/adapters/dynamodb-request.ts";
import { hasMembers } from "../../shared/adapters/members.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import { hearCalls, PutInput } from "./calls.ts";

const GetInput = z.custom<GetItemCommandInput>(hasMembers);
const BatchGetInput = z.custom<BatchGetItemCommandInput>(hasMembers);

/** Makes a call again, on another table. */
type Call = (client: DynamoDBClient, tableName: string) => Promise<unknown>;

/** A command was sent that the replay does not know. */
export class UnknownCommand extends Error {
  override readonly name = "UnknownCommand";
}

/**
 * Remembers the calls of a client, and makes them again on another table of the same schema: the same items are read and
 * written, unconditionally, and nothing is computed. No storage of these calls is faster on this engine.
 */
export class Ceiling {
  #calls: Call[] = [];

  /** Remembers the calls of a client from now on. */
  follow(client: DynamoDBClient): void {
    hearCalls(client, (commandName, input) => {
      // A new part of the fleet index is noted once; who makes no twins has none.
      if (commandName !== UpdateItemCommand.name) this.#calls.push(callOf(commandName, input));
    });
  }

  /** Forgets the calls up to now, and answers how many they were. */
  forget(): number {
    const count = this.#calls.length;
    this.#calls = [];
    return count;
  }

  /** Makes the calls again in their order, so many at once. */
  async replay({ client, tableName }: DynamoDbTable, atOnce: number): Promise<void> {
    await inParallel(this.#calls, atOnce, async (call) => void (await call(client, tableName)));
  }
}

const callOf = (commandName: string, input: unknown): Call => {
  switch (commandName) {
    case GetItemCommand.name: {
      const get = GetInput.parse(input);
      return (client, TableName) => client.send(new GetItemCommand({ ...get, TableName }));
    }
    case BatchGetItemCommand.name: {
      const [request] = Object.values(BatchGetInput.parse(input).RequestItems ?? {});
      return (client, tableName) =>
        client.send(new BatchGetItemCommand({ RequestItems: request && { [tableName]: request } }));
    }
    case PutItemCommand.name: {
      const { Item } = PutInput.parse(input);
      return (client, TableName) => client.send(new PutItemCommand({ TableName, Item }));
    }
    default:
      throw new UnknownCommand(commandName);
  }
};

import type { DynamoDBClient, PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { hasMembers } from "../../shared/adapters/members.ts";

/** What a `PutItemCommand` was given. */
export const PutInput = z.custom<PutItemCommandInput>(hasMembers);

/** Hears every call of a client from now on: the name of the command, and what it was given. */
export const hearCalls = (client: DynamoDBClient, hear: (commandName: string, input: unknown) => void): void => {
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        hear(commandName, args.input);
        return next(args);
      },
    { step: "initialize", name: "hearCalls" },
  );
};

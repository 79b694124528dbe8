import { LambdaClient, ListFunctionsCommand } from "@aws-sdk/client-lambda";
import * as z from "zod";
import { signedFetch } from "../../test/localstack/support/signed-fetch.ts";
import { clientOptions } from "./clients.ts";

/** Something that took its time, in milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** A call of a function to DynamoDB. */
export interface Call extends Span {
  readonly call: string;
}

/** What a function told its log, and the emulator of it: when it ran, and which calls it made. */
export interface FunctionLog {
  readonly invocations: readonly Span[];
  readonly calls: readonly Call[];
}

/** The log does not tell of every call to the database, so that they cannot be counted. */
export class CallsNotTold extends Error {
  override readonly name = "CallsNotTold";
}

/** The logs of the functions on an emulator, by the names of their folders. */
export const functionLogs = async (endpoint: string): Promise<ReadonlyMap<string, FunctionLog>> => {
  const lambda = new LambdaClient(clientOptions(endpoint));
  const { Functions = [] } = await lambda.send(new ListFunctionsCommand());
  lambda.destroy();
  const logs = new Map<string, FunctionLog>();
  for (const { Environment, LoggingConfig } of Functions) {
    const name = Environment?.Variables?.["POWERTOOLS_SERVICE_NAME"];
    if (name !== undefined) logs.set(name, logOf(await linesOf(endpoint, LoggingConfig?.LogGroup ?? "")));
  }
  return logs;
};

/** The most lines that the emulator answers. */
const MOST_LINES = 10_000;

const Line = z.object({ timestamp: z.int(), message: z.string() });
const Told = z.object({ call: z.string(), from: z.number(), until: z.number() });
const Answer = z.union([
  z.object({ events: z.array(Line) }),
  // There is no log of a function that has not run.
  z.object({ __type: z.string().endsWith("ResourceNotFoundException") }).transform(() => ({ events: [] })),
]);

type Line = z.infer<typeof Line>;

const linesOf = async (endpoint: string, logGroupName: string): Promise<readonly Line[]> => {
  const lines: Line[] = [];
  // No further page can be asked for: each kind of line is asked for by itself.
  for (const filterPattern of ["REPORT", "CALLED"]) {
    const answer = await signedFetch("logs", `${endpoint}/`, {
      method: "POST",
      headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Logs_20140328.FilterLogEvents" },
      body: JSON.stringify({ logGroupName, filterPattern }),
    });
    const { events } = Answer.parse(await answer.json());
    if (events.length >= MOST_LINES) throw new CallsNotTold("the log has more lines than the emulator answers");
    lines.push(...events);
  }
  return lines;
};

const logOf = (lines: readonly Line[]): FunctionLog => ({
  invocations: lines.flatMap(({ timestamp, message }) => {
    const duration = /^REPORT .*\tDuration: ([\d.]+) ms/.exec(message)?.[1];
    return duration === undefined ? [] : [{ from: timestamp - Number(duration), until: timestamp }];
  }),
  // Lines come in the order in which runs ended.
  calls: lines.flatMap(callIn).toSorted((one, other) => one.until - other.until),
});

const callIn = ({ message }: Line): readonly Call[] => {
  const told = /^CALLED (.*)/.exec(message)?.[1];
  return told === undefined ? [] : [Told.parse(JSON.parse(told))];
};

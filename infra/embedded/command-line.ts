import { Command, InvalidArgumentError } from "commander";
import * as z from "zod";
import { HostNotLocal } from "./errors.ts";
import { isLoopback } from "./loopback.ts";
import type { ServerOptions } from "./server.ts";

/** What the operator asked for. */
export interface CommandLine extends ServerOptions {
  /** Replay the bundled demo once the server is up. */
  readonly demo: boolean;
}

const HIGHEST_PORT = 65_535;
const Options = z.object({
  port: z.int(),
  host: z.string(),
  inMemory: z.boolean(),
  data: z.string().min(1),
  demo: z.boolean(),
});

/**
 * Reads the arguments after the program's name. Throws a `CommanderError` for what is not understood, and, with exit
 * code 0, once it has shown the help; throws `HostNotLocal`.
 */
export const readCommandLine = (args: readonly string[]): CommandLine => {
  const command = new Command("npm start --")
    .description("Runs chassis-twin on this machine: the same functions as on AWS, with all they need in one process.")
    .option("--port <number>", "port to listen on, 0 for any that is free", asPort, 8080)
    .option("--host <name>", "address to listen on", "127.0.0.1")
    .option("--in-memory", "keep nothing on disk, whatever --data says", false)
    .option("--data <folder>", "where to keep data", ".data")
    .option("--demo", "replay a recorded fleet after the start", false)
    .addHelpText("after", HELP_ON_ENVIRONMENT)
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
    .parse(args, { from: "user" });

  const { data, ...options } = Options.parse(command.opts());
  if (!isLoopback(options.host)) throw new HostNotLocal(options.host);
  return { ...options, dataDirectory: data };
};

const HELP_ON_ENVIRONMENT = `
Environment:
  AWS_ENDPOINT_URL_DYNAMODB  a DynamoDB to use in place of the one in this process
  TABLE_NAME                 its table, created if it is not there (default: "chassis-twin")`;

const asPort = (text: string): number => {
  const port = Number(text);
  if (!/^[0-9]+$/.test(text) || port > HIGHEST_PORT) {
    throw new InvalidArgumentError(`A port is a number from 0 to ${HIGHEST_PORT}.`);
  }
  return port;
};

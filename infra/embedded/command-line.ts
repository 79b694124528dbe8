import { Command, InvalidArgumentError, Option } from "commander";
import * as z from "zod";
import type { TokenTerms } from "../../functions/authorize/verifier.ts";
import { DemoNeedsOpenGate, HostNotLocal, TokenTermsIncomplete } from "./errors.ts";
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
  jwtIssuer: z.string().optional(),
  jwtAudience: z.string().optional(),
  jwksUri: z.string().optional(),
});

/**
 * Reads the arguments after the program's name. Throws a `CommanderError` for what is not understood, and, with exit
 * code 0, once it has shown the help; throws an error that extends `CannotStart` for what does not go together.
 */
export const readCommandLine = (args: readonly string[]): CommandLine => {
  const command = new Command("npm start --")
    .description("Runs chassis-twin on this machine: the same functions as on AWS, with all they need in one process.")
    .option("--port <number>", "port to listen on, 0 for any that is free", asPort, 8080)
    .option("--host <name>", "address to listen on", "127.0.0.1")
    .option("--in-memory", "keep nothing on disk, whatever --data says", false)
    .option("--data <folder>", "where to keep data", ".data")
    .option("--demo", "replay a recorded fleet after the start", false)
    .addOption(httpsOption("--jwt-issuer <url>", "let in only callers with a token of this OIDC issuer", "JWT_ISSUER"))
    .addOption(new Option("--jwt-audience <name>", "whom their tokens have to be meant for").env("JWT_AUDIENCE"))
    .addOption(httpsOption("--jwks-uri <url>", "where the issuer's keys are, if not at its usual place", "JWKS_URI"))
    .addHelpText("after", HELP_ON_ENVIRONMENT)
    .showSuggestionAfterError(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride()
    .parse(args, { from: "user" });

  const { data, jwtIssuer, jwtAudience, jwksUri, ...options } = Options.parse(command.opts());
  const tokenTerms = termsOf(jwtIssuer, jwtAudience, jwksUri);
  if (tokenTerms === undefined && !isLoopback(options.host)) throw new HostNotLocal(options.host);
  if (tokenTerms !== undefined && options.demo) throw new DemoNeedsOpenGate();
  return { ...options, dataDirectory: data, tokenTerms };
};

const httpsOption = (flags: string, description: string, variable: string): Option =>
  new Option(flags, description).env(variable).argParser(asHttpsUrl);

const termsOf = (issuer?: string, audience?: string, jwksUri?: string): TokenTerms | undefined => {
  if (issuer && audience) return { issuer, audience, jwksUri };
  if (issuer || audience || jwksUri) throw new TokenTermsIncomplete();
  return undefined;
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

/** Keys that come over plain HTTP could be anybody's. */
const asHttpsUrl = (text: string): string => {
  if (!URL.canParse(text) || new URL(text).protocol !== "https:") {
    throw new InvalidArgumentError("An issuer, and its keys, have an https: URL.");
  }
  return text;
};

import type { Node } from "constructs";
import * as z from "zod";

/** How one stage of the service is to be deployed. */
export interface StageSettings {
  /** Names the stack, and is the first part of the API's path. */
  readonly stage: string;
  /** How callers prove who they are. */
  readonly auth: Auth;
  /** Who is told of alarms by e-mail; nobody when absent. */
  readonly alarmEmail?: string | undefined;
  /** For how many days the history of a chassis is kept; for ever when absent. */
  readonly retentionDays?: number | undefined;
  /** Whether the stage and its data may vanish without a trace, as those of a test do. */
  readonly ephemeral: boolean;
}

/** Callers are AWS identities, or have tokens of an OIDC issuer. */
export type Auth = { readonly kind: "iam" } | JwtAuth;

/** An OIDC issuer whose tokens are taken. */
export interface JwtAuth {
  readonly kind: "jwt";
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's keys are, when not below `/.well-known/jwks.json`. */
  readonly jwksUri?: string | undefined;
}

/** The settings of a stage cannot be used; the message has a line for each fault. */
export class InvalidSettings extends Error {
  override readonly name = "InvalidSettings";
}

const httpsUrl = z.url({ protocol: /^https$/, error: "must be a URL that begins with https://" });

// What comes from the command line is text, what comes from cdk.json need not be.
const asFlag = (given: unknown): unknown => (given === "true" ? true : given === "false" ? false : given);

const Context = z.object({
  stage: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,29}$/, "must be 1 to 30 of a-z, 0-9 and -, the first of them a letter")
    .default("dev"),
  auth: z.enum(["iam", "jwt"], { error: "must be iam or jwt" }).default("iam"),
  jwtIssuer: httpsUrl.optional(),
  jwtAudience: z.string().min(1, "must not be empty").optional(),
  jwksUri: httpsUrl.optional(),
  alarmEmail: z.email({ error: "must be an e-mail address" }).optional(),
  retentionDays: z.coerce
    .number({ error: "must be a number of days" })
    .int("must be a whole number of days")
    .min(1, "must be at least 1")
    .optional(),
  ephemeral: z.preprocess(asFlag, z.boolean({ error: "must be true or false" })).default(false),
});

type Context = z.infer<typeof Context>;

/** The settings of the stage in the context of an app. Throws `InvalidSettings`. */
export const stageSettings = (node: Node): StageSettings => {
  const given = Object.keys(Context.shape).map((name) => [name, node.tryGetContext(name)]);
  const parsed = Context.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw refusal(parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`));
  const { stage, alarmEmail, retentionDays, ephemeral } = parsed.data;
  return { stage, auth: authOf(parsed.data), alarmEmail, retentionDays, ephemeral };
};

const authOf = ({ auth, jwtIssuer, jwtAudience, jwksUri }: Context): Auth => {
  if (auth === "iam") {
    const idle = Object.entries({ jwtIssuer, jwtAudience, jwksUri }).filter(([, value]) => value !== undefined);
    if (idle.length > 0) throw refusal(idle.map(([name]) => `${name} has no effect unless auth is jwt`));
    return { kind: "iam" };
  }
  if (jwtIssuer === undefined || jwtAudience === undefined) {
    throw refusal(["auth is jwt, which needs both jwtIssuer and jwtAudience"]);
  }
  return { kind: "jwt", issuer: jwtIssuer, audience: jwtAudience, jwksUri };
};

const refusal = (faults: readonly string[]) =>
  new InvalidSettings(["The settings of the stage cannot be used:", ...faults].join("\n  "));

import { Duration } from "aws-cdk-lib";
import { type IAuthorizer, TokenAuthorizer } from "aws-cdk-lib/aws-apigateway";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { JwtAuth } from "../settings.ts";
import { TwinFunction } from "./twin-function.ts";

/** Whose tokens are taken. */
export interface JwtAuthorizerProps {
  readonly auth: JwtAuth;
  /**
   * How long the decision on a token is remembered.
   *
   * @default 5 minutes
   */
  readonly remembered?: Duration;
  /**
   * Whether the function's log goes when the stack goes.
   *
   * @default false
   */
  readonly ephemeral?: boolean;
}

/** Lets callers in by the token of an OIDC issuer. */
export class JwtAuthorizer extends Construct {
  readonly authorizer: IAuthorizer;
  readonly function: IFunction;

  constructor(scope: Construct, id: string, props: JwtAuthorizerProps) {
    super(scope, id);
    const { auth, remembered = Duration.minutes(5), ephemeral = false } = props;
    this.function = new TwinFunction(this, "Authorize", {
      name: "authorize",
      description: "Tells who a token lets do what",
      memory: 512,
      // It fetches the issuer's keys when it has not seen them yet.
      timeout: Duration.seconds(10),
      environment: {
        JWT_ISSUER: auth.issuer,
        JWT_AUDIENCE: auth.audience,
        ...(auth.jwksUri !== undefined && { JWKS_URI: auth.jwksUri }),
      },
      ephemeral,
    }).function;
    this.authorizer = new TokenAuthorizer(this, "Authorizer", { handler: this.function, resultsCacheTtl: remembered });
  }
}

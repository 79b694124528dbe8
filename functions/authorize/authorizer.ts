import type { Logger } from "@aws-lambda-powertools/logger";
import type { APIGatewayAuthorizerEvent, APIGatewayAuthorizerResult } from "aws-lambda";
import { functionLog } from "../../shared/adapters/function-log.ts";
import { routesAllowed } from "../../shared/edge/authorization.ts";
import { NotAuthenticated } from "../../shared/edge/request-errors.ts";
import { callerOf, type TokenVerifier } from "./caller.ts";

/** What the authorizer works with. */
export interface Dependencies {
  readonly verifier: TokenVerifier;
  readonly logger?: Pick<Logger, "error">;
}

/**
 * A REST API's authorizer, of type TOKEN or REQUEST. The policy names every route that the caller's scopes allow, not
 * only the one asked for: API Gateway keeps it for the caller's next requests. Throws an error with the message
 * `Unauthorized`, which API Gateway answers with 401; any other it answers with 500.
 */
export const authorizer =
  ({ verifier, logger = functionLog("authorize") }: Dependencies) =>
  async (event: APIGatewayAuthorizerEvent): Promise<APIGatewayAuthorizerResult> => {
    try {
      const { id, scopes } = await callerOf(verifier, authorizationIn(event));
      return {
        principalId: id,
        policyDocument: policy(event.methodArn, scopes),
        context: { scopes: scopes.join(" ") },
      };
    } catch (error) {
      if (error instanceof NotAuthenticated) throw new Error("Unauthorized", { cause: error });
      logger.error("Could not check a token", { error });
      throw error;
    }
  };

const authorizationIn = (event: APIGatewayAuthorizerEvent): string | undefined => {
  if (event.type === "TOKEN") return event.authorizationToken;
  return Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === "authorization")?.[1];
};

const policy = (methodArn: string, scopes: readonly string[]): APIGatewayAuthorizerResult["policyDocument"] => {
  const stage = methodArn.split("/").slice(0, 2).join("/");
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Action: "execute-api:Invoke",
        Effect: "Allow",
        Resource: routesAllowed(scopes).map(
          ({ method, path }) => `${stage}/${method}${path.replaceAll(/\{[^}]+\}/g, "*")}`,
        ),
      },
    ],
  };
};

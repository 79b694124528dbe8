import {
  FetchError,
  JwksValidationError,
  JwkValidationError,
  JwtBaseError,
  JwtExpiredError,
  JwtInvalidAudienceError,
  JwtInvalidIssuerError,
  JwtNotBeforeError,
} from "aws-jwt-verify/error";
import type { JwtPayload } from "aws-jwt-verify/jwt-model";
import * as z from "zod/mini";
import { bearerToken } from "../../shared/edge/authorization.ts";
import { NotAuthenticated, ServiceUnavailable } from "../../shared/edge/request-errors.ts";

/** Checks the signature of a token, its issuer, its audience and its time, and answers what it claims. */
export interface TokenVerifier {
  verify(token: string): Promise<JwtPayload>;
}

/** Who sends a request, and what they may do. */
export interface Caller {
  readonly id: string;
  readonly scopes: readonly string[];
}

/**
 * The caller whom an `Authorization` header shows. Throws `NotAuthenticated` for none and for a token that is not
 * accepted, and `ServiceUnavailable` when the issuer's keys cannot be had.
 */
export const callerOf = async (verifier: TokenVerifier, authorization: string | undefined): Promise<Caller> => {
  const token = bearerToken(authorization);
  if (token === null) {
    throw new NotAuthenticated("Send a token in the header Authorization: Bearer <token>.", { hasToken: false });
  }
  const claims = Claims.parse(await verified(verifier, token));
  return { id: claims.sub ?? claims.client_id ?? "unknown", scopes: [...claims.scope, ...claims.scp] };
};

/** Issuers write scopes as a text with spaces (RFC 8693) or as a list, some in `scp`. */
const Scopes = z._default(
  z.catch(
    z.union([
      z.pipe(
        z.string(),
        z.transform((text) => text.split(" ")),
      ),
      z.array(z.string()),
    ]),
    [],
  ),
  [],
);
const Claims = z.looseObject({
  sub: z.catch(z.optional(z.string()), undefined),
  client_id: z.catch(z.optional(z.string()), undefined),
  scope: Scopes,
  scp: Scopes,
});

const verified = async (verifier: TokenVerifier, token: string): Promise<JwtPayload> => {
  try {
    return await verifier.verify(token);
  } catch (cause) {
    if (!(cause instanceof JwtBaseError) || isOfIssuer(cause)) {
      throw new ServiceUnavailable("The keys of the token's issuer cannot be had now.", { cause });
    }
    throw new NotAuthenticated(`The token is not accepted: ${faultIn(cause)}.`, { hasToken: true, cause });
  }
};

const isOfIssuer = (error: JwtBaseError): boolean =>
  error instanceof FetchError || error instanceof JwksValidationError || error instanceof JwkValidationError;

const faultIn = (error: JwtBaseError): string => {
  if (error instanceof JwtExpiredError) return "it has expired";
  if (error instanceof JwtNotBeforeError) return "its time has not come";
  if (error instanceof JwtInvalidAudienceError) return "it is for another audience";
  if (error instanceof JwtInvalidIssuerError) return "it is of another issuer";
  return "it is malformed, or not signed with a key of the issuer";
};

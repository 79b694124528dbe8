import { httpsUrlOf, ifSet, textOf, urlOf } from "../../shared/environment.ts";
import { authorizer } from "./authorizer.ts";
import { tokenVerifier } from "./verifier.ts";

/** Lambda: decides which routes of the API the bearer of a token may take. */
export const handler = authorizer({
  verifier: tokenVerifier({
    issuer: httpsUrlOf("JWT_ISSUER"),
    audience: textOf("JWT_AUDIENCE"),
    jwksUri: ifSet(urlOf, "JWKS_URI"),
  }),
});

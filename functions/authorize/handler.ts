import * as z from "zod/mini";
import { authorizer } from "./authorizer.ts";
import { tokenVerifier } from "./verifier.ts";

const environment = z
  .object({
    JWT_ISSUER: z.url({ protocol: /^https$/ }),
    JWT_AUDIENCE: z.string().check(z.minLength(1)),
    JWKS_URI: z.optional(z.url()),
  })
  .parse(process.env);

/** Lambda: decides which routes of the API the bearer of a token may take. */
export const handler = authorizer({
  verifier: tokenVerifier({
    issuer: environment.JWT_ISSUER,
    audience: environment.JWT_AUDIENCE,
    jwksUri: environment.JWKS_URI,
  }),
});

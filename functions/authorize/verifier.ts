import { JwtVerifier } from "aws-jwt-verify";

/** Whose tokens are accepted, and for whom they must be meant. */
export interface TokenTerms {
  /** The issuer as its tokens name it: an `https:` URL. */
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer's keys are; `/.well-known/jwks.json` below the issuer unless given. */
  readonly jwksUri?: string | undefined;
}

/** Verifies tokens of one issuer for one audience. Fetches the issuer's keys when it needs them, and keeps them. */
export const tokenVerifier = ({ issuer, audience, jwksUri }: TokenTerms) =>
  JwtVerifier.create({ issuer, audience, ...(jwksUri === undefined ? {} : { jwksUri }) });

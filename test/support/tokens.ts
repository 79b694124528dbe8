import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { tokenVerifier } from "../../functions/authorize/verifier.ts";

/** Whose tokens the tests accept, and for whom they are meant. */
export const TERMS = { issuer: "https://issuer.test/fleet", audience: "chassis-twin" } as const;

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** The key set of the issuer. */
export const KEY_SET = { keys: [{ ...publicJwk(publicKey), kid: "key-1", use: "sig", alg: "RS256" }] };

/** A verifier that has the issuer's keys already. */
export const verifierWithKeys = () => {
  const verifier = tokenVerifier(TERMS);
  verifier.cacheJwks(KEY_SET);
  return verifier;
};

const text = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");

/** A token that is right in every way and allows nothing, but for what is said otherwise. */
export const token = (claims: object = {}, { kid = "key-1", key = privateKey } = {}): string => {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: TERMS.issuer, aud: TERMS.audience, sub: "collector-7", iat: now, exp: now + 600, ...claims };
  const content = `${text({ alg: "RS256", typ: "JWT", kid })}.${text(payload)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(key, "base64url")}`;
};

/** A token that was right ten minutes ago. */
export const expiredToken = (claims: object = {}): string =>
  token({ exp: Math.floor(Date.now() / 1000) - 600, ...claims });

/** A key that is none of the issuer's. */
export const strangersKey = (): KeyObject => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;

function publicJwk(key: KeyObject) {
  const { kty = "", n = "", e = "" } = key.export({ format: "jwk" });
  return { kty, n, e };
}

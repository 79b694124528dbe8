import { createHash } from "node:crypto";
import { canonicalJson } from "../domain/canonical-json.ts";

/** The strong entity tag of a content: equal contents have equal tags, whatever the order of their members. */
export const etagOf = (content: unknown): string =>
  `"${createHash("sha256").update(canonicalJson(content)).digest("base64url")}"`;

/** Whether an `If-None-Match` header names the tag, compared weakly (RFC 9110), or is `*`. */
export const namesEtag = (ifNoneMatch: string | undefined, etag: string): boolean => {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === "*") return true;
  return [...ifNoneMatch.matchAll(/"[^"]*"/g)].some(([tag]) => tag === etag);
};

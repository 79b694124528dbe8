import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { canonicalJson } from "../domain/canonical-json.ts";
import { InvalidInput } from "../domain/errors.ts";

const Cursor = z.tuple([z.string(), z.string()]);

/**
 * The opaque text from which a client continues a list at `position`. `filters` are what chose the list, `limit` not
 * included: a cursor is of no use with others.
 */
export const cursorTo = (position: string, filters: unknown): string =>
  Buffer.from(JSON.stringify([sealOf(position, filters), position])).toString("base64url");

/** The position a cursor stands for. Throws `InvalidInput` when it is malformed or was made with other filters. */
export const positionAt = (cursor: string, filters: unknown): string => {
  const [seal, position] = contentsOf(cursor) ?? [];
  if (position === undefined || seal !== sealOf(position, filters)) throw unusable();
  return position;
};

// Of the position too, so that a damaged cursor never reaches a store.
const sealOf = (position: string, filters: unknown): string =>
  createHash("sha256")
    .update(canonicalJson([position, filters]))
    .digest("base64url")
    .slice(0, 16);

const contentsOf = (cursor: string): z.infer<typeof Cursor> | null => {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    return null;
  }
};

const unusable = () =>
  new InvalidInput(
    [{ pointer: "/query/cursor", detail: "must be the nextCursor of an answer to the same filters" }],
    "The cursor is not valid.",
  );

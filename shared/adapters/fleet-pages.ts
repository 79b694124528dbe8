import type { FleetPage, FleetPageRequest } from "../ports.ts";

/** Chassis identifiers from `first` to `last`, both included. */
export interface IdRange {
  readonly first: string;
  readonly last: string;
}

// Identifiers consist of ASCII letters, digits and '.', '_', '-': these two sort before and after all of them.
const BEFORE_ANY = " ";
const AFTER_ANY = "~";

/** Where the identifiers that a request asks for are, `limit` aside; `null` when there cannot be any. */
export const idRange = ({ prefix = "", after }: Omit<FleetPageRequest, "bucket" | "limit">): IdRange | null => {
  const afterLast = after === undefined ? BEFORE_ANY : `${after}${BEFORE_ANY}`;
  const first = prefix > afterLast ? prefix : afterLast;
  const last = `${prefix}${AFTER_ANY}`;
  return first <= last ? { first, last } : null;
};

/** The page that begins with the first of the identifiers found; the next page begins after its last one. */
export const pageOf = (found: readonly string[], limit: number): FleetPage => {
  const chassisIds = [...found].sort().slice(0, limit);
  return { chassisIds, next: found.length > limit ? (chassisIds.at(-1) ?? null) : null };
};

import type { FleetPage, FleetPageRequest } from "../ports.ts";
import { entryIn } from "./fleet-entries.ts";

/** Entries, as text, from `first` to `last`, both included. */
export interface EntryRange {
  readonly first: string;
  readonly last: string;
}

// Identifiers consist of ASCII letters, digits and '.', '_', '-', and findings follow them after a space.
const BEFORE_ANY = " ";
const AFTER_FINDINGS = "!";
const AFTER_ANY = "~";

/** Where the entries that a request asks for are, `limit` aside; `null` when there cannot be any. */
export const entryRange = ({ prefix = "", after }: Pick<FleetPageRequest, "prefix" | "after">): EntryRange | null => {
  const afterLast = after === undefined ? BEFORE_ANY : `${after}${AFTER_FINDINGS}`;
  const first = prefix > afterLast ? prefix : afterLast;
  const last = `${prefix}${AFTER_ANY}`;
  return first <= last ? { first, last } : null;
};

/** The page that begins with the first of the entries found; the next page begins after its last one. */
export const pageOf = (found: readonly string[], limit: number): FleetPage => {
  const entries = [...found].sort().slice(0, limit).map(entryIn);
  return { entries, next: found.length > limit ? (entries.at(-1)?.chassisId ?? null) : null };
};

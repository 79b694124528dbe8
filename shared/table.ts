/**
 * The key schema of the one table, declared once: the stack creates it from here, and so do the embedded server and the
 * tests. Attribute names are short because every item carries them.
 *
 * | item | pk | sk |
 * |---|---|---|
 * | record | `C#<chassisId>` | `TWIN` |
 * | commit | `C#<chassisId>` | `E#<time of its newest event>#<hash>` |
 * | used parts of the fleet index | `FLEET` | `BUCKETS` |
 */
export const TABLE = {
  partitionKey: "pk",
  sortKey: "sk",
  /** When an item may be deleted, in seconds since 1970; commits have it when not everything is kept for ever. */
  timeToLive: "x",
  /** Which chassis are alike: partition `<bucket>#<shard>`, sorted by chassisId and open findings, keys only. */
  fleetIndex: { name: "fleet", partitionKey: "f", sortKey: "c" },
  /** Which twins change without an event: partition `due#<shard>`, sorted by due time, keys only; sparse. */
  dueIndex: { name: "due", partitionKey: "ds", sortKey: "da" },
} as const;

/** Over how many partitions each bucket of the fleet index, and the due index, is spread. */
export const INDEX_SHARDS = 4;

import { createHash } from "node:crypto";
import { type Commit, newestOf } from "../domain/chassis-record.ts";
import type { Moment } from "../domain/state.ts";
import { INDEX_SHARDS } from "../table.ts";

/** The sort key of every record. */
export const RECORD_SORT_KEY = "TWIN";

/** The partition and sort key of the set of parts of the fleet index in use. */
export const BUCKETS_KEYS = ["FLEET", "BUCKETS"] as const;

const PARTITION_PREFIX = "C#";
const COMMIT_PREFIX = "E#";

/** Sorts before every commit. */
export const BEFORE_ALL_COMMITS = COMMIT_PREFIX;

/** Sorts after every commit. */
export const AFTER_ALL_COMMITS = `${COMMIT_PREFIX}~`;

/** The partition of a chassis. */
export const partitionOf = (chassisId: string): string => `${PARTITION_PREFIX}${chassisId}`;

/** The chassis of a partition. */
export const chassisOf = (partition: string): string => partition.slice(PARTITION_PREFIX.length);

/**
 * The sort key of a commit: the time of its newest event, then what tells it apart from others of that time. A commit
 * has the same bytes, and so the same key, whoever makes it, so that it may be written again.
 */
export const commitKey = (commit: Commit, bytes: Uint8Array): string => {
  const hash = createHash("sha256").update(bytes).digest("base64url").slice(0, 12);
  return `${commitsAt(newestOf(commit))}#${hash}`;
};

/** Sorts before the commits whose newest event is at `moment` or later, and after all others. */
export const commitsAt = (moment: Moment): string => `${COMMIT_PREFIX}${sortableTime(moment)}`;

const YEAR_0 = Date.parse("0000-01-01T00:00:00.000Z");
const YEAR_9999_END = Date.parse("9999-12-31T23:59:59.999Z");

/** A moment as a text that sorts as time does: outside of the years 0 to 9999 ISO texts would not. */
export const sortableTime = (moment: Moment): string =>
  new Date(Math.min(Math.max(moment, YEAR_0), YEAR_9999_END)).toISOString();

/** The shards of an index. */
export const SHARDS: readonly number[] = Array.from({ length: INDEX_SHARDS }, (_, shard) => shard);

/**
 * Which shard a chassis is in, for ever: FNV-1a of its name, which is ASCII, folded because the lowest bits alone mix
 * badly.
 */
export const shardOf = (chassisId: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < chassisId.length; index += 1) {
    hash = Math.imul(hash ^ chassisId.charCodeAt(index), 0x01000193);
  }
  return ((hash ^ (hash >>> 16)) >>> 0) % INDEX_SHARDS;
};

/** The partition of the due index for one shard. */
export const duePartition = (shard: number): string => `due#${shard}`;

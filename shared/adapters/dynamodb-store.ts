import type { ChassisWrite, TwinChange, TwinStore } from "../ports.ts";
import { type Backoff, jitteredBackoff } from "./backoff.ts";
import { dueToStore, StoredDueTimes } from "./due-times.ts";
import { commitsBefore, commitsFrom, putCommit, type Retention } from "./dynamodb-commits.ts";
import { partsInUse } from "./dynamodb-fleet-parts.ts";
import { readItems, readingTogether } from "./dynamodb-reads.ts";
import { bytesOfItem, dueIn, putRecord, recordOf, storedTwinIn } from "./dynamodb-records.ts";
import type { DynamoDbTable } from "./dynamodb-request.ts";
import { partName, partOf } from "./fleet-entries.ts";
import { sortableTime } from "./keys.ts";

/** Where the store keeps its items, and how it waits before it asks again. */
export interface DynamoDbStoreOptions extends DynamoDbTable, Retention {
  readonly backoff?: Backoff;
  /** Told of every write once it is stored; for where there is no stream of the table to follow. Must not throw. */
  readonly afterSave?: (change: TwinChange) => void;
}

/**
 * Keeps chassis in the one table. The record's write is the only one that has to succeed: commits and the name of a
 * new part of the fleet index are written before it and do no harm without it. Methods throw `StoreRequestFailed`, and
 * `UnknownFormat` or `UnreadableItem` for stored data that they cannot read.
 */
export const dynamoDbTwinStore = ({
  backoff = jitteredBackoff,
  afterSave,
  ...table
}: DynamoDbStoreOptions): TwinStore => {
  const read = readingTogether(table, backoff);
  const dueTimes = new StoredDueTimes();
  const parts = partsInUse(table);

  return {
    async load(chassisId) {
      const item = await read(chassisId);
      if (item === undefined) return null;
      const record = recordOf(item);
      dueTimes.remember(chassisId, record.revision, dueIn(item));
      return record;
    },

    async loadMany(chassisIds) {
      const items = await readItems(table, chassisIds, backoff);
      return items.map(recordOf);
    },

    commitsFrom: (chassisId, from) => commitsFrom(table, chassisId, from),

    commitsBefore: (chassisId, before) => commitsBefore(table, chassisId, before),

    bytesOf: bytesOfItem,

    async save(write) {
      const { record, evaluatedAt } = write;
      const { chassisId, revision } = record;
      const due = dueToStore(dueChange(write, dueTimes));
      await Promise.all([
        ...write.commits.map((commit) => putCommit(table, commit)),
        parts.use(partName(partOf(write))),
      ]);
      const replaced = await putRecord(table, write, due, afterSave ? "ALL_OLD" : "NONE");
      dueTimes.remember(chassisId, revision, due);
      afterSave?.({ before: replaced ? storedTwinIn(replaced) : null, after: { record, evaluatedAt } });
    },
  };
};

const dueChange = ({ record, expectedRevision, dueAt }: ChassisWrite, dueTimes: StoredDueTimes) => ({
  stored: dueTimes.of(record.chassisId, expectedRevision),
  wanted: dueAt === null ? null : sortableTime(dueAt),
  bringsEvents: record.revision !== expectedRevision,
});

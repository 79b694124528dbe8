import { RevisionConflict } from "../domain/errors.ts";
import { bucketName, bucketNamed } from "../domain/fleet.ts";
import type { ChassisWrite, DueIndex, FleetIndex, HealthProbe, TwinStore } from "../ports.ts";
import { decodeCommit, decodeRecord, encodeCommit, encodeRecord } from "./codec.ts";
import { type DueTime, dueToStore } from "./due-times.ts";
import { idRange, pageOf } from "./fleet-pages.ts";
import { commitKey, commitsAt, sortableTime } from "./keys.ts";

interface StoredRecord {
  readonly revision: number;
  readonly bytes: Uint8Array;
  readonly bucket: string | null;
  readonly due: DueTime;
}

/** Keeps chassis in memory, encoded, so that nobody can change what is stored but by a write. */
export const memoryStore = (): TwinStore & FleetIndex & DueIndex & HealthProbe => {
  const records = new Map<string, StoredRecord>();
  const commits = new Map<string, Map<string, Uint8Array>>();
  const usedBuckets = new Set<string>();

  const read = (chassisId: string, { revision, bytes }: StoredRecord) => decodeRecord({ chassisId, revision }, bytes);

  const commitsOf = (chassisId: string): [key: string, bytes: Uint8Array][] =>
    [...(commits.get(chassisId) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));

  const idsIn = (name: string): string[] => [...records].filter(([, { bucket }]) => bucket === name).map(([id]) => id);

  const putRecord = ({ record, expectedRevision, bucket, dueAt }: ChassisWrite): void => {
    const { chassisId, revision } = record;
    const stored = records.get(chassisId);
    if ((stored?.revision ?? 0) !== expectedRevision) throw new RevisionConflict(chassisId, expectedRevision);
    const due = dueToStore({
      stored: stored?.due,
      wanted: dueAt === null ? null : sortableTime(dueAt),
      bringsEvents: revision !== expectedRevision,
    });
    records.set(chassisId, { revision, bytes: encodeRecord(record), bucket: bucket && bucketName(bucket), due });
  };

  return {
    async load(chassisId) {
      const stored = records.get(chassisId);
      return stored === undefined ? null : read(chassisId, stored);
    },

    async loadMany(chassisIds) {
      return [...new Set(chassisIds)].flatMap((chassisId) => {
        const stored = records.get(chassisId);
        return stored === undefined ? [] : [read(chassisId, stored)];
      });
    },

    async *commitsFrom(chassisId, from) {
      const first = commitsAt(from);
      for (const [key, bytes] of commitsOf(chassisId)) if (key >= first) yield decodeCommit(chassisId, bytes);
    },

    async *commitsBefore(chassisId, before) {
      const end = commitsAt(before);
      for (const [key, bytes] of commitsOf(chassisId).reverse()) if (key < end) yield decodeCommit(chassisId, bytes);
    },

    bytesOf: ({ record }) => encodeRecord(record).length,

    async save(write) {
      for (const commit of write.commits) {
        const stored = commits.get(commit.chassisId) ?? new Map<string, Uint8Array>();
        commits.set(commit.chassisId, stored.set(commitKey(commit), encodeCommit(commit)));
      }
      if (write.bucket !== null) usedBuckets.add(bucketName(write.bucket));
      putRecord(write);
    },

    async buckets() {
      return [...usedBuckets].sort().map(bucketNamed);
    },

    async page({ bucket, prefix, after, limit }) {
      const range = idRange({ prefix, after });
      if (range === null) return { chassisIds: [], next: null };
      const found = idsIn(bucketName(bucket)).filter((id) => id >= range.first && id <= range.last);
      return pageOf(found, limit);
    },

    async count(bucket) {
      return idsIn(bucketName(bucket)).length;
    },

    async due(now, limit) {
      const found = [...records].flatMap(([chassisId, { due }]) =>
        due === null || due > sortableTime(now) ? [] : [{ chassisId, dueAt: Date.parse(due) }],
      );
      return found.sort((a, b) => a.dueAt - b.dueAt).slice(0, limit);
    },

    async check() {},
  };
};

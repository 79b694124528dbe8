import { RevisionConflict } from "../domain/errors.ts";
import type {
  ChassisWrite,
  DueIndex,
  FleetIndex,
  FleetPageRequest,
  FleetPart,
  HealthProbe,
  TwinStore,
} from "../ports.ts";
import { decodeCommit, decodeRecord, encodeCommit, encodeRecord } from "./codec.ts";
import { type DueTime, dueToStore } from "./due-times.ts";
import { entryText, partName, partOf, partsNamed } from "./fleet-entries.ts";
import { entryRange, pageOf } from "./fleet-pages.ts";
import { commitKey, commitsAt, sortableTime } from "./keys.ts";

interface StoredRecord {
  readonly revision: number;
  readonly bytes: Uint8Array;
  /** The name of the part of the fleet index that shows the chassis, and its entry there. */
  readonly part: string;
  readonly entry: string;
  readonly due: DueTime;
}

/** Keeps chassis in memory, encoded, so that nobody can change what is stored but by a write. */
export const memoryStore = (): TwinStore & FleetIndex & DueIndex & HealthProbe => {
  const records = new Map<string, StoredRecord>();
  const commits = new Map<string, Map<string, Uint8Array>>();
  const usedParts = new Set<string>();

  const read = (chassisId: string, { revision, bytes }: StoredRecord) => decodeRecord({ chassisId, revision }, bytes);

  const commitsOf = (chassisId: string): [key: string, bytes: Uint8Array][] =>
    [...(commits.get(chassisId) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));

  const entriesIn = (named: FleetPart, wanted: Pick<FleetPageRequest, "prefix" | "after">): readonly string[] => {
    const range = entryRange(wanted);
    const name = partName(named);
    return [...records.values()].flatMap(({ part, entry }) =>
      part === name && range !== null && entry >= range.first && entry <= range.last ? [entry] : [],
    );
  };

  const putRecord = (write: ChassisWrite): void => {
    const { record, expectedRevision, findings, dueAt } = write;
    const { chassisId, revision } = record;
    const stored = records.get(chassisId);
    if ((stored?.revision ?? 0) !== expectedRevision) throw new RevisionConflict(chassisId, expectedRevision);
    const due = dueToStore({
      stored: stored?.due,
      wanted: dueAt === null ? null : sortableTime(dueAt),
      bringsEvents: revision !== expectedRevision,
    });
    const shown = { part: partName(partOf(write)), entry: entryText({ chassisId, findings }) };
    records.set(chassisId, { revision, bytes: encodeRecord(record), ...shown, due });
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
        const bytes = encodeCommit(commit);
        commits.set(commit.chassisId, stored.set(commitKey(commit, bytes), bytes));
      }
      usedParts.add(partName(partOf(write)));
      putRecord(write);
    },

    async parts() {
      return [...usedParts].flatMap(partsNamed);
    },

    async page({ part, limit, ...wanted }) {
      return pageOf(entriesIn(part, wanted), limit);
    },

    async count(part, prefix) {
      return entriesIn(part, { prefix }).length;
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

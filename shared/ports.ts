import type { ChassisRecord, Commit } from "./domain/chassis-record.ts";
import type { ChassisEvent } from "./domain/events.ts";
import type { FindingsOfCode, FleetBucket } from "./domain/fleet.ts";
import type { Notification } from "./domain/notifications.ts";
import type { Moment } from "./domain/state.ts";

/** What one write of a chassis changes: everything in it or, but for the commits, nothing. */
export interface ChassisWrite {
  readonly record: ChassisRecord;
  /** The revision that the stored record must still have; 0 when there must be none. */
  readonly expectedRevision: number;
  /** Events spilled from the record; stored first, and harmless if the record's write then fails. */
  readonly commits: readonly Commit[];
  /** Where the fleet index shows the chassis; `null` when that is among the retired. */
  readonly bucket: FleetBucket | null;
  /** What the fleet index tells of its open findings. */
  readonly findings: readonly FindingsOfCode[];
  /**
   * When the twin next changes without an event; `null` when it does not. A write that brings events may leave an
   * earlier time stored; one that brings none, at the same revision, stores exactly this.
   */
  readonly dueAt: Moment | null;
  /** The moment at which the twin was looked at for this write: `bucket` and `dueAt` say how it was then. */
  readonly evaluatedAt: Moment;
}

/** A record with what is stored beside it. */
export type StoredRecord = Pick<ChassisWrite, "record" | "bucket" | "findings" | "dueAt" | "evaluatedAt">;

/** A chassis as a write left it. */
export type StoredTwin = Pick<ChassisWrite, "record" | "evaluatedAt">;

/** What one write put, and in place of what; `null` for the first write of a chassis. */
export interface TwinChange {
  readonly before: StoredTwin | null;
  readonly after: StoredTwin;
}

/** Keeps one record and the commits of each chassis. Reads see every write that was acknowledged before. */
export interface TwinStore {
  /** The record of a chassis, or `null` for one never heard of. */
  load(chassisId: string): Promise<ChassisRecord | null>;
  /** The records of those of the chassis that have one, in any order; may lag writes by moments. */
  loadMany(chassisIds: readonly string[]): Promise<readonly ChassisRecord[]>;
  /** The commits whose newest event is at `from` or later, oldest first, read as they are asked for. */
  commitsFrom(chassisId: string, from: Moment): AsyncIterable<Commit>;
  /** The commits whose newest event is before `before`, newest first, read as they are asked for. */
  commitsBefore(chassisId: string, before: Moment): AsyncIterable<Commit>;
  /** How many bytes the store would keep for a record: what a write of it costs follows from that. */
  bytesOf(write: StoredRecord): number;
  /** Stores a write. Throws `RevisionConflict` when the stored revision is another than expected. */
  save(write: ChassisWrite): Promise<void>;
}

/** Reads the commits of a chassis. */
export type CommitReader = Pick<TwinStore, "commitsFrom" | "commitsBefore">;

/** What is read of the fleet index at a time: some of the chassis of a bucket, or some of the retired ones. */
export interface FleetPart {
  readonly group: FleetBucket | "retired";
  readonly shard: number;
}

/** A chassis as the fleet index shows it. */
export interface FleetEntry {
  readonly chassisId: string;
  readonly findings: readonly FindingsOfCode[];
}

/** Chassis of one part, in the order of their identifiers. */
export interface FleetPage {
  readonly entries: readonly FleetEntry[];
  /** Where the next page begins; `null` when there is none. */
  readonly next: string | null;
}

/** Which page of a part to read. */
export interface FleetPageRequest {
  readonly part: FleetPart;
  readonly prefix?: string | undefined;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Finds chassis by what they have in common. Lags the twins by seconds. */
export interface FleetIndex {
  /** Every part that was ever in use. */
  parts(): Promise<readonly FleetPart[]>;
  /** One page of the chassis in a part. */
  page(request: FleetPageRequest): Promise<FleetPage>;
  /** How many chassis are in a part whose identifiers begin with the prefix, if one is given. */
  count(part: FleetPart, prefix?: string): Promise<number>;
}

/** A chassis whose stored due time has passed. */
export interface DueChassis {
  readonly chassisId: string;
  readonly dueAt: Moment;
}

/** Finds chassis whose twins change though nothing is reported. Lags the twins by moments. */
export interface DueIndex {
  /** The chassis whose due time is `now` or earlier, the earliest first; at most `limit` of them. */
  due(now: Moment, limit: number): Promise<readonly DueChassis[]>;
}

/** The events of one chassis that travel together. */
export interface BusEntry {
  readonly chassisId: string;
  readonly events: readonly ChassisEvent[];
}

/** Takes events for projection. */
export interface EventBus {
  /** Publishes entries durably and answers, entry by entry, whether the bus took it. */
  publish(entries: readonly BusEntry[]): Promise<readonly boolean[]>;
}

/** Tells whoever listens how twins changed. */
export interface Announcer {
  /** Publishes notifications and answers, one by one, whether the bus took it. */
  announce(notifications: readonly Notification[]): Promise<readonly boolean[]>;
}

/** Takes what can never be processed, with the reason. */
export interface DeadLetters {
  bury(message: string, reason: string): Promise<void>;
}

/** Tells whether a service we depend on answers. */
export interface HealthProbe {
  check(): Promise<void>;
}

/** Tells the time. */
export type Clock = () => Moment;

/** Lets so many milliseconds pass. */
export type Pause = (milliseconds: number) => Promise<unknown>;

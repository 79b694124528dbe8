import type { ChassisRecord, Commit } from "../../shared/domain/chassis-record.ts";
import type { EventOf } from "../../shared/domain/events.ts";
import type { FleetBucket } from "../../shared/domain/fleet.ts";
import { stateAfter } from "../../shared/domain/record-growth.ts";
import { initialState, type Moment, type TwinState } from "../../shared/domain/state.ts";
import type { ChassisWrite } from "../../shared/ports.ts";

/** The moment that the examples begin at. */
export const START: Moment = Date.parse("2026-03-01T08:00:00.000Z");

/** A removal of M2, so many milliseconds after the start, with members that no schema knows. */
export const exampleEvent = (chassisId: string, afterMs = 0): EventOf<"module.removed"> => ({
  specversion: "1.0",
  id: `removal-${afterMs}`,
  source: "urn:example:collector",
  type: "module.removed",
  subject: chassisId,
  time: new Date(START + afterMs).toISOString(),
  traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  data: { slot: "M2", position: { shelf: 4, label: null } },
});

/** A record of a revision, whose tail is one event. */
export const exampleRecord = (chassisId: string, revision = 1): ChassisRecord => {
  const base: TwinState = { ...initialState(), eventCount: revision - 1, phase: "up", activeSlot: "M1" };
  const tail = [{ event: exampleEvent(chassisId, revision), folded: false }];
  return {
    chassisId,
    revision,
    base,
    baseRecordedAt: revision > 1 ? START : null,
    tail,
    head: stateAfter(base, tail),
    stale: [{ from: START, revision, recordedAt: START + 5 }],
  };
};

/** A commit of two events, the newer so many milliseconds after the start. */
export const exampleCommit = (chassisId: string, newestMs: number, revision = 1): Commit => ({
  chassisId,
  revision,
  checkpoint: { ...initialState(), eventCount: 7 },
  checkpointRecordedAt: START - 20,
  events: [exampleEvent(chassisId, newestMs - 10), exampleEvent(chassisId, newestMs)],
});

/** A bucket of chassis in good order, but for what is said otherwise. */
export const exampleBucket = (otherwise: Partial<FleetBucket> = {}): FleetBucket => ({
  activeSlot: "M1",
  redundancy: "ready",
  sync: "in-sync",
  bootSource: "primary-flash",
  switchoverReady: "true",
  severity: "none",
  ...otherwise,
});

/** The first write of a chassis, but for what is said otherwise. */
export const exampleWrite = (chassisId: string, otherwise: Partial<ChassisWrite> = {}): ChassisWrite => ({
  record: exampleRecord(chassisId),
  expectedRevision: 0,
  commits: [],
  bucket: exampleBucket(),
  findings: [],
  dueAt: null,
  evaluatedAt: START,
  ...otherwise,
});

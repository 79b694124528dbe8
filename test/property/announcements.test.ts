import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { notificationsOf } from "../../functions/announce-changes/announce-changes.ts";
import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import { describeTwin } from "../../shared/domain/describe.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { advance, fold, orderedForFold } from "../../shared/domain/fold.ts";
import type { Notification } from "../../shared/domain/notifications.ts";
import { initialState } from "../../shared/domain/state.ts";
import { timestamp } from "../../shared/domain/timestamp.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import type { StoredTwin, TwinChange } from "../../shared/ports.ts";
import { type Arrivals, arrivalsOf, slightlyLate } from "../support/arrivals.ts";
import { runs } from "../support/property.ts";
import { simulate } from "../support/simulator/simulator.ts";

const CHASSIS = "bxr-lab-01";
const NOW = Date.parse("2026-02-01T00:00:00.000Z");

/** A write, and all events that were known after it. */
interface Write {
  readonly change: TwinChange;
  readonly known: readonly ChassisEvent[];
}

/** Projects arrivals batch by batch and answers every write, and what it is announced by once all is written. */
const announcedWrites = async (arrivals: Arrivals) => {
  const memory = memoryStore();
  const writes: Write[] = [];
  const known: ChassisEvent[] = [];
  let stored: StoredTwin | null = null;
  const store = {
    ...memory,
    async save(write: Parameters<typeof memory.save>[0]) {
      await memory.save(write);
      const after = { record: write.record, evaluatedAt: write.evaluatedAt };
      writes.push({ change: { before: stored, after }, known: [...new Set(known)] });
      stored = after;
    },
  };
  for (const events of arrivals) {
    known.push(...events);
    await projectChassis(store, { chassisId: CHASSIS, events }, () => NOW);
  }
  return Promise.all(
    writes.map(async ({ change, known }) => ({ known, notifications: await notificationsOf(memory, change) })),
  );
};

/** The switchovers that the plain fold of events finds, which stores nothing. */
const switchoversOf = (events: readonly ChassisEvent[]): readonly string[] => {
  const { state, followed } = fold(initialState(), orderedForFold(events));
  const all = state.lastSwitchover === null ? followed : [...followed, state.lastSwitchover];
  return all.map(({ from, at }) => `${from} at ${timestamp(at)}`);
};

const announcedSwitchovers = (notifications: readonly Notification[]): readonly string[] =>
  notifications.flatMap(({ data }) =>
    "switchover" in data ? [`${data.switchover.from} at ${data.switchover.at}`] : [],
  );

const plainTwin = (events: readonly ChassisEvent[]): Twin => {
  const { state } = fold(initialState(), orderedForFold(events));
  return describeTwin({ chassisId: CHASSIS, state: advance(state, NOW), revision: state.eventCount, asOf: NOW });
};

/** What one knows of a chassis who hears its notifications only. */
class Listener {
  readonly words = new Map<string, string>();
  readonly findings: string[] = [];

  hear({ type, data }: Notification): void {
    if ("before" in data) {
      expect(data.before).toBe(this.words.get(type) ?? "unknown");
      this.words.set(type, data.after);
    } else if (type === "twin.finding-opened") {
      this.findings.push(data.finding.code);
    } else if (type === "twin.finding-closed") {
      const index = this.findings.indexOf(data.finding.code);
      expect(index).not.toBe(-1);
      this.findings.splice(index, 1);
    }
  }
}

const history = fc.record({ seed: fc.nat(), actions: fc.integer({ min: 1, max: 12 }) });

const anyArrivals = history.chain(({ seed, actions }) => {
  const { events } = simulate({ seed, actions, chassisId: CHASSIS });
  return fc.oneof(arrivalsOf(events), slightlyLate(events, 30));
});

describe("announcements", () => {
  test("name switchovers that the write added, and as many as it did, in whatever order events arrive", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrivals, async (arrivals) => {
        let before: readonly string[] = [];
        for (const { known, notifications } of await announcedWrites(arrivals)) {
          const after = switchoversOf(known);
          const announced = announcedSwitchovers(notifications);
          expect(after).toEqual(expect.arrayContaining([...announced]));
          expect(announced.filter((switchover) => before.includes(switchover))).toEqual([]);
          expect(announced.length).toBeGreaterThanOrEqual(after.length - before.length);
          before = after;
        }
      }),
      runs(40),
    );
  });

  test("tell, one after another, how the twin is", async () => {
    await fc.assert(
      fc.asyncProperty(anyArrivals, async (arrivals) => {
        const listener = new Listener();
        for (const { known, notifications } of await announcedWrites(arrivals)) {
          for (const notification of notifications) listener.hear(notification);
          const twin = plainTwin(known);
          expect(listener.words.get("twin.redundancy-changed") ?? "unknown").toBe(twin.redundancy);
          expect(listener.words.get("twin.sync-changed") ?? "unknown").toBe(twin.sync.status);
          expect([...listener.findings].sort()).toEqual(twin.findings.map(({ code }) => code).sort());
        }
      }),
      runs(40),
    );
  });
});

import { notificationsOf } from "../../../functions/announce-changes/announce-changes.ts";
import { projectChassis } from "../../../functions/project-events/project-chassis.ts";
import { watchDeadlines } from "../../../functions/watch-deadlines/watch-deadlines.ts";
import { memoryStore } from "../../../shared/adapters/memory-store.ts";
import type { Notification } from "../../../shared/domain/notifications.ts";
import type { StoredTwin, TwinChange, TwinStore } from "../../../shared/ports.ts";
import { eventsOf, type Line, STORY_START } from "../../support/chassis-story.ts";

/** The chassis of these stories. */
export const RACK = "bxr-lab-01";

/** A store in memory that remembers its writes, as a stream does, a clock that a test moves, and the watch. */
export const announceWorld = () => {
  const memory = memoryStore();
  const changes: TwinChange[] = [];
  let stored: StoredTwin | null = null;
  let now = STORY_START;
  const clock = () => now;
  const store: TwinStore = {
    ...memory,
    async save(write) {
      await memory.save(write);
      const after = { record: write.record, evaluatedAt: write.evaluatedAt };
      changes.push({ before: stored, after });
      stored = after;
    },
  };

  return {
    store,
    /** Every write so far. */
    changes,
    /** Moves the clock, to so many seconds after the start of the story. */
    at(seconds: number): void {
      now = STORY_START + seconds * 1000;
    },
    /** Makes the twin count what happens, in one write. */
    happen: (lines: readonly Line[]): Promise<unknown> =>
      projectChassis(store, { chassisId: RACK, events: eventsOf(lines, RACK) }, clock),
    /** Looks for deadlines that have passed. */
    watch: () => watchDeadlines({ store, dueIndex: memory, clock, logger: { error: () => undefined } }),
    /** What the last write is announced by. */
    async announced(): Promise<readonly Notification[]> {
      const change = changes.at(-1);
      return change === undefined ? [] : await notificationsOf(store, change);
    },
  };
};

/** A notification in few words, for comparison. */
export const inShort = ({ type, data }: Notification): string => {
  const kind = type.replace("twin.", "");
  if ("switchover" in data) return `${kind} ${data.switchover.from} to ${data.switchover.to} at ${data.switchover.at}`;
  if ("finding" in data) return [kind, data.finding.code, ...data.finding.slots].join(" ");
  return `${kind} ${data.before} to ${data.after}`;
};

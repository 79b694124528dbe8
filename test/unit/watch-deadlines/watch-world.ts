import type { Context, ScheduledEvent } from "aws-lambda";
import { projectChassis } from "../../../functions/project-events/project-chassis.ts";
import { watchDeadlinesOnSchedule } from "../../../functions/watch-deadlines/schedule.ts";
import { memoryStore } from "../../../shared/adapters/memory-store.ts";
import type { FleetBucket } from "../../../shared/domain/fleet.ts";
import type { DueIndex, TwinStore } from "../../../shared/ports.ts";
import { eventsOf, IN_GOOD_ORDER, type Line, STORY_START } from "../../support/chassis-story.ts";

/** The end of any time at which something may be due. */
const FOR_EVER = Date.parse("2200-01-01T00:00:00.000Z");

/** A store in memory, a clock that a test moves, and the watch. Moments are seconds after the start of the stories. */
export const watchWorld = (replacing: Partial<TwinStore & DueIndex> = {}) => {
  const store = memoryStore();
  let now = STORY_START;
  const clock = () => now;
  const logged: { readonly level: string; readonly message: unknown; readonly details: unknown }[] = [];
  const note =
    (level: string) =>
    (message: unknown, ...[details]: unknown[]) =>
      void logged.push({ level, message, details });
  const watched = { ...store, ...replacing };
  const dependencies = {
    store: watched,
    dueIndex: watched,
    clock,
    logger: { error: note("error"), warn: note("warn") },
  };
  const handler = watchDeadlinesOnSchedule(dependencies);

  return {
    store,
    dependencies,
    logged,
    /** Moves the clock. */
    at(seconds: number): void {
      now = STORY_START + seconds * 1000;
    },
    /** Makes the twin of a chassis count what happens to it. */
    happen: (chassisId: string, lines: readonly Line[], into: TwinStore = store): Promise<unknown> =>
      projectChassis(into, { chassisId, events: eventsOf(lines, chassisId) }, clock),
    /** Runs the watch, with so many milliseconds of the function's time. */
    watch: (remainingMs = 30_000) => handler(SCHEDULE, invocation(remainingMs)),
    /** The bucket in which the fleet index shows a chassis. */
    async bucketOf(chassisId: string): Promise<FleetBucket | undefined> {
      for (const part of await store.parts()) {
        const { entries } = await store.page({ part, limit: 100 });
        if (part.group !== "retired" && entries.some((entry) => entry.chassisId === chassisId)) return part.group;
      }
      return undefined;
    },
    /** When the chassis will be due that the due index knows of. */
    async dueTimes(): Promise<Readonly<Record<string, number>>> {
      const due = await store.due(FOR_EVER, 1000);
      return Object.fromEntries(due.map(({ chassisId, dueAt }) => [chassisId, (dueAt - STORY_START) / 1000]));
    },
  };
};

/** A chassis in good order that a poll has shown, at some second, to be so, and that is polled again within 100 s. */
export const polledAt = (seconds: number): Line => [
  seconds,
  "chassis.observed",
  {
    startedAt: new Date(STORY_START + seconds * 1000).toISOString(),
    nextWithinSeconds: 100,
    modules: [
      { slot: "M1", status: "running", role: "active" },
      { slot: "M2", status: "running", role: "standby", standbyState: "ready" },
    ],
  },
];

/** A chassis in good order, polled at second 0. */
export const POLLED: readonly Line[] = [...IN_GOOD_ORDER, polledAt(0)];

const SCHEDULE: ScheduledEvent = {
  version: "0",
  id: "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: "2026-01-01T00:00:00Z",
  region: "us-east-1",
  resources: ["arn:aws:events:us-east-1:000000000000:rule/every-minute"],
  detail: {},
};

const invocation = (remainingMs: number): Context => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName: "watch-deadlines",
  functionVersion: "$LATEST",
  invokedFunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:watch-deadlines",
  memoryLimitInMB: "512",
  awsRequestId: "test",
  logGroupName: "test",
  logStreamName: "test",
  getRemainingTimeInMillis: () => remainingMs,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
});

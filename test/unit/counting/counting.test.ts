import { describe, expect, it } from "@jest/globals";
import type { ScheduledEvent } from "aws-lambda";
import { announceChangesOnStream } from "../../../functions/announce-changes/stream.ts";
import { projectEventsConsumer } from "../../../functions/project-events/consumer.ts";
import { watchDeadlinesOnSchedule } from "../../../functions/watch-deadlines/schedule.ts";
import { memoryStore } from "../../../shared/adapters/memory-store.ts";
import { RevisionConflict } from "../../../shared/domain/errors.ts";
import type { DueChassis, TwinStore } from "../../../shared/ports.ts";
import { IN_GOOD_ORDER } from "../../support/chassis-story.ts";
import { announceWorld } from "../announce-changes/announce-world.ts";
import { recordOf } from "../announce-changes/stream-record.ts";
import { batch, chassisEntry, eventOf, invocation, SENT_AT, singleEvent } from "../project-events/queued.ts";
import { tally } from "./tally.ts";

const SCHEDULED: ScheduledEvent = {
  version: "0",
  id: "1",
  "detail-type": "Scheduled Event",
  source: "aws.events",
  account: "000000000000",
  time: "2026-01-01T00:00:00Z",
  region: "us-east-1",
  resources: [],
  detail: {},
};

const SILENT = { error: () => undefined, warn: () => undefined };
const KEEPS_NOTHING = { bury: async () => undefined };

const projection = (store: TwinStore = memoryStore()) => {
  const { count, sums } = tally();
  const clock = () => SENT_AT;
  const consume = projectEventsConsumer({ store, deadLetters: KEEPS_NOTHING, clock, count, logger: SILENT });
  return { sums, consume };
};

/** A store in which somebody else wins the first race. */
const contested = (): TwinStore => {
  const store = memoryStore();
  let lost = false;
  return {
    ...store,
    async save(write) {
      if (lost) return await store.save(write);
      lost = true;
      throw new RevisionConflict(write.record.chassisId, write.expectedRevision);
    },
  };
};

describe("operators see counted", () => {
  it("the events that were new to a twin, those that were not, and what was buried", async () => {
    const { consume, sums } = projection();
    const [a, b] = [eventOf("rack-1", "a"), eventOf("rack-1", "b")];

    await consume(batch({ one: chassisEntry("rack-1", [a, b, a]) }), invocation());
    await consume(batch({ two: singleEvent(b), three: "no JSON" }), invocation());

    expect(sums()).toEqual({ EventsProjected: 2, EventsRepeated: 2, MessagesBuried: 1 });
  });

  it("the races that a projection lost", async () => {
    const { consume, sums } = projection(contested());

    await consume(batch({ one: singleEvent(eventOf("rack-1", "a")) }), invocation());

    expect(sums()).toEqual({ EventsProjected: 1, RevisionConflicts: 1 });
  });

  it("nothing of a message that could not be buried", async () => {
    const { count, sums } = tally();
    const deadLetters = { bury: () => Promise.reject(new Error("no queue")) };
    const clock = () => SENT_AT;
    const consume = projectEventsConsumer({ store: memoryStore(), deadLetters, clock, count, logger: SILENT });

    await consume(batch({ one: "no JSON" }), invocation());

    expect(sums()).toEqual({});
  });

  it("the chassis that a run of the watch had no time for", async () => {
    const { count, sums } = tally();
    const due: DueChassis[] = ["rack-1", "rack-2"].map((chassisId) => ({ chassisId, dueAt: 0 }));
    const watch = watchDeadlinesOnSchedule({
      store: memoryStore(),
      dueIndex: { due: async () => due },
      clock: () => SENT_AT,
      count,
      logger: SILENT,
    });

    await watch(SCHEDULED, invocation(0));

    expect(sums()).toEqual({ DeadlinesLeft: 2 });
  });

  it("the notifications that the bus did not take, and the records of which none could be made", async () => {
    const { count, sums } = tally();
    const world = announceWorld();
    await world.happen(IN_GOOD_ORDER);
    const consume = announceChangesOnStream({
      commits: world.store,
      announcer: { announce: async (notifications) => notifications.map(() => false) },
      deadLetters: KEEPS_NOTHING,
      count,
      logger: SILENT,
    });
    const records = world.changes.map((change) => recordOf(change));

    await consume({ Records: records });
    expect(sums()).toEqual({ AnnouncementsFailed: 2 });

    await consume({
      Records: records.map((record) => ({ ...record, dynamodb: { ...record.dynamodb, NewImage: {} } })),
    });
    expect(sums()).toEqual({ AnnouncementsFailed: 3 });
  });
});

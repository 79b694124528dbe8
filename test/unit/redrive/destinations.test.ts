import { describe, expect, it } from "@jest/globals";
import { toBus, toQueue } from "../../../infra/redrive/destinations.ts";
import type { Letter } from "../../../infra/redrive/redrive.ts";
import type { PutEntry } from "../../../shared/adapters/put-events.ts";
import type { Notification } from "../../../shared/domain/notifications.ts";
import { IN_GOOD_ORDER } from "../../support/chassis-story.ts";
import { announceWorld, inShort } from "../announce-changes/announce-world.ts";
import { recordOf } from "../announce-changes/stream-record.ts";

const letter = (content: unknown): Letter => ({
  handle: "1",
  body: typeof content === "string" ? content : JSON.stringify(content),
  reason: null,
  sentAt: 0,
});

/** A bus that keeps what it takes, and a chassis of which one write is known. */
const busWorld = async ({ refuses = false } = {}) => {
  const world = announceWorld();
  await world.happen(IN_GOOD_ORDER);
  const entries: PutEntry[] = [];
  const announced: Notification[] = [];
  const destination = toBus({
    async put(entry) {
      entries.push(entry);
      return !refuses;
    },
    announcer: {
      async announce(notifications) {
        announced.push(...notifications);
        return notifications.map(() => !refuses);
      },
    },
    commits: world.store,
  });
  const [change] = world.changes;
  if (change === undefined) throw new Error("Nothing was written");
  return { destination, entries, announced, record: recordOf(change) };
};

const NOTIFICATION = { source: "chassis-twin", "detail-type": "twin.sync-changed", detail: { id: "1" } };

describe("a dead letter of events", () => {
  it("goes to the queue as it is", async () => {
    const sent: string[] = [];

    await toQueue(async (body) => void sent.push(body))(letter('{"broken'));

    expect(sent).toEqual(['{"broken']);
  });
});

describe("a lost announcement", () => {
  it("goes to the bus as it was to be put there", async () => {
    const { destination, entries } = await busWorld();

    await destination(letter(NOTIFICATION));

    expect(entries).toEqual([{ source: "chassis-twin", detailType: "twin.sync-changed", detail: '{"id":"1"}' }]);
  });

  it("that is a record of the stream is made of it anew", async () => {
    const { destination, announced, record } = await busWorld();

    await destination(letter(record));

    expect(announced.map(inShort)).toEqual(["redundancy-changed unknown to ready", "sync-changed unknown to in-sync"]);
  });

  it.each([
    ["that only points to the stream", { DDBStreamBatchInfo: { shardId: "1" } }, "points to records"],
    ["that is neither notification nor record", { hello: "world" }, "neither a notification nor a record"],
    ["that is not JSON", '{"broken', "not JSON"],
  ])("%s is not accepted", async (_, content, why) => {
    const { destination } = await busWorld();

    await expect(destination(letter(content))).rejects.toThrow(why);
  });

  it("is not accepted while the bus does not take it", async () => {
    const { destination, record } = await busWorld({ refuses: true });

    await expect(destination(letter(NOTIFICATION))).rejects.toThrow("the bus did not take it");
    await expect(destination(letter(record))).rejects.toThrow("the bus did not take it");
  });
});

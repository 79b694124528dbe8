import { describe, expect, it } from "@jest/globals";
import type { DynamoDBRecord } from "aws-lambda";
import { announceChangesOnStream } from "../../../functions/announce-changes/stream.ts";
import type { Notification } from "../../../shared/domain/notifications.ts";
import { IN_GOOD_ORDER, type Line } from "../../support/chassis-story.ts";
import { announceWorld, inShort } from "./announce-world.ts";
import { recordOf } from "./stream-record.ts";

const REMOVAL: Line = [0, "module.removed", { slot: "M2" }, { id: "removal" }];

/** Two writes of a chassis, and a consumer that keeps what it publishes and buries. */
const streamWorld = async ({ refuses = false, buries = true } = {}) => {
  const world = announceWorld();
  await world.happen(IN_GOOD_ORDER);
  world.at(10);
  await world.happen([REMOVAL]);
  const published: Notification[] = [];
  const buried: { readonly message: string; readonly reason: string }[] = [];
  const logged: unknown[] = [];
  const consume = announceChangesOnStream({
    commits: world.store,
    announcer: {
      async announce(notifications) {
        if (!refuses) published.push(...notifications);
        return notifications.map(() => !refuses);
      },
    },
    deadLetters: {
      async bury(message, reason) {
        if (!buries) throw new Error("no queue");
        buried.push({ message, reason });
      },
    },
    logger: { error: (message) => void logged.push(message) },
  });
  const records = world.changes.map((change, index) => recordOf(change, index + 1));
  return { consume, records, published, buried, logged };
};

const FIRST = ["redundancy-changed unknown to ready", "sync-changed unknown to in-sync"];
const SECOND = [
  "redundancy-changed ready to simplex",
  "sync-changed in-sync to not-applicable",
  "finding-opened standby-missing M2",
];

describe("the consumer of the stream", () => {
  it("publishes how each write changed the twin", async () => {
    const { consume, records, published } = await streamWorld();

    expect(await consume({ Records: records })).toEqual({ batchItemFailures: [] });

    expect(published.map(inShort)).toEqual([...FIRST, ...SECOND]);
  });

  it("passes over commits, buckets and removals", async () => {
    const { consume, records, published, buried } = await streamWorld();
    const others: DynamoDBRecord[] = [
      { eventName: "INSERT", dynamodb: { Keys: { pk: { S: "C#a" }, sk: { S: "E#2026#x" } }, NewImage: {} } },
      { eventName: "MODIFY", dynamodb: { Keys: { pk: { S: "FLEET" }, sk: { S: "BUCKETS" } }, NewImage: {} } },
      ...records.map((record): DynamoDBRecord => ({ ...record, eventName: "REMOVE" })),
      {},
    ];

    expect(await consume({ Records: others })).toEqual({ batchItemFailures: [] });

    expect([...published, ...buried]).toEqual([]);
  });

  it("takes the last receipt for the moment of a write that an earlier version made", async () => {
    const { consume, records, published } = await streamWorld();
    for (const { dynamodb } of records) {
      delete dynamodb?.NewImage?.["e"];
      delete dynamodb?.OldImage?.["e"];
    }

    await consume({ Records: records });

    expect(published.map(inShort)).toEqual([...FIRST, ...SECOND]);
  });

  it("buries a record that it cannot read, with the reason, and goes on", async () => {
    const { consume, records, published, buried, logged } = await streamWorld();
    const [first, second] = records;
    const damaged = {
      ...first,
      dynamodb: { ...first?.dynamodb, NewImage: { ...first?.dynamodb?.NewImage, d: { B: "AQID" } } },
    };

    expect(await consume({ Records: [damaged, second ?? {}] })).toEqual({ batchItemFailures: [] });

    expect(published.map(inShort)).toEqual(SECOND);
    expect(buried).toEqual([{ message: JSON.stringify(damaged), reason: "UnreadableItem: stored data is damaged" }]);
    expect(logged).toEqual(["Could not announce a change"]);
  });

  it("buries what the bus does not take, as the bus would have delivered it", async () => {
    const { consume, records, buried } = await streamWorld({ refuses: true });

    expect(await consume({ Records: records.slice(1) })).toEqual({ batchItemFailures: [] });

    const letters = buried.map(({ message }) => JSON.parse(message));
    expect(letters.map(({ detail }) => inShort(detail))).toEqual(SECOND);
    expect(letters[0]).toMatchObject({ source: "chassis-twin", "detail-type": "twin.redundancy-changed" });
    expect(new Set(buried.map(({ reason }) => reason))).toEqual(new Set(["the bus did not take it"]));
  });

  it("asks for the batch again from the record on that it can neither announce nor bury", async () => {
    const { consume, records } = await streamWorld({ refuses: true, buries: false });

    expect(await consume({ Records: records })).toEqual({ batchItemFailures: [{ itemIdentifier: "1" }] });
  });
});

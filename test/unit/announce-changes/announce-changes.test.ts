import { describe, expect, it } from "@jest/globals";
import { notificationsOf } from "../../../functions/announce-changes/announce-changes.ts";
import { Notification } from "../../../shared/domain/notifications.ts";
import { IN_GOOD_ORDER, type Line, momentAt } from "../../support/chassis-story.ts";
import { polledAt } from "../watch-deadlines/watch-world.ts";
import { announceWorld, inShort, RACK } from "./announce-world.ts";

const inGoodOrder = async () => {
  const world = announceWorld();
  await world.happen(IN_GOOD_ORDER);
  return world;
};

/** Lines with ids that no line before has. */
const then = (name: string, lines: readonly Line[]): readonly Line[] =>
  lines.map(([seconds, type, data = {}, attributes = {}], index) => [
    seconds,
    type,
    data,
    { id: `${name}-${index}`, ...attributes },
  ]);

/** The active module fails, and the other one says that it has taken over. */
const switchover = (seconds: number, from: "M1" | "M2", to: "M1" | "M2"): readonly Line[] => [
  [seconds, "module.removed", { slot: from }],
  [seconds + 2, "module.role-changed", { slot: to, to: "active" }],
  [seconds + 60, "module.inserted", { slot: from }],
  [seconds + 120, "module.booted", { slot: from, bootSource: "primary-flash" }],
];

describe("what a write is announced by", () => {
  it("is a switchover, what it did to redundancy and sync, and the findings that it opened", async () => {
    const { at, happen, announced } = await inGoodOrder();

    at(10);
    await happen(then("pull", switchover(0, "M1", "M2").slice(0, 2)));

    const notifications = await announced();
    expect(notifications.map(inShort)).toEqual([
      `switchover-detected M1 to M2 at ${momentAt(2)}`,
      "redundancy-changed ready to simplex",
      "sync-changed in-sync to not-applicable",
      "finding-opened standby-missing M1",
      "finding-opened role-not-default M2",
    ]);
    expect(notifications[0]).toEqual({
      specversion: "1.0",
      id: expect.any(String),
      source: "chassis-twin",
      type: "twin.switchover-detected",
      subject: RACK,
      time: momentAt(10),
      datacontenttype: "application/json",
      data: {
        message: "The active role moved from M1 to M2; cause: active-removed.",
        revision: IN_GOOD_ORDER.length + 2,
        switchover: {
          from: "M1",
          to: "M2",
          cause: "active-removed",
          at: momentAt(2),
          approximate: false,
          confirmedBy: [],
          sessionsClosed: 2,
          configuration: "kept",
        },
      },
    });
    expect(notifications[1]?.data).toMatchObject({
      since: momentAt(2),
      evidence: [{ source: "collector.example", id: "pull-1" }],
    });
    expect(notifications.map((notification) => Notification.parse(notification))).toEqual(notifications);
  });

  it("is, for the first write of a chassis, how it is", async () => {
    const { announced } = await inGoodOrder();

    expect((await announced()).map(inShort)).toEqual([
      "redundancy-changed unknown to ready",
      "sync-changed unknown to in-sync",
    ]);
  });

  it("is nothing when the twin is as it was", async () => {
    const { happen, announced } = await inGoodOrder();

    await happen(then("again", [[-30, "standby.ready", { slot: "M2" }]]));

    expect(await announced()).toEqual([]);
  });

  it("names every switchover of the write", async () => {
    const { at, happen, announced } = await inGoodOrder();

    at(1000);
    await happen(
      then("night", [...switchover(0, "M1", "M2"), ...switchover(300, "M2", "M1"), ...switchover(600, "M1", "M2")]),
    );

    expect((await announced()).map(inShort).filter((text) => text.startsWith("switchover"))).toEqual([
      `switchover-detected M1 to M2 at ${momentAt(2)}`,
      `switchover-detected M2 to M1 at ${momentAt(302)}`,
      `switchover-detected M1 to M2 at ${momentAt(602)}`,
    ]);
  });

  it("leaves out a finding that was opened and closed within the write", async () => {
    const { at, happen, announced } = await inGoodOrder();

    at(10);
    await happen(
      then("port", [
        [0, "management-port.down", { slot: "M2" }],
        [5, "management-port.up", { slot: "M2" }],
      ]),
    );

    expect(await announced()).toEqual([]);
  });

  it("closes what was open, and the findings of a chassis that is retired", async () => {
    const { at, happen, announced } = await inGoodOrder();
    at(10);
    await happen(then("port", [[0, "management-port.down", { slot: "M2" }]]));
    expect((await announced()).map(inShort)).toEqual(["finding-opened standby-port-down M2"]);

    at(20);
    await happen(then("end", [[15, "chassis.retired"]]));

    const [closed, ...others] = await announced();
    expect(others).toEqual([]);
    expect(closed).toMatchObject({
      type: "twin.finding-closed",
      data: {
        message: expect.stringMatching(/^No longer so: The management port of the standby/),
        finding: { code: "standby-port-down", since: momentAt(0) },
      },
    });
  });

  it.each([
    ["may have been interrupted when something was overwritten", true, "may have been interrupted"],
    ["was probably not when nothing was", undefined, "probably not interrupted"],
  ])("says of an interface module in sync again that its traffic %s", async (_, overwritten, words) => {
    const { at, happen, announced } = await inGoodOrder();
    at(10);
    await happen(then("out", [[0, "interface-module.out-of-sync", { slot: "S3" }]]));
    expect((await announced()).map(inShort)).toEqual(["finding-opened interface-module-out-of-sync S3"]);

    await happen(then("in", [[5, "interface-module.resynced", { slot: "S3", overwritten }]]));

    const notifications = await announced();
    expect(notifications.map(inShort)).toEqual(["finding-closed interface-module-out-of-sync S3"]);
    expect(notifications[0]?.data.message).toContain(words);
  });
});

describe("time that passes", () => {
  it("is announced by the watch's write, once, though that changes no event", async () => {
    const { at, happen, watch, announced, changes } = await inGoodOrder();
    await happen(then("poll", [polledAt(0)]));

    at(160);
    await watch();
    expect((await announced()).map(inShort)).toContain("finding-opened silent");
    expect((await announced()).at(0)?.time).toBe(momentAt(160));

    at(170);
    await happen(then("session", [[165, "session.opened", { sessionId: "s", kind: "cli" }]]));
    expect(await announced()).toEqual([]);
    expect(changes.map(({ after }) => after.record.revision)).toEqual([13, 14, 14, 15]);
  });

  it("is announced by the next event's write when the watch has not come by", async () => {
    const { at, happen, announced } = await inGoodOrder();
    await happen(then("poll", [polledAt(0)]));

    at(170);
    await happen(then("session", [[165, "session.opened", { sessionId: "s", kind: "cli" }]]));

    expect((await announced()).map(inShort)).toContain("finding-opened silent");
  });

  it("brings an event that was dated ahead", async () => {
    const { at, happen, watch, announced } = await inGoodOrder();
    await happen(then("ahead", switchover(100, "M1", "M2").slice(0, 2)));
    expect(await announced()).toEqual([]);

    at(110);
    await watch();

    expect((await announced()).map(inShort)).toContain(`switchover-detected M1 to M2 at ${momentAt(102)}`);
  });

  it("does not go back when the clock of the next writer is behind", async () => {
    const { at, happen, watch, announced } = await inGoodOrder();
    await happen(then("poll", [polledAt(0)]));
    at(160);
    await watch();

    at(140);
    await happen(then("session", [[130, "session.opened", { sessionId: "s", kind: "cli" }]]));

    expect(await announced()).toEqual([]);
  });
});

describe("late events", () => {
  /** A chassis whose record has let go of all that happened in the first hour. */
  const longAgo = async () => {
    const world = await inGoodOrder();
    world.at(20_000);
    for (let hour = 1; hour <= 5; hour += 1) {
      await world.happen(
        then(
          `hour-${hour}`,
          Array.from(
            { length: 10 },
            (_, n): Line => [hour * 3600 + n, "session.opened", { sessionId: `s-${hour}-${n}`, kind: "cli" }],
          ),
        ),
      );
    }
    return world;
  };

  it("announce every switchover that they bring, also those that others followed", async () => {
    const { happen, announced } = await longAgo();

    await happen(then("late", [...switchover(300, "M1", "M2"), ...switchover(600, "M2", "M1")]));

    expect((await announced()).map(inShort).filter((text) => text.startsWith("switchover"))).toEqual([
      `switchover-detected M1 to M2 at ${momentAt(302)}`,
      `switchover-detected M2 to M1 at ${momentAt(602)}`,
    ]);
  });

  it("announce no switchover that was known, even when they date it anew", async () => {
    const { at, happen, announced } = await longAgo();
    at(30_000);
    await happen(then("known", switchover(20_500, "M1", "M2")));
    await happen(
      then(
        "filler",
        Array.from(
          { length: 30 },
          (_, n): Line => [21_000 + n, "session.opened", { sessionId: `f-${n}`, kind: "cli" }],
        ),
      ),
    );
    await happen(then("filler-2", [[21_100, "session.opened", { sessionId: "g", kind: "cli" }]]));

    await happen(
      then("late", [...switchover(300, "M1", "M2"), ...switchover(600, "M2", "M1"), ...switchover(900, "M1", "M2")]),
    );

    expect((await announced()).map(inShort).filter((text) => text.startsWith("switchover"))).toEqual([
      `switchover-detected M1 to M2 at ${momentAt(302)}`,
      `switchover-detected M2 to M1 at ${momentAt(602)}`,
    ]);
  });

  it("announce what they brought then, though more was written since", async () => {
    const { at, store, changes, happen } = await longAgo();
    await happen(then("late", [...switchover(300, "M1", "M2"), ...switchover(600, "M2", "M1")]));
    const late = changes.at(-1);
    at(40_000);
    await happen(then("later", switchover(30_000, "M1", "M2")));
    for (let n = 0; n < 40; n += 1) {
      await happen(then(`more-${n}`, [[31_000 + n, "session.opened", { sessionId: `m-${n}`, kind: "cli" }]]));
    }

    const notifications = late === undefined ? [] : await notificationsOf(store, late);

    expect(notifications.map(inShort).filter((text) => text.startsWith("switchover"))).toEqual([
      `switchover-detected M1 to M2 at ${momentAt(302)}`,
      `switchover-detected M2 to M1 at ${momentAt(602)}`,
    ]);
  });
});

describe("the id of a notification", () => {
  it("is the same whenever the same difference is announced, and another for every other", async () => {
    const { at, happen, announced, changes, store } = await inGoodOrder();
    at(2000);
    await happen(then("one", [...switchover(0, "M1", "M2"), ...switchover(300, "M2", "M1")]));
    await happen(then("two", switchover(600, "M1", "M2")));
    await happen(then("three", [[1000, "module.removed", { slot: "M1" }]]));
    await happen(then("four", [[1001, "module.inserted", { slot: "M1" }]]));

    const all = async () => (await Promise.all(changes.map((change) => notificationsOf(store, change)))).flat();
    const ids = (await all()).map(({ id }) => id);

    expect((await all()).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(10);
    expect(await announced()).not.toEqual([]);
  });
});

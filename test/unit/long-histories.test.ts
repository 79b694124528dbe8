import { describe, expect, test } from "@jest/globals";
import { projectChassis } from "../../functions/project-events/project-chassis.ts";
import { memoryStore } from "../../shared/adapters/memory-store.ts";
import { type Commit, newestOf } from "../../shared/domain/chassis-record.ts";
import { HistoryNotKept } from "../../shared/domain/errors.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { compareTwins } from "../../shared/history/compare-twins.ts";
import { eventHistory } from "../../shared/history/event-history.ts";
import { currentTwin, twinAt } from "../../shared/history/read-twin.ts";
import { switchoverHistory } from "../../shared/history/switchover-history.ts";
import type { TwinStore } from "../../shared/ports.ts";
import { contentOfTwin } from "../support/contents.ts";

const CHASSIS = "bxr-lab-01";
const START = Date.parse("2026-01-01T00:00:00.000Z");
const MINUTE = 60_000;

const momentOf = (minute: number): Moment => START + minute * MINUTE;

const changeAt = (minute: number, source = "urn:example:cli"): ChassisEvent => {
  const time = new Date(momentOf(minute)).toISOString();
  return {
    specversion: "1.0",
    id: `change-${minute}`,
    source,
    subject: CHASSIS,
    type: "config.changed",
    time,
    recordedtime: time,
    data: { revision: Math.round(minute * 10) },
  };
};

const ACTIVE: ChassisEvent = {
  ...changeAt(-1),
  type: "module.role-changed",
  data: { slot: "M1", to: "active" },
};

const clock = () => momentOf(100_000);

const projectInto = (store: TwinStore, ...events: readonly ChassisEvent[]) =>
  projectChassis(store, { chassisId: CHASSIS, events }, clock);

/** A store that shows only those commits of another one that something holds of, and counts them. */
const showing = (store: TwinStore, isShown: (commit: Commit) => boolean) => {
  const seen = { commits: 0 };
  const filtered = async function* (commits: AsyncIterable<Commit>) {
    for await (const commit of commits) {
      if (!isShown(commit)) continue;
      seen.commits += 1;
      yield commit;
    }
  };
  const shown: TwinStore = {
    ...store,
    commitsFrom: (chassisId, from) => filtered(store.commitsFrom(chassisId, from)),
    commitsBefore: (chassisId, before) => filtered(store.commitsBefore(chassisId, before)),
  };
  return { store: shown, seen };
};

describe("a reporter that is always two hours late, beside one that is not", () => {
  const MINUTES = 1500;
  const LATE = 120;

  const tell = async () => {
    const { store, seen } = showing(memoryStore(), () => true);
    const commitsRead: number[] = [];
    await projectInto(store, ACTIVE);
    for (let minute = 0; minute < MINUTES; minute += 1) {
      await projectInto(store, changeAt(minute));
      if (minute < LATE || minute % 10 !== 0) continue;
      seen.commits = 0;
      await projectInto(store, changeAt(minute - LATE + 0.5, "urn:example:late"));
      commitsRead.push(seen.commits);
    }
    return { store, commitsRead };
  };

  test("costs no more with every hour that passes, and leaves the twin that good order would", async () => {
    const { store, commitsRead } = await tell();
    const inOrder = memoryStore();
    const late = Array.from({ length: MINUTES }, (_, minute) => minute).filter(
      (minute) => minute >= LATE && minute % 10 === 0,
    );
    const all = [
      ACTIVE,
      ...Array.from({ length: MINUTES }, (_, minute) => changeAt(minute)),
      ...late.map((minute) => changeAt(minute - LATE + 0.5, "urn:example:late")),
    ];
    await projectInto(inOrder, ...all);

    expect(Math.max(...commitsRead.slice(-50))).toBeLessThanOrEqual(2 * Math.max(...commitsRead.slice(0, 20)));
    for (const at of [700, 1300.2, 1379, 1499].map(momentOf)) {
      expect(await twinAt(store, { chassisId: CHASSIS }, { at })).toEqual(
        await twinAt(inOrder, { chassisId: CHASSIS }, { at }),
      );
    }
    const now = clock();
    expect(contentOfTwin(await currentTwin(store, { chassisId: CHASSIS }, now))).toEqual(
      contentOfTwin(await currentTwin(inOrder, { chassisId: CHASSIS }, now)),
    );
  });
});

describe("a chassis of whose history the older half has expired", () => {
  const KEPT_FROM = 100;

  const world = async () => {
    const whole = memoryStore();
    await projectInto(whole, ACTIVE);
    for (let minute = 0; minute < 200; minute += 1) await projectInto(whole, changeAt(minute));
    return showing(whole, (commit) => newestOf(commit) >= momentOf(KEPT_FROM)).store;
  };

  test("is told as ever at present, and at moments since then", async () => {
    const store = await world();
    const twin = await twinAt(store, { chassisId: CHASSIS }, { at: momentOf(150) });

    expect(twin.modules.M1.runningConfig.revision).toBe(1500);
    expect(await currentTwin(store, { chassisId: CHASSIS }, clock())).toMatchObject({ revision: 201 });
  });

  test("is not told at a moment before then, rather than wrongly", async () => {
    const store = await world();

    await expect(twinAt(store, { chassisId: CHASSIS }, { at: momentOf(20) })).rejects.toThrow(HistoryNotKept);
    await expect(compareTwins(store, CHASSIS, { from: momentOf(20), to: momentOf(150) })).rejects.toThrow(
      HistoryNotKept,
    );
  });

  test("has lists that end where what is kept begins", async () => {
    const store = await world();
    const times: string[] = [];
    let before: string | undefined;
    for (let pages = 0; pages < 20; pages += 1) {
      const page = await eventHistory(store, { chassisId: CHASSIS, types: [], dispositions: [], limit: 50, before });
      times.push(...page.items.map(({ event }) => event.time));
      if (page.next === null) break;
      before = page.next;
    }

    expect(times).toHaveLength(new Set(times).size);
    expect(times).toContain(new Date(momentOf(KEPT_FROM)).toISOString());
    expect(times.length).toBeLessThan(130);
    expect(await switchoverHistory(store, { chassisId: CHASSIS, limit: 50 }, clock())).toEqual({
      items: [],
      next: null,
    });
  });

  test("gives a late event since then its place, and says of an older one that it is too old", async () => {
    const store = await world();
    const kept = changeAt(150.5, "urn:example:late");
    const older = changeAt(20.5, "urn:example:late");
    const fresh = changeAt(200);

    expect(await projectInto(store, kept, older, fresh)).toEqual([older]);
    expect(await currentTwin(store, { chassisId: CHASSIS }, clock())).toMatchObject({ revision: 203 });
  });
});

import { describe, expect, test } from "@jest/globals";
import { fold, orderedForFold } from "../../../shared/domain/fold.ts";
import { initialState } from "../../../shared/domain/state.ts";
import type { Line } from "../../support/chassis-story.ts";
import { dispositionsOf, eventsAfterGoodOrder, factsOf, twinOf } from "./policy-story.ts";

const removed = (attributes: Record<string, unknown>): Line => [0, "module.removed", { slot: "M2" }, attributes];
const inserted = (attributes: Record<string, unknown>): Line => [0, "module.inserted", { slot: "M2" }, attributes];
const presenceOfM2 = (...lines: readonly Line[]) => twinOf(eventsAfterGoodOrder(lines), 1).modules.M2.presence;

describe("P2: device order, not arrival order", () => {
  const STORY: readonly Line[] = [
    [0, "module.power-lost", { slot: "M1" }],
    [2, "module.role-changed", { slot: "M2", to: "active" }],
    [50, "module.booted", { slot: "M1" }],
    [60, "standby.ready", { slot: "M1" }],
  ];

  test("whatever the order of arrival, the same events give the same twin", () => {
    const events = eventsAfterGoodOrder(STORY);

    expect(twinOf(events.toReversed(), 100)).toEqual(twinOf(events, 100));
    expect(twinOf([...events.slice(7), ...events.slice(0, 7)], 100)).toEqual(twinOf(events, 100));
  });

  test("the time decides first, whatever the sequence says", () => {
    const early: Line = [-1, "module.removed", { slot: "M2" }, { sequence: "99" }];

    expect(presenceOfM2(early, inserted({ sequence: "1" }))).toBe("present");
  });

  test("at one time the sequence decides, compared as a number", () => {
    expect(presenceOfM2(removed({ sequence: "9", id: "z" }), inserted({ sequence: "10", id: "a" }))).toBe("present");
    expect(presenceOfM2(removed({ sequence: "10", id: "a" }), inserted({ sequence: "9", id: "z" }))).toBe("absent");
    const large = { more: "18446744073709551616", less: "18446744073709551615" };
    expect(presenceOfM2(removed({ sequence: large.more }), inserted({ sequence: large.less }))).toBe("absent");
  });

  test("an event without a sequence comes before those of its time that have one", () => {
    expect(presenceOfM2(removed({ sequence: undefined, id: "z" }), inserted({ sequence: "0", id: "a" }))).toBe(
      "present",
    );
    expect(presenceOfM2(inserted({ sequence: "0", id: "a" }), removed({ sequence: undefined, id: "z" }))).toBe(
      "present",
    );
    expect(presenceOfM2(removed({ sequence: "0", id: "a" }), inserted({ sequence: undefined, id: "z" }))).toBe(
      "absent",
    );
    expect(presenceOfM2(inserted({ sequence: undefined, id: "z" }), removed({ sequence: "0", id: "a" }))).toBe(
      "absent",
    );
  });

  test("then the source decides, and then the id", () => {
    const same = { sequence: "7" };

    expect(presenceOfM2(removed({ ...same, source: "b", id: "1" }), inserted({ ...same, source: "a", id: "2" }))).toBe(
      "absent",
    );
    expect(presenceOfM2(removed({ ...same, id: "b" }), inserted({ ...same, id: "a" }))).toBe("absent");
    expect(presenceOfM2(removed({ ...same, id: "a" }), inserted({ ...same, id: "b" }))).toBe("present");
  });

  test("no state depends on when an event was recorded", () => {
    const events = eventsAfterGoodOrder(STORY);
    const recorded = events.map((event, index) => ({
      ...event,
      recordedtime: new Date(Date.parse(event.time) + (index % 3) * 3_600_000).toISOString(),
    }));

    expect(twinOf(recorded, 100)).toEqual(twinOf(events, 100));
  });

  test("a late event may change what became of earlier ones", () => {
    const removal: Line = [10, "module.removed", { slot: "M2" }];

    expect(dispositionsOf([removal])).toEqual(["applied"]);
    expect(dispositionsOf([removal, [4, "module.removed", { slot: "M2" }]])).toEqual(["applied", "no-effect"]);
  });
});

describe("P2: two contents under one identity", () => {
  const same = { id: "conflict", sequence: "50" };
  const events = eventsAfterGoodOrder([
    [0, "module.removed", { slot: "M2" }, same],
    [0, "module.power-lost", { slot: "M2" }, same],
  ]);
  const smaller = events.filter(({ type }) => type !== "module.removed");

  test("the smaller canonical JSON counts, the other one is quarantined, whichever came first", () => {
    for (const given of [events, events.toReversed()]) {
      const ordered = orderedForFold(given);
      const { outcomes } = fold(initialState(), ordered);
      const fates = ordered.map(({ type }, index) => [type, outcomes[index]?.disposition]);

      expect(fates.slice(-2)).toEqual([
        ["module.power-lost", "applied"],
        ["module.removed", "quarantined"],
      ]);
      expect(twinOf(given, 1).modules.M2).toMatchObject({ presence: "present", status: null });
    }
  });

  test("of any number the smallest counts, though their sequences order them otherwise", () => {
    const statusAt = (sequence: string, to: string): Line => [
      0,
      "module.status-changed",
      { slot: "M2", to },
      { id: "conflict", sequence },
    ];
    const rivals = [statusAt("2", "going-down"), statusAt("10", "bad"), statusAt("20", "empty")];
    const fates = ["quarantined", "applied", "quarantined"];

    expect(dispositionsOf(rivals)).toEqual(fates);
    expect(dispositionsOf([...rivals, statusAt("30", "coming-up")])).toEqual([...fates, "quarantined"]);
    expect(twinOf(eventsAfterGoodOrder(rivals), 1).modules.M2.status).toBe("bad");
  });

  test("the quarantined one counts in the revision and changes nothing else", () => {
    expect(twinOf(events, 1).revision).toBe(smaller.length + 1);
    expect(factsOf(twinOf(events, 1))).toEqual(factsOf(twinOf(smaller, 1)));
  });

  test("the same id at another time, or from another source, is another event", () => {
    const others = eventsAfterGoodOrder([
      [0, "module.removed", { slot: "M2" }, { id: "one" }],
      [1, "module.inserted", { slot: "M2" }, { id: "one" }],
      [1, "module.booted", { slot: "M2" }, { id: "one", source: "other.example" }],
    ]);

    expect(fold(initialState(), orderedForFold(others)).outcomes.slice(-3)).toMatchObject([
      { disposition: "applied" },
      { disposition: "applied" },
      { disposition: "applied" },
    ]);
  });
});

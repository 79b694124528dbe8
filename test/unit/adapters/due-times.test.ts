import { describe, expect, it } from "@jest/globals";
import { dueToStore, StoredDueTimes } from "../../../shared/adapters/due-times.ts";

const EARLY = "2026-03-01T08:00:00.000Z";
const LATE = "2026-03-01T09:00:00.000Z";

describe("due time to store with events", () => {
  it.each([
    { rule: "is the new one when none is stored", stored: null, wanted: LATE, becomes: LATE },
    { rule: "is the new one when it is earlier", stored: LATE, wanted: EARLY, becomes: EARLY },
    { rule: "stays when the new one is later", stored: EARLY, wanted: LATE, becomes: EARLY },
    { rule: "stays when nothing is due any more", stored: EARLY, wanted: null, becomes: EARLY },
    { rule: "is the new one when the stored one is not known", stored: undefined, wanted: LATE, becomes: LATE },
    { rule: "is none when none is stored and nothing is due", stored: null, wanted: null, becomes: null },
  ])("$rule", ({ stored, wanted, becomes }) => {
    expect(dueToStore({ stored, wanted, bringsEvents: true })).toBe(becomes);
  });
});

describe("due time to store by a watch", () => {
  it("is what the watch says, later or none", () => {
    expect(dueToStore({ stored: EARLY, wanted: LATE, bringsEvents: false })).toBe(LATE);
    expect(dueToStore({ stored: EARLY, wanted: null, bringsEvents: false })).toBeNull();
  });
});

describe("memory of stored due times", () => {
  it("knows the due time of the revision it was told of, and of no other", () => {
    const memory = new StoredDueTimes();
    memory.remember("a", 3, EARLY);
    memory.remember("b", 1, null);

    expect(memory.of("a", 3)).toBe(EARLY);
    expect(memory.of("b", 1)).toBeNull();
    expect(memory.of("a", 4)).toBeUndefined();
    expect(memory.of("c", 0)).toBeUndefined();
  });

  it("forgets the chassis it heard of longest ago when they are many", () => {
    const memory = new StoredDueTimes();
    for (let index = 0; index <= 10_000; index += 1) memory.remember(`c-${index}`, 1, EARLY);

    expect(memory.of("c-0", 1)).toBeUndefined();
    expect(memory.of("c-1", 1)).toBe(EARLY);
    expect(memory.of("c-10000", 1)).toBe(EARLY);
  });
});

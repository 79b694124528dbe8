import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { callsOf, detailsOf, LARGEST_CALL, LARGEST_DETAIL, sizeOf } from "../../../shared/adapters/bus-details.ts";
import type { ChassisEvent } from "../../../shared/domain/events.ts";
import { exampleEvent } from "../../support/record-examples.ts";

const padded = (bytes: number, index: number): ChassisEvent => {
  const event = { ...exampleEvent("c-1", index), padding: "" };
  return { ...event, padding: "x".repeat(Math.max(0, bytes - sizeOf(JSON.stringify(event)))) };
};

const lengths = fc.array(fc.integer({ min: 300, max: 70_000 }), { maxLength: 8 });

describe("details of a bus entry", () => {
  it("carries all events of a small entry in one detail", () => {
    const events = [exampleEvent("c-1", 1), exampleEvent("c-1", 2)];

    expect(detailsOf({ chassisId: "c-1", events }).map((detail) => JSON.parse(detail))).toEqual([
      { chassisId: "c-1", events },
    ]);
  });

  it("has no detail for no events", () => {
    expect(detailsOf({ chassisId: "c-1", events: [] })).toEqual([]);
  });

  it("divides an entry so that every event is carried once, in order", () => {
    fc.assert(
      fc.property(lengths, (sizes) => {
        const events = sizes.map(padded);
        const details = detailsOf({ chassisId: "c-1", events });

        expect(details.flatMap((detail) => JSON.parse(detail).events)).toEqual(events);
      }),
      { numRuns: 25 },
    );
  });

  it("fills no detail beyond 64 KiB but for one event that is larger", () => {
    fc.assert(
      fc.property(lengths, (sizes) => {
        for (const detail of detailsOf({ chassisId: "c-1", events: sizes.map(padded) })) {
          expect(sizeOf(detail) <= LARGEST_DETAIL || JSON.parse(detail).events.length === 1).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("fills a detail up to exactly 64 KiB", () => {
    const around = sizeOf('{"chassisId":"c-1","events":[,]}');
    const half = (LARGEST_DETAIL - around) / 2;
    const exact = [padded(half, 1), padded(half, 2)];

    expect(detailsOf({ chassisId: "c-1", events: exact }).map(sizeOf)).toEqual([LARGEST_DETAIL]);
    expect(detailsOf({ chassisId: "c-1", events: [padded(half, 1), padded(half + 1, 2)] })).toHaveLength(2);
  });

  it("measures texts in bytes, not in characters", () => {
    const events = [1, 2].map((index) => ({ ...exampleEvent("c-1", index), padding: "é".repeat(20_000) }));

    expect(detailsOf({ chassisId: "c-1", events })).toHaveLength(2);
  });
});

describe("calls to the bus", () => {
  it("takes at most ten entries a call", () => {
    expect(callsOf(Array(23).fill("x"), sizeOf).map((call) => call.length)).toEqual([10, 10, 3]);
  });

  it("takes at most so many bytes a call", () => {
    const third = LARGEST_CALL.bytes / 3;

    expect(callsOf([third, third, third, 1], (size) => size)).toEqual([[third, third, third], [1]]);
  });

  it("gives what no call takes a call of its own", () => {
    const large = LARGEST_CALL.bytes + 1;

    expect(callsOf([1, large, 2], (size) => size)).toEqual([[1], [large], [2]]);
  });
});

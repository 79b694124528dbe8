import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { momentOfTimestamp, timestamp } from "../../shared/domain/timestamp.ts";

const LATEST = 8.64e15;
const moment = fc.oneof(
  fc.integer({ min: Date.parse("2026-03-01"), max: Date.parse("2026-03-03") }),
  fc.integer({ min: -LATEST, max: LATEST }),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
);

describe("a timestamp", () => {
  it("is what the platform makes of a moment, whatever was asked before", () => {
    fc.assert(
      fc.property(fc.array(moment), (moments) => {
        expect(moments.map(timestamp)).toEqual(moments.map((one) => new Date(one).toISOString()));
      }),
      { numRuns: 500 },
    );
  });

  it("is refused where there is no such moment", () => {
    expect(() => timestamp(Number.NaN)).toThrow(RangeError);
    expect(() => timestamp(2 * LATEST)).toThrow(RangeError);
    expect(timestamp(0)).toBe("1970-01-01T00:00:00.000Z");
  });

  it("gives back its moment", () => {
    const inFourDigits = fc.integer({ min: Date.parse("0000-01-01"), max: Date.parse("9999-12-31") });
    fc.assert(
      fc.property(inFourDigits, (one) => {
        expect(momentOfTimestamp(timestamp(one))).toBe(one);
      }),
    );
  });

  it.each([
    "2026-02-30T00:00:00.000Z",
    "2026-13-01T00:00:00.000Z",
    "2026-03-02T24:00:00.000Z",
    "2026-03-02T23:60:00.000Z",
    "2026-03-02T07:48:13.123z",
    "2026-03-02T07:48:13Z",
    "2026-03-02T07:48:13+00:00",
    "+010000-03-02T07:48:13.123Z",
    "",
  ])("is not %j", (text) => {
    expect(momentOfTimestamp(text)).toBeNull();
  });
});

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { InvalidInput } from "../../../shared/domain/errors.ts";
import { cursorTo, positionAt } from "../../../shared/edge/cursor.ts";

const filters = { chassisId: "c-1", types: ["module.removed"] };

describe("a cursor", () => {
  it("leads back to its position, and fits in a URL as it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (position) => {
        const cursor = cursorTo(position, filters);

        expect(positionAt(cursor, { types: ["module.removed"], chassisId: "c-1" })).toBe(position);
        expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
      { numRuns: 50 },
    );
  });

  it.each([{ ...filters, chassisId: "c-2" }, { ...filters, types: [] }, { ...filters, from: 5 }, {}])(
    "is refused with the other filters %j",
    (others) => {
      expect(() => positionAt(cursorTo("p", filters), others)).toThrow(InvalidInput);
    },
  );

  it.each([
    "",
    "x",
    "bm90IGpzb24",
    Buffer.from("[1,2]").toString("base64url"),
    Buffer.from("null").toString("base64url"),
  ])("is refused when it is %j", (cursor) => {
    expect(() => positionAt(cursor, filters)).toThrow(InvalidInput);
  });

  it("is refused when its position was changed", () => {
    const [seal] = JSON.parse(Buffer.from(cursorTo("p", filters), "base64url").toString());
    const forged = Buffer.from(JSON.stringify([seal, "q"])).toString("base64url");

    expect(() => positionAt(forged, filters)).toThrow(InvalidInput);
  });
});

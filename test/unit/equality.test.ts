import { describe, expect, it } from "@jest/globals";
import { isSame } from "../../shared/domain/equality.ts";

describe("two JSON values", () => {
  it.each<[unknown, unknown]>([
    [null, null],
    ["a", "a"],
    [
      { a: 1, b: [1, { c: null }] },
      { b: [1, { c: null }], a: 1 },
    ],
    [[], []],
    [{}, {}],
  ])("%j and %j say the same", (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  it.each<[unknown, unknown]>([
    [1, "1"],
    [null, {}],
    [[], {}],
    [["a"], { "0": "a" }],
    [
      [1, 2],
      [2, 1],
    ],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [{ toString: 1 }, { a: 1 }],
  ])("%j and %j do not, whichever comes first", (a, b) => {
    expect([isSame(a, b), isSame(b, a)]).toEqual([false, false]);
  });
});

import { describe, expect, it, jest } from "@jest/globals";
import { onFirstUse } from "../../shared/domain/on-first-use.ts";

describe("a value on first use", () => {
  it("is made once, and not before it is asked for", () => {
    const make = jest.fn(() => ({ made: true }));

    const value = onFirstUse(make);
    expect(make).not.toHaveBeenCalled();

    expect(value()).toBe(value());
    expect(make).toHaveBeenCalledTimes(1);
  });
});

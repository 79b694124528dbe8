import { afterEach, describe, expect, it } from "@jest/globals";
import { countOf, httpsUrlOf, ifSet, textOf, urlOf } from "../../shared/environment.ts";

const NAME = "VARIABLE_OF_THIS_TEST";

const holding = <Value>(text: string, read: (variable: string) => Value): Value => {
  process.env[NAME] = text;
  return read(NAME);
};

describe("the environment of a function", () => {
  afterEach(() => {
    delete process.env[NAME];
  });

  it("is read as what it holds", () => {
    expect(holding("table", textOf)).toBe("table");
    expect(holding("http://127.0.0.1/queue", urlOf)).toBe("http://127.0.0.1/queue");
    expect(holding("https://issuer.example/", httpsUrlOf)).toBe("https://issuer.example/");
    expect(holding("30", countOf)).toBe(30);
    expect(holding("30", (name) => ifSet(countOf, name))).toBe(30);
  });

  it.each([
    ["", textOf, "set"],
    ["", countOf, "set"],
    ["queue", urlOf, "a URL"],
    ["http://issuer.example/", httpsUrlOf, "a URL that begins with https://"],
    ["0", countOf, "a whole number above 0"],
    ["1.5", countOf, "a whole number above 0"],
    ["many", countOf, "a whole number above 0"],
  ])("is refused when it holds %j", (text, read, wanted) => {
    expect(() => holding<unknown>(text, read)).toThrow(`the environment variable ${NAME} must be ${wanted}`);
  });

  it("must say what is needed, and need not say the rest", () => {
    expect(() => textOf(NAME)).toThrow(expect.objectContaining({ name: "EnvironmentUnusable", variable: NAME }));
    expect(ifSet(textOf, NAME)).toBeUndefined();
  });
});

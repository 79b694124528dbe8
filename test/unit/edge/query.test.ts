import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { InvalidInput } from "../../../shared/domain/errors.ts";
import { cursor, limit, MomentText, once, parseQuery, pastMomentText, repeated } from "../../../shared/edge/query.ts";
import { apiGatewayEvent } from "../../support/api.ts";
import { NOW } from "../../support/api-events.ts";

const parameters = {
  limit,
  cursor,
  at: once(pastMomentText(NOW)),
  from: once(MomentText),
  colour: repeated(z.enum(["red", "green", "blue"])),
};

const read = (query: string) => parseQuery(apiGatewayEvent({ target: `/chassis?${query}` }), parameters);

const faultsOf = (query: string) => {
  try {
    read(query);
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.faults;
    throw error;
  }
};

describe("a query string", () => {
  it("may be absent, and then asks for 50 items", () => {
    expect(read("")).toEqual({ limit: 50, colour: [] });
  });

  it.each([1, 7, 200])("may ask for %i items", (count) => {
    expect(read(`limit=${count}`).limit).toBe(count);
  });

  it("gives times as moments", () => {
    expect(read("at=2026-03-01T13:00:00%2B01:00").at).toBe(NOW);
    expect(read("from=2026-03-01T12:00:01Z").from).toBe(NOW + 1000);
  });

  it("gives the values of a repeated parameter once each, in whatever order they come", () => {
    expect(read("colour=red&colour=blue&colour=red").colour).toEqual(["blue", "red"]);
  });

  it.each([
    ["limit=0", "/query/limit", "from 1 to 200"],
    ["limit=201", "/query/limit", "from 1 to 200"],
    ["limit=1e2", "/query/limit", "whole number"],
    ["limit=-1", "/query/limit", "whole number"],
    ["limit=", "/query/limit", "whole number"],
    ["limit=1&limit=1", "/query/limit", "once"],
    ["cursor=a&cursor=b", "/query/cursor", "once"],
    ["at=now", "/query/at", "RFC 3339"],
    ["at=", "/query/at", "RFC 3339"],
    ["at=2026-03-01T12:00:00", "/query/at", "RFC 3339"],
    ["at=2026-03-01T12:00:00.001Z", "/query/at", "future"],
    ["colour=pink", "/query/colour/0", "one of red, green, blue"],
    ["colour=red&colour=", "/query/colour/1", "one of red, green, blue"],
    ["color=red", "/query/color", "there are limit, cursor, at, from, colour"],
    ["__proto__=1", "/query/__proto__", "unknown"],
    ["constructor=1", "/query/constructor", "unknown"],
    ["a%2Fb=1", "/query/a~1b", "unknown"],
  ])("%s is refused at %s: %s", (query, pointer, detail) => {
    expect(faultsOf(query)).toEqual([{ pointer, detail: expect.stringContaining(detail) }]);
  });
});

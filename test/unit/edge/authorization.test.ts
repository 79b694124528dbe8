import { describe, expect, it } from "@jest/globals";
import { bearerToken, isAllowed, routesAllowed, scopeOf } from "../../../shared/edge/authorization.ts";
import { ROUTES } from "../../../shared/edge/routes.ts";

describe("the scope that a route needs", () => {
  it("is events:write to send events, none to ask for health, and twins:read for all else", () => {
    const scopes = new Map(ROUTES.map((route) => [`${route.method} ${route.path}`, scopeOf(route)]));

    expect(scopes.get("POST /events")).toBe("events:write");
    expect(scopes.get("GET /health")).toBeNull();
    scopes.delete("POST /events");
    scopes.delete("GET /health");
    expect(new Set(scopes.values())).toEqual(new Set(["twins:read"]));
  });

  it("decides which routes a caller may take", () => {
    const events = { method: "POST", path: "/events" } as const;

    expect(isAllowed(["twins:read"], events)).toBe(false);
    expect(isAllowed(["twins:read", "events:write"], events)).toBe(true);
    expect(routesAllowed([]).map(({ path }) => path)).toEqual(["/health"]);
  });
});

describe("the token of a request", () => {
  it.each([
    [undefined, null],
    ["", null],
    ["Bearer", null],
    ["Bearer ", null],
    ["Bearer a b", null],
    ["Basic a", null],
    ["Bearer a.b.c", "a.b.c"],
    ["bearer  a.b.c ", "a.b.c"],
  ])("in %j is %j", (header, expected) => {
    expect(bearerToken(header)).toBe(expected);
  });
});

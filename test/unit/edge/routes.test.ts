import { describe, expect, it } from "@jest/globals";
import { matchRoute, ROUTES } from "../../../shared/edge/routes.ts";

describe("a request's route", () => {
  it.each(ROUTES.map(({ method, path }) => [method, path]))("is %s %s for a path of that form", (method, path) => {
    expect(matchRoute(method, path.replace("{id}", "bxr-lon-01"))).toMatchObject({ route: { method, path } });
  });

  it("gives the values in the path, percent-decoded", () => {
    expect(matchRoute("GET", "/chassis/a%2Db/events")).toMatchObject({ pathParameters: { id: "a-b" } });
  });

  it.each(["", "/nowhere", "/chassis/", "/chassis/a/", "/chassis/a/events/1", "//", "/chassis/%E0%A4%A", "/{id}"])(
    "is unknown for %j",
    (path) => {
      expect(matchRoute("GET", path)).toMatchObject({ name: "RouteUnknown" });
    },
  );

  it("refuses other methods and names those that the path takes", () => {
    expect(matchRoute("DELETE", "/chassis/a")).toMatchObject({ name: "MethodNotAllowed", allowed: ["GET", "HEAD"] });
    expect(matchRoute("GET", "/events")).toMatchObject({ name: "MethodNotAllowed", allowed: ["POST"] });
  });
});

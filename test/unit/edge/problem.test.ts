import { describe, expect, it } from "@jest/globals";
import { ChassisNotFound, InvalidInput } from "../../../shared/domain/errors.ts";
import { endpoint } from "../../../shared/edge/http.ts";
import { problemOf } from "../../../shared/edge/problem.ts";
import {
  EventsNotArrived,
  MethodNotAllowed,
  NotAuthenticated,
  PayloadTooLarge,
  RouteUnknown,
  ScopeMissing,
  ServiceUnavailable,
  UnsupportedMediaType,
} from "../../../shared/edge/request-errors.ts";
import { send } from "../../support/api.ts";
import { keptLog } from "../../support/api-events.ts";

const faults = [{ pointer: "/a", detail: "must be there" }];

const acceptingWith = (answer: () => Promise<never>, logger = keptLog()) =>
  endpoint<"accept-events">({ "POST /events": answer }, logger);

const failingWith = (error: unknown, logger = keptLog()) => acceptingWith(() => Promise.reject(error), logger);

describe("the problem that a caller is told", () => {
  it.each([
    [new InvalidInput(faults), 400, "invalid-input", {}],
    [
      new NotAuthenticated("Send a token.", { hasToken: false }),
      401,
      "unauthorized",
      { "www-authenticate": 'Bearer realm="chassis-twin"' },
    ],
    [
      new NotAuthenticated("It has expired.", { hasToken: true }),
      401,
      "unauthorized",
      { "www-authenticate": 'Bearer realm="chassis-twin", error="invalid_token"' },
    ],
    [
      new ScopeMissing("twins:read"),
      403,
      "forbidden",
      { "www-authenticate": 'Bearer realm="chassis-twin", error="insufficient_scope", scope="twins:read"' },
    ],
    [new ChassisNotFound("c-1"), 404, "chassis-not-found", {}],
    [new RouteUnknown(), 404, "route-unknown", {}],
    [new MethodNotAllowed(["GET", "HEAD"]), 405, "method-not-allowed", { allow: "GET, HEAD" }],
    [new PayloadTooLarge("Too much."), 413, "payload-too-large", {}],
    [
      new UnsupportedMediaType(),
      415,
      "unsupported-media-type",
      { accept: "application/cloudevents+json, application/cloudevents-batch+json, application/json" },
    ],
    [new ServiceUnavailable("Not now."), 503, "service-unavailable", { "retry-after": "1" }],
    [new EventsNotArrived("c-1", 2), 504, "events-not-arrived", { "retry-after": "1" }],
  ])("of %s is a %i, %s", (error, status, kind, headers) => {
    const { problem, headers: told } = problemOf(error);

    expect(problem).toMatchObject({ status, type: `/problems/${kind}`, detail: error.message });
    expect(problem.title).not.toBe("");
    expect(told).toEqual(headers);
  });

  it("names every fault of an invalid input", () => {
    expect(problemOf(new InvalidInput(faults)).problem.errors).toEqual(faults);
  });

  it("says nothing of an error that is none of ours, which is logged whole", async () => {
    const error = new Error("secret table name", { cause: new Error("secret cause") });
    const logger = keptLog();
    const answer = await send(failingWith(error, logger), { method: "POST", target: "/events" });

    expect(answer).toMatchObject({ status: 500, headers: { "content-type": "application/problem+json" } });
    expect(JSON.stringify(answer)).not.toContain("secret");
    expect(logger.lines).toEqual([["A request failed", { error, route: "POST /events" }]]);
  });

  it("is a 500 even when what was thrown is no error", async () => {
    expect(await send(failingWith(undefined), { method: "POST", target: "/events" })).toMatchObject({ status: 500 });
    expect(await send(failingWith("text"), { method: "POST", target: "/events" })).toMatchObject({ status: 500 });
  });

  it("is not logged when it is the caller's doing", async () => {
    const logger = keptLog();
    await send(failingWith(new InvalidInput(faults), logger), { method: "POST", target: "/events" });

    expect(logger.lines).toEqual([]);
  });

  it("is a 404 where a function gets a request that it does not serve", async () => {
    expect(await send(failingWith("unused"), { target: "/nowhere" })).toMatchObject({
      status: 404,
      body: { type: "/problems/route-unknown" },
    });
  });
});

import { describe, expect, it } from "@jest/globals";
import { requireDocumented } from "../../support/documented.ts";

const HEALTHY = {
  method: "GET",
  path: "/health",
  status: 200,
  headers: { "content-type": "application/json", "cache-control": "no-cache" },
  body: { status: "ok" },
};

describe("what the suites hold every answer against", () => {
  it("takes an answer that is as described", () => {
    expect(() => requireDocumented(HEALTHY)).not.toThrow();
  });

  it.each([
    ["a status that is not described", { status: 404 }, "GET /health is not said to answer 404"],
    ["a member that is not described", { body: { status: "ok", uptime: 7 } }, "additional properties"],
    ["a body without what is described", { body: {} }, "required property 'status'"],
    ["no body", { body: null }, "must be object"],
    ["another media type", { headers: { ...HEALTHY.headers, "content-type": "text/plain" } }, "as text/plain"],
    ["no header that is always there", { headers: { "content-type": "application/json" } }, "without the header"],
    [
      "a header that is not as described",
      { status: 429, headers: { "retry-after": "soon", "cache-control": "" } },
      "Retry",
    ],
    ["a path that is no route", { path: "/nowhere" }, "GET /nowhere is not said to answer 200"],
    ["a method that is no route's", { method: "PUT", status: 404 }, "PUT /health is not said to answer 404"],
  ])("refuses %s", (_, change, message) => {
    expect(() => requireDocumented({ ...HEALTHY, ...change })).toThrow(message);
  });

  it("refuses problem details of another status", () => {
    const body = { type: "/problems/internal-error", title: "Internal error", status: 503, detail: "…" };
    const headers = { "content-type": "application/problem+json", "cache-control": "no-cache" };

    expect(() => requireDocumented({ ...HEALTHY, status: 500, headers, body })).toThrow("as of another status");
  });
});

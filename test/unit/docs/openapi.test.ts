import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { renderClientTypes } from "../../../scripts/client-types/client-types.ts";
import { renderOpenApiDocument } from "../../../scripts/openapi/document.ts";
import { ROUTES } from "../../../shared/edge/routes.ts";

const committed = (path: string): Promise<string> => readFile(new URL(`../../../${path}`, import.meta.url), "utf8");

const Operation = z.looseObject({
  description: z.string().min(1),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.array(z.looseObject({ description: z.string().min(1) })),
  responses: z.record(z.string(), z.looseObject({})),
});
const Document = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), Operation)) });

const rendered = renderOpenApiDocument();
const operations = Object.entries(Document.parse(JSON.parse(rendered)).paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
);

describe("docs/openapi.json", () => {
  it("says what the schemas say; if it does not, `npm run docs` refreshes it", async () => {
    expect(await committed("docs/openapi.json")).toBe(rendered);
  });

  it("is where the types of the client come from", async () => {
    expect(await committed("client/api-types.ts")).toBe(await renderClientTypes(rendered));
  });

  it("describes every route, and nothing else", () => {
    expect(operations.map(({ route }) => route).sort()).toEqual(
      ROUTES.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  it("asks every caller for a signature or a token with a scope, but whoever asks for health", () => {
    const scopes = new Map(operations.map(({ route, operation }) => [route, operation.security]));

    expect(scopes.get("GET /health")).toEqual([]);
    expect(scopes.get("POST /events")).toEqual([{ sigv4: [] }, { token: ["events:write"] }]);
    expect([...scopes.values()].filter((security) => security.length === 0)).toHaveLength(1);
  });

  it.each(operations)("says of $route that it may be refused, throttled, and fail", ({ operation }) => {
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["400", "429", "500", "503", "504"]));
  });
});

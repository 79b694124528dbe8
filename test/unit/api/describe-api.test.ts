import { describe, expect, it } from "@jest/globals";
import * as z from "zod";
import { apiWorld } from "../../support/api-world.ts";

const { get } = apiWorld();

const Text = z.string();

/** The addresses in a page, as a browser finds them that was shown it at `url`. */
const addressesIn = (page: string, url: string): readonly string[] =>
  [...page.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(([, address = ""]) => new URL(address, url).pathname);

describe("GET /openapi.json", () => {
  it("describes the API in OpenAPI 3.1", async () => {
    const { status, body } = await get("/openapi.json");

    expect(status).toBe(200);
    expect(body).toMatchObject({
      openapi: "3.1.1",
      paths: { "/chassis/{id}": { get: { operationId: "getChassis" } } },
    });
  });

  it("is answered 304 to those who have it", async () => {
    const { headers } = await get("/openapi.json");

    expect(await get("/openapi.json", { "If-None-Match": Text.parse(headers["etag"]) })).toMatchObject({
      status: 304,
      body: null,
    });
  });

  it("takes no parameters", async () => {
    expect((await get("/openapi.json?pretty=true")).status).toBe(400);
  });
});

describe("GET /docs", () => {
  it("is a page that loads nothing but files of the service, also behind a stage", async () => {
    const page = Text.parse((await get("/docs")).body);
    const addresses = addressesIn(page, "https://api.example/prod/docs");

    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      expect(address).toMatch(/^\/prod\//);
      expect((await get(address.slice("/prod".length))).status).toBe(200);
    }
  });

  it("may load and run nothing else", async () => {
    const { headers } = await get("/docs");

    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers["content-security-policy"]).not.toContain("unsafe");
  });

  it("is made of no other files", async () => {
    expect(await get("/docs/package.json")).toMatchObject({ status: 404, body: { type: "/problems/route-unknown" } });
  });
});

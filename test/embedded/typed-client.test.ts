import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createClient } from "chassis-twin/client";
import { type RunningServer, startServer } from "../../infra/embedded/server.ts";
import { documentedFetch } from "../support/documented.ts";
import { token, verifierWithKeys } from "../support/tokens.ts";
import { post } from "./client.ts";
import { eventOf } from "./events.ts";
import { until } from "./until.ts";

const IN_MEMORY = { host: "127.0.0.1", port: 0, inMemory: true, dataDirectory: "" } as const;

describe("the typed client", () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer(IN_MEMORY);
    await post(server.url, [eventOf("rack-1", "a"), eventOf("rack-2", "b")]);
    const { GET } = createClient({ baseUrl: server.url });
    await until("both twins are there", async () => (await GET("/fleet/summary")).data?.total === 2);
  });
  afterAll(() => server.close());

  it("reads a twin", async () => {
    const client = createClient({ baseUrl: server.url, fetch: documentedFetch });

    const { data } = await client.GET("/chassis/{id}", { params: { path: { id: "rack-1" } } });

    expect(data).toMatchObject({ chassisId: "rack-1", management: { sessions: [{ sessionId: "a" }] } });
  });

  it("sends every value of a filter", async () => {
    const client = createClient({ baseUrl: server.url });

    const { data } = await client.GET("/chassis", { params: { query: { prefix: ["rack-1", "rack-2"], limit: 1 } } });

    expect(data?.items).toHaveLength(1);
    expect(data?.nextCursor).toEqual(expect.any(String));
  });

  it("throws the problem that the service answers", async () => {
    const client = createClient({ baseUrl: server.url });

    const failing = client.GET("/chassis/{id}", { params: { path: { id: "nobody" } } });

    await expect(failing).rejects.toMatchObject({
      name: "ApiProblem",
      message: expect.stringContaining("GET /chassis/nobody was answered 404"),
      problem: { type: "/problems/chassis-not-found", status: 404 },
    });
  });

  it("answers without data what the caller has already", async () => {
    const client = createClient({ baseUrl: server.url });
    const params = { path: { id: "rack-1" } };
    const { response: first } = await client.GET("/chassis/{id}", { params });

    const { data, response } = await client.GET("/chassis/{id}", {
      params: { ...params, header: { "If-None-Match": first.headers.get("etag") ?? "" } },
    });

    expect([data, response.status]).toEqual([undefined, 304]);
  });

  it("sends its token", async () => {
    const guarded = await startServer({ ...IN_MEMORY, verifier: verifierWithKeys() });
    const withToken = createClient({ baseUrl: guarded.url, token: token({ scope: "twins:read" }) });

    await expect(createClient({ baseUrl: guarded.url }).GET("/")).rejects.toMatchObject({ problem: { status: 401 } });
    expect((await withToken.GET("/")).data).toMatchObject({ name: "chassis-twin" });
    await guarded.close();
  });

  it("is how the example tells who could not switch over, and why", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...["--import", "tsx", "examples/cannot-switch-over.ts", server.url],
    ]);

    expect(stdout).toMatch(/^rack-[12]\n {2}\S.*\n(?: {2}\S.*\n)*rack-[12]\n {2}\S/);
  });
});

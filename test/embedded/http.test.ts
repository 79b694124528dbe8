import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type RunningServer, startServer } from "../../infra/embedded/server.ts";
import { documentedFetch } from "../support/documented.ts";
import { post } from "./client.ts";
import { eventOf } from "./events.ts";
import { until } from "./until.ts";

describe("the HTTP side of the server", () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ host: "127.0.0.1", port: 0, inMemory: true, dataDirectory: "" });
  });
  afterAll(() => server.close());

  const get = (path: string, init: RequestInit = {}) => documentedFetch(server.url + path, init);

  const rawRequest = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      const socket = connect(Number(port), hostname, () => socket.write(text));
      let answer = "";
      socket.setEncoding("utf8").on("data", (chunk) => {
        answer += chunk;
      });
      socket.once("close", () => resolve(answer)).once("error", reject);
    });

  it("shows what was written soon after it was accepted", async () => {
    await post(server.url, [eventOf("rack-1", "a")]);

    await until("the twin is there", async () => (await get("/chassis/rack-1")).status === 200);
    expect(await (await get("/chassis/rack-1")).json()).toMatchObject({ chassisId: "rack-1", revision: 1 });
    await until("the fleet shows it", async () => (await (await get("/chassis?limit=5")).text()).includes("rack-1"));
  });

  it("answers HEAD as it does GET, without a body", async () => {
    const whole = await get("/");
    const head = await get("/", { method: "HEAD" });

    expect(head.status).toBe(200);
    expect(head.headers.get("content-length")).toBe(`${(await whole.arrayBuffer()).byteLength}`);
    expect((await get("/chassis/nobody", { method: "HEAD" })).status).toBe(404);
  });

  it.each([
    ["a path that does not exist", "/nowhere", "GET", 404],
    ["a method that the path does not take", "/events", "DELETE", 405],
    ["a path whose percent-encoding is malformed", "/chassis/%E0%A4%A", "GET", 400],
    ["a query whose percent-encoding is malformed", "/chassis?prefix=%", "GET", 400],
    ["an identifier that no chassis can have", "/chassis/a%2Fb", "GET", 404],
  ])("answers %s with problem details", async (_, path, method, status) => {
    const response = await get(path, { method });

    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
  });

  it("tells with 405 which methods the path takes", async () => {
    expect((await get("/events", { method: "PUT" })).headers.get("allow")).toBe("POST");
  });

  it.each([
    ["that says so beforehand", (size: number) => ({ body: "x".repeat(size) })],
    ["that does not say how long it is", (size: number) => ({ body: streamOf(size), duplex: "half" as const })],
  ])("answers 413 to a body over 1 MiB %s", async (_, bodyOf) => {
    const response = await get("/events", {
      method: "POST",
      headers: { "content-type": "application/cloudevents+json" },
      ...bodyOf(3 * 1024 * 1024),
    });

    expect(response.status).toBe(413);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  it("does not read all of a body that is too large before it answers", async () => {
    const answer = await rawRequest(
      `POST /events HTTP/1.1\r\nhost: local\r\ncontent-type: application/cloudevents+json\r\ncontent-length: 1000000000\r\n\r\n`,
    );

    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"status":413');
  });

  it("hands on a body that is not UTF-8 as it is, so that it is found faulty", async () => {
    const response = await get("/events", {
      method: "POST",
      headers: { "content-type": "application/cloudevents+json" },
      body: new Uint8Array([0x7b, 0xff, 0x7d]),
    });

    expect(response.status).toBe(400);
  });

  it("takes every value of a repeated query parameter", async () => {
    const known = await get("/chassis?activeSlot=M1&activeSlot=none");
    const unknown = await get("/chassis?activeSlot=M1&activeSlot=M7");

    expect(known.status).toBe(200);
    expect(unknown.status).toBe(400);
  });

  it("answers the requests that have begun before it closes", async () => {
    const other = await startServer({ host: "127.0.0.1", port: 0, inMemory: true, dataDirectory: "" });
    const answers = Promise.all(Array.from({ length: 10 }, () => fetch(`${other.url}/health`)));
    await fetch(`${other.url}/health`);

    await other.close();

    expect((await answers).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    await expect(fetch(`${other.url}/health`)).rejects.toThrow();
  });
});

const streamOf = (size: number): ReadableStream<Uint8Array> => {
  let left = size;
  return new ReadableStream({
    pull(controller) {
      const chunk = new Uint8Array(Math.min(left, 64 * 1024)).fill(0x20);
      left -= chunk.length;
      controller.enqueue(chunk);
      if (left === 0) controller.close();
    },
  });
};

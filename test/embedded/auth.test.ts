import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { type RunningServer, startServer } from "../../infra/embedded/server.ts";
import { documentedFetch } from "../support/documented.ts";
import { startIssuer } from "../support/loopback-issuer.ts";
import { expiredToken, TERMS, token, verifierWithKeys } from "../support/tokens.ts";
import { eventOf } from "./events.ts";
import { cleanUp, freshFolder, runServer, startedServer } from "./server-process.ts";
import { until } from "./until.ts";

jest.setTimeout(60_000);

const IN_MEMORY = { host: "127.0.0.1", port: 0, inMemory: true, dataDirectory: "" } as const;

describe("a server whose callers need tokens", () => {
  let server: RunningServer;

  beforeAll(async () => {
    server = await startServer({ ...IN_MEMORY, verifier: verifierWithKeys() });
  });
  afterAll(() => server.close());

  const ask = (path: string, bearer?: string, init: RequestInit = {}): Promise<Response> =>
    documentedFetch(server.url + path, {
      ...init,
      headers: { ...init.headers, ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) },
    });
  const sendEvent = (bearer?: string): Promise<Response> =>
    ask("/events", bearer, {
      method: "POST",
      headers: { "content-type": "application/cloudevents+json" },
      body: JSON.stringify(eventOf("rack-1", "a")),
    });
  const reader = () => token({ scope: "twins:read" });
  const writer = () => token({ scope: "events:write" });

  it("takes events from one who may write, and shows the twin to one who may read", async () => {
    expect((await sendEvent(writer())).status).toBe(202);

    await until("the twin is there", async () => (await ask("/chassis/rack-1", reader())).status === 200);
    expect((await ask("/chassis/rack-1", reader(), { method: "HEAD" })).status).toBe(200);
  });

  it("tells everybody whether it is up", async () => {
    expect((await ask("/health")).status).toBe(200);
  });

  it.each([
    ["none", undefined, 'Bearer realm="chassis-twin"', "Send a token"],
    ["one that is no token", "abc", 'Bearer realm="chassis-twin", error="invalid_token"', "malformed"],
    ["one that has expired", expiredToken({ scope: "twins:read" }), /invalid_token/, "it has expired"],
    ["one for another audience", token({ scope: "twins:read", aud: "x" }), /invalid_token/, "another audience"],
    ["one of another issuer", token({ scope: "twins:read", iss: "https://x.test" }), /invalid_token/, "another issuer"],
  ])("answers 401 to a caller with %s", async (_, bearer, challenge, detail) => {
    const answer = await ask("/chassis", bearer);

    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer.headers.get("www-authenticate")).toMatch(challenge);
    expect(await answer.json()).toMatchObject({
      type: "/problems/unauthorized",
      status: 401,
      detail: expect.stringContaining(detail),
    });
  });

  it("answers 403 to a caller whose scopes do not allow the route, and names the scope", async () => {
    const read = await ask("/fleet/summary", writer());
    const write = await sendEvent(reader());

    expect([read.status, write.status]).toEqual([403, 403]);
    expect(write.headers.get("www-authenticate")).toBe(
      'Bearer realm="chassis-twin", error="insufficient_scope", scope="events:write"',
    );
    expect(await read.json()).toEqual({
      type: "/problems/forbidden",
      title: "Forbidden",
      status: 403,
      detail: "This needs a token with the scope twins:read.",
    });
  });
});

describe("the start of a server whose callers need tokens", () => {
  afterEach(cleanUp);

  const terms = ["--jwt-issuer", TERMS.issuer, "--jwt-audience", TERMS.audience];

  it("says whose, and may be reached from other machines", async () => {
    const server = await startedServer(["--in-memory", "--host", "0.0.0.0", ...terms]);

    await until("the whole greeting is there", () => server.output().includes("Ctrl-C"));
    expect(server.output()).toContain(`Callers need a token of ${TERMS.issuer} for ${TERMS.audience}\n`);
    expect(server.output()).toContain('-H "authorization: Bearer $TOKEN"');
    expect((await documentedFetch(`${server.url}/chassis`)).status).toBe(401);
    expect((await documentedFetch(`${server.url}/health`)).status).toBe(200);
  });

  it("fetches the issuer's keys over HTTPS, once", async () => {
    const issuer = await startIssuer(await freshFolder());
    const server = await startedServer(["--in-memory", "--jwt-issuer", issuer.url, "--jwt-audience", TERMS.audience], {
      NODE_EXTRA_CA_CERTS: issuer.certificateFile,
    });
    const statusFor = async (claims: object): Promise<number> => {
      const headers = { authorization: `Bearer ${token({ iss: issuer.url, ...claims })}` };
      return (await documentedFetch(`${server.url}/chassis`, { headers })).status;
    };

    expect(await statusFor({ scope: "twins:read" })).toBe(200);
    expect(await statusFor({ scope: "events:write" })).toBe(403);
    expect(await statusFor({ scope: "twins:read", aud: "billing" })).toBe(401);
    expect(issuer.asked()).toBe(1);
    await issuer.close();
  });

  it("takes the terms from the environment too, and answers 503 while the issuer gives no keys", async () => {
    const server = await startedServer(["--in-memory"], {
      JWT_ISSUER: "https://127.0.0.1:9",
      JWT_AUDIENCE: TERMS.audience,
    });

    const bearer = token({ iss: "https://127.0.0.1:9" });
    const answer = await documentedFetch(`${server.url}/chassis`, { headers: { authorization: `Bearer ${bearer}` } });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ type: "/problems/service-unavailable" });
  });

  it("says that nobody needs one when that is so", async () => {
    const server = await startedServer(["--in-memory"]);

    await until("the whole greeting is there", () => server.output().includes("Ctrl-C"));
    expect(server.output()).toContain("Anyone on this machine may call it, without a token\n");
  });

  it.each([
    ["an issuer without an audience", ["--jwt-issuer", TERMS.issuer], "go together"],
    ["an audience without an issuer", ["--jwt-audience", TERMS.audience], "go together"],
    ["an issuer over plain HTTP", ["--jwt-issuer", "http://issuer.test", "--jwt-audience", "x"], "https: URL"],
    ["the demo, which has no token", ["--demo", ...terms], "--demo has no token"],
    ["a host that others can reach without them", ["--host", "0.0.0.0"], "OIDC issuer"],
  ])("refuses %s in one line, with exit code 2", async (_, args, line) => {
    const server = runServer(["--in-memory", "--port", "0", ...args]);

    expect(await server.exitCode).toBe(2);
    expect(server.errors()).toMatch(/^chassis-twin: [^\n]+\n$/);
    expect(server.errors()).toContain(line);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import * as z from "zod";
import { type LoopbackIssuer, startIssuer } from "../support/loopback-issuer.ts";
import { expiredToken, token } from "../support/tokens.ts";
import { belongingsOf } from "./support/belongings.ts";
import { cdkFor } from "./support/cdk.ts";
import { eventOf, newChassis } from "./support/events.ts";
import { eventually } from "./support/eventually.ts";
import { ISSUER_FOLDER } from "./support/paths.ts";
import { ENDPOINT, openStage, type Stage } from "./support/stage.ts";
import { ISSUER_HOST, STAGES } from "./support/stages.ts";

let issuer: LoopbackIssuer;
let stage: Stage;
beforeAll(async () => {
  const port = z.coerce.number().parse(process.env["ISSUER_PORT"]);
  issuer = await startIssuer(ISSUER_FOLDER, { host: ISSUER_HOST, port });
  stage = await openStage(STAGES.tokens);
});
afterAll(() => issuer.close());

const ofIssuer = (claims: object): string => token({ iss: issuer.url, ...claims });

const ask = (path: string, bearer?: string, init: RequestInit = {}): Promise<Response> =>
  fetch(stage.apiUrl + path, {
    ...init,
    headers: { ...init.headers, ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) },
  });

const send = (chassisId: string, bearer: string): Promise<Response> =>
  ask("/events", bearer, {
    method: "POST",
    headers: { "content-type": "application/cloudevents+json" },
    body: JSON.stringify(eventOf(chassisId, "standby.ready", { slot: "M2" })),
  });

describe("a deployed stage whose callers bring tokens", () => {
  test("takes events of one who may write, and shows the twin to one who may read", async () => {
    const chassisId = newChassis("tokens");
    expect((await send(chassisId, ofIssuer({ scope: "events:write" }))).status).toBe(202);

    const reader = ofIssuer({ scope: "twins:read" });
    const answer = await eventually(
      () => ask(`/chassis/${chassisId}`, reader),
      ({ status }) => status === 200,
    );
    expect(await answer.json()).toMatchObject({ chassisId, activeSlot: "M1" });
  });

  test("asks the issuer for its keys once for all tokens", async () => {
    await ask("/chassis", ofIssuer({ scope: "twins:read", sub: "another" }));

    expect(issuer.asked()).toBe(1);
  });

  test.each([
    ["none", () => undefined],
    ["one that has expired", () => expiredToken({ iss: issuer.url, scope: "twins:read" })],
    ["one for another audience", () => ofIssuer({ scope: "twins:read", aud: "billing" })],
  ])("answers 401 to a caller with %s", async (_, bearer) => {
    const answer = await ask("/chassis", bearer());

    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ type: "/problems/unauthorized" });
  });

  test("answers 403 to a caller whose scopes do not allow the route", async () => {
    expect((await send(newChassis("tokens"), ofIssuer({ scope: "twins:read" }))).status).toBe(403);
    expect((await ask("/fleet/summary", ofIssuer({ scope: "events:write" }))).status).toBe(403);
  });

  test.each([
    ["GET", "/nothing", 404, "/problems/route-unknown"],
    ["GET", "/chassis/bxr-1/nothing", 404, "/problems/route-unknown"],
    ["DELETE", "/chassis/bxr-1", 405, "/problems/method-not-allowed"],
    ["GET", "/events", 405, "/problems/method-not-allowed"],
  ])("tells anyone that there is no %s %s", async (method, path, status, type) => {
    const answer = await ask(path, undefined, { method });

    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ type, status });
  });

  test("tells anyone whether it is up", async () => {
    expect((await ask("/health")).status).toBe(200);
  });
});

describe("a deployed stage that is destroyed", () => {
  test("leaves nothing", async () => {
    const before = await belongingsOf(STAGES.tokens);
    expect(Object.entries(before).filter(([, names]) => names.length === 0)).toEqual([]);

    await cdkFor(ENDPOINT).destroy(STAGES.tokens);

    const after = await belongingsOf(STAGES.tokens);
    expect(Object.entries(after).filter(([, names]) => names.length > 0)).toEqual([]);
  });
});

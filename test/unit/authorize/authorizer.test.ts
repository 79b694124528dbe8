import { describe, expect, it } from "@jest/globals";
import { FetchError } from "aws-jwt-verify/error";
import type { APIGatewayRequestAuthorizerEvent } from "aws-lambda";
import { authorizer } from "../../../functions/authorize/authorizer.ts";
import { ROUTES } from "../../../shared/edge/routes.ts";
import { apiGatewayEvent } from "../../support/api.ts";
import { expiredToken, strangersKey, TERMS, token, verifierWithKeys } from "../../support/tokens.ts";

const API = "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/prod";

const quiet = { error: () => undefined };
const authorize = authorizer({ verifier: verifierWithKeys(), logger: quiet });

const decide = (authorizationToken: string, path = "GET/chassis/rack-1") =>
  authorize({ type: "TOKEN", methodArn: `${API}/${path}`, authorizationToken });

/** What a policy allows, without the part that all resources share. */
const allowed = async (claims: object, path?: string): Promise<unknown> => {
  const { policyDocument } = await decide(`Bearer ${token(claims)}`, path);
  return JSON.parse(JSON.stringify(policyDocument).replaceAll(`${API}/`, ""));
};

const policyFor = (resources: readonly string[]) => ({
  Version: "2012-10-17",
  Statement: [{ Action: "execute-api:Invoke", Effect: "Allow", Resource: resources }],
});

describe("the policy of a caller", () => {
  it("names everything but POST /events for one who may read", async () => {
    const reads = ROUTES.filter(({ path }) => path !== "/events");

    expect(await allowed({ scope: "openid twins:read" })).toEqual(
      policyFor(reads.map(({ method, path }) => `${method}${path.replaceAll(/\{\w+\}/g, "*")}`)),
    );
  });

  it("names POST /events, and what needs no caller, for one who may write", async () => {
    expect(await allowed({ scope: "events:write" })).toEqual(policyFor(["POST/events", "GET/health"]));
  });

  it("names every route for one who may do both, whichever was asked for first", async () => {
    const both = { scope: "events:write twins:read" };

    expect(await allowed(both, "POST/events")).toEqual(await allowed(both, "GET/chassis/a/events"));
    expect(await allowed(both)).toEqual(
      policyFor(ROUTES.map(({ method, path }) => `${method}${path.replaceAll(/\{\w+\}/g, "*")}`)),
    );
  });

  it.each([
    ["no scope", {}],
    ["another scope", { scope: "openid profile" }],
    ["a scope that only looks like one", { scope: "xtwins:read twins:reader" }],
    ["a scope claim that is none", { scp: 7 }],
  ])("names only what needs no caller for one with %s", async (_, claims) => {
    expect(await allowed(claims)).toEqual(policyFor(["GET/health"]));
  });

  it("takes scopes from scp as well, as a text or a list", async () => {
    const expected = await allowed({ scope: "events:write" });

    expect(await allowed({ scp: "events:write" })).toEqual(expected);
    expect(await allowed({ scp: ["events:write", "email"] })).toEqual(expected);
  });

  it("tells who the caller is", async () => {
    expect(await decide(`Bearer ${token({ scope: "twins:read" })}`)).toMatchObject({
      principalId: "collector-7",
      context: { scopes: "twins:read" },
    });
    expect(await decide(`bearer ${token({ sub: undefined, client_id: "app-1" })}`)).toMatchObject({
      principalId: "app-1",
    });
  });

  it("is the same for an authorizer that is given the whole request", async () => {
    const authorization = `Bearer ${token({ scope: "twins:read" })}`;
    const { requestContext, ...request } = apiGatewayEvent({
      target: "/chassis",
      headers: { Authorization: authorization },
    });
    const event: APIGatewayRequestAuthorizerEvent = {
      ...request,
      type: "REQUEST",
      methodArn: `${API}/GET/chassis`,
      requestContext: { ...requestContext, authorizer: undefined },
    };

    expect(await authorize(event)).toEqual(await decide(authorization));
    await expect(authorize({ ...event, headers: null })).rejects.toThrow(/^Unauthorized$/);
  });
});

describe("a token that is not accepted", () => {
  const scope = "events:write twins:read";
  const [header = "", payload = "", signature = ""] = token({ scope }).split(".");
  const unsigned = Buffer.from(JSON.stringify({ alg: "none", kid: "key-1" })).toString("base64url");

  it.each([
    ["none", ""],
    ["one of another kind", "Basic dXNlcjpwYXNz"],
    ["a word", "Bearer token"],
    ["one without a name for it", token({ scope })],
    ["one that has expired", `Bearer ${expiredToken({ scope })}`],
    ["one whose time has not come", `Bearer ${token({ scope, nbf: Date.now() / 1000 + 600 })}`],
    ["one for another audience", `Bearer ${token({ scope, aud: "billing" })}`],
    ["one for nobody", `Bearer ${token({ scope, aud: undefined })}`],
    ["one of another issuer", `Bearer ${token({ scope, iss: "https://issuer.test/other" })}`],
    ["one that a stranger signed", `Bearer ${token({ scope }, { key: strangersKey() })}`],
    ["one whose content was changed", `Bearer ${header}.${payload.slice(0, -4)}AAAA.${signature}`],
    ["one without a signature", `Bearer ${unsigned}.${payload}.`],
  ])("is %s", async (_, authorization) => {
    await expect(decide(authorization)).rejects.toThrow(/^Unauthorized$/);
  });

  it("is not one whose issuer does not give its keys: that is no fault of the caller", async () => {
    const logged: unknown[] = [];
    const failing = authorizer({
      verifier: { verify: () => Promise.reject(new FetchError(TERMS.issuer, "connection refused")) },
      logger: { error: (message) => void logged.push(message) },
    });

    await expect(
      failing({ type: "TOKEN", methodArn: `${API}/GET/`, authorizationToken: `Bearer ${token()}` }),
    ).rejects.toThrow("The keys of the token's issuer cannot be had now.");
    expect(logged).toEqual(["Could not check a token"]);
  });
});

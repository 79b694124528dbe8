import { describe, expect, test } from "@jest/globals";
import { Match, type Template } from "aws-cdk-lib/assertions";
import * as z from "zod";
import { ROUTES } from "../../shared/edge/routes.ts";
import { inWords, resourcesOf, templateOf, WITH_TOKENS } from "./template.ts";

const template = templateOf();

const Part = z.object({ PathPart: z.string(), ParentId: z.unknown() });
const Method = z.looseObject({
  HttpMethod: z.string(),
  AuthorizationType: z.string(),
  AuthorizerId: z.unknown().optional(),
  ResourceId: z.unknown(),
  Integration: z.looseObject({ Type: z.string(), Uri: z.unknown() }),
});

/** The methods of the API by method and path. */
const methodsOf = (of: Template) => {
  const parts = new Map(
    resourcesOf(of, "AWS::ApiGateway::Resource").map(({ logicalId, Properties }) => [
      logicalId,
      Part.parse(Properties),
    ]),
  );
  const pathOf = (resource: unknown): string => {
    const part = parts.get(z.object({ Ref: z.string() }).safeParse(resource).data?.Ref ?? "");
    return part === undefined ? "" : `${pathOf(part.ParentId)}/${part.PathPart}`;
  };
  return new Map(
    resourcesOf(of, "AWS::ApiGateway::Method").map(({ Properties }) => {
      const method = Method.parse(Properties);
      return [`${method.HttpMethod} ${pathOf(method.ResourceId) || "/"}`, method];
    }),
  );
};

const methods = methodsOf(template);
const REST = [...new Set([...ROUTES.map(({ path }) => path), "/{proxy+}"])].map((path) => `ANY ${path}`);
const routes = ROUTES.map(({ method, path, servedBy }) => ({ route: `${method} ${path}`, servedBy }));

describe("the API", () => {
  test("has the routes that are declared, and for every other method and path one for all else", () => {
    expect([...methods.keys()].sort()).toEqual([...routes.map(({ route }) => route), ...REST].sort());
  });

  test.each(REST)("lets read-fleet say to anyone that %s is none of them", (route) => {
    const { AuthorizationType, Integration } = methods.get(route) ?? {};

    expect(AuthorizationType).toBe("NONE");
    expect(inWords(Integration?.Uri)).toContain("/functions/FunctionsReadFleetFunction");
  });

  test.each(routes)("lets $servedBy serve $route", ({ route, servedBy }) => {
    const { Type, Uri } = methods.get(route)?.Integration ?? {};
    const served = servedBy.replaceAll(/(^|-)(\w)/g, (_, _dash, letter) => letter.toUpperCase());

    expect(Type).toBe("AWS_PROXY");
    expect(inWords(Uri)).toContain(`:lambda:path/2015-03-31/functions/Functions${served}Function`);
  });

  test("asks every caller for a signature, but for whoever asks for health", () => {
    for (const { route } of routes)
      expect([route, methods.get(route)?.AuthorizationType]).toEqual([
        route,
        route === "GET /health" ? "NONE" : "AWS_IAM",
      ]);
  });

  test("asks for a token instead when the stage says so", () => {
    const withTokens = templateOf(WITH_TOKENS);
    const [authorizer] = resourcesOf(withTokens, "AWS::ApiGateway::Authorizer");

    expect(authorizer?.Properties).toMatchObject({
      Type: "TOKEN",
      IdentitySource: "method.request.header.Authorization",
      AuthorizerResultTtlInSeconds: 300,
    });
    for (const [route, { AuthorizationType, AuthorizerId }] of methodsOf(withTokens)) {
      if (REST.includes(route)) continue;
      if (route === "GET /health") expect(AuthorizationType).toBe("NONE");
      else
        expect({ AuthorizationType, AuthorizerId }).toEqual({
          AuthorizationType: "CUSTOM",
          AuthorizerId: { Ref: authorizer?.logicalId },
        });
    }
  });

  test("is regional, and gives bodies to the functions as they were sent", () => {
    template.hasResourceProperties("AWS::ApiGateway::RestApi", {
      EndpointConfiguration: { Types: ["REGIONAL"] },
      BinaryMediaTypes: ["*/*"],
    });
  });

  test("is throttled, and logs every request and its own errors, but no bodies", () => {
    template.hasResourceProperties("AWS::ApiGateway::Stage", {
      StageName: "dev",
      AccessLogSetting: { DestinationArn: Match.anyValue(), Format: Match.stringLikeRegexp("requestId.*status") },
      MethodSettings: [
        {
          HttpMethod: "*",
          ResourcePath: "/*",
          ThrottlingRateLimit: 200,
          ThrottlingBurstLimit: 400,
          LoggingLevel: "ERROR",
          DataTraceEnabled: false,
        },
      ],
    });
  });

  test("sets the role that all APIs of the account log with, and leaves it to them when it goes", () => {
    const [account] = resourcesOf(template, "AWS::ApiGateway::Account");

    expect(account?.DeletionPolicy).toBe("Retain");
  });

  test("of an ephemeral stage is throttled too, and touches nothing of the account", () => {
    const ephemeral = templateOf({ ephemeral: "true" });

    ephemeral.resourceCountIs("AWS::ApiGateway::Account", 0);
    ephemeral.hasResourceProperties("AWS::ApiGateway::Stage", {
      AccessLogSetting: Match.absent(),
      MethodSettings: [{ ThrottlingRateLimit: 200, ThrottlingBurstLimit: 400 }],
    });
  });
});

const Answer = z.looseObject({
  ResponseType: z.string(),
  StatusCode: z.string(),
  ResponseParameters: z.record(z.string(), z.string()),
  ResponseTemplates: z.strictObject({ "application/json": z.string() }),
});
const Problem = z.strictObject({
  type: z.string().regex(/^\/problems\/[a-z-]+$/),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(1),
});

describe("what the gateway answers by itself", () => {
  const answers = new Map(
    resourcesOf(template, "AWS::ApiGateway::GatewayResponse").map(({ Properties }) => {
      const answer = Answer.parse(Properties);
      return [answer.ResponseType, answer];
    }),
  );

  test.each([...answers.keys()])("for %s is problem details with the status it has", (type) => {
    const answer = answers.get(type);
    const problem = Problem.parse(JSON.parse(answer?.ResponseTemplates["application/json"] ?? ""));

    expect(String(problem.status)).toBe(answer?.StatusCode);
    expect(answer?.ResponseParameters).toMatchObject({
      "gatewayresponse.header.Content-Type": "'application/problem+json'",
    });
  });

  test.each([
    ["UNAUTHORIZED", 401],
    ["MISSING_AUTHENTICATION_TOKEN", 403],
    ["ACCESS_DENIED", 403],
    ["INVALID_SIGNATURE", 403],
    ["EXPIRED_TOKEN", 403],
    ["RESOURCE_NOT_FOUND", 404],
    ["REQUEST_TOO_LARGE", 413],
    ["THROTTLED", 429],
    ["DEFAULT_5XX", 500],
    ["INTEGRATION_TIMEOUT", 504],
  ])("for %s is %i", (type, status) => {
    expect(answers.get(type)?.StatusCode).toBe(String(status));
  });

  test.each(["THROTTLED", "QUOTA_EXCEEDED", "DEFAULT_5XX", "INTEGRATION_TIMEOUT"])(
    "for %s says when to come back",
    (type) => {
      expect(answers.get(type)?.ResponseParameters).toMatchObject({ "gatewayresponse.header.Retry-After": "'1'" });
    },
  );
});

import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { scopeOf } from "../../shared/edge/authorization.ts";
import { ROUTES, type Route, type RouteKey } from "../../shared/edge/routes.ts";
import { COMMON_ANSWERS } from "./answers.ts";
import type { Contents, DescribedAnswer, Headers, Operation } from "./description.ts";
import { DESCRIPTION_OPERATIONS } from "./description-operations.ts";
import { EVENT_OPERATIONS } from "./event-operations.ts";
import { FLEET_OPERATIONS } from "./fleet-operations.ts";
import { headerOf, parametersOf } from "./parameters.ts";
import { namedSchemas, schemaOf } from "./schemas.ts";
import { TWIN_OPERATIONS } from "./twin-operations.ts";

/** Every operation: a route that is not described does not compile. */
export const OPERATIONS: Readonly<Record<RouteKey, Operation>> = {
  ...EVENT_OPERATIONS,
  ...TWIN_OPERATIONS,
  ...FLEET_OPERATIONS,
  ...DESCRIPTION_OPERATIONS,
};

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")));

/** The description of the whole API, as an OpenAPI 3.1 document. */
export const openApiDocument = () => ({
  openapi: "3.1.1",
  info: {
    title: "chassis-twin",
    version,
    description: "Digital twins of chassis with two redundant management modules.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  // Relative to this document: behind a gateway the API's paths begin with the stage.
  servers: [{ url: "." }],
  tags: [
    { name: "Events", description: "What happened to chassis." },
    { name: "Chassis", description: "One chassis, now and then." },
    { name: "Fleet", description: "All chassis together." },
    { name: "Service", description: "The service itself." },
  ],
  paths: pathsOf(ROUTES),
  components: {
    schemas: namedSchemas(),
    responses: mapped(COMMON_ANSWERS, answerObject),
    securitySchemes: SECURITY_SCHEMES,
  },
});

/** The document as it is committed and served. */
export const renderOpenApiDocument = (): string => `${JSON.stringify(openApiDocument(), null, 2)}\n`;

const SECURITY_SCHEMES = {
  sigv4: {
    type: "apiKey",
    name: "Authorization",
    in: "header",
    description: "On AWS unless the stage says otherwise: the request is signed with AWS Signature Version 4.",
    "x-amazon-apigateway-authtype": "awsSigv4",
  },
  token: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "JWT",
    description: "Where an OIDC issuer is configured: its token, with the scope `events:write` or `twins:read`.",
  },
};

const pathsOf = (routes: readonly Route[]) => {
  const paths = [...new Set(routes.map(({ path }) => path))];
  return Object.fromEntries(
    paths.map((path) => [
      path,
      Object.fromEntries(
        routes
          .filter((route) => route.path === path)
          .map((route) => [route.method.toLowerCase(), operationObject(route)]),
      ),
    ]),
  );
};

const operationObject = (route: Route) => {
  const described = operationOf(route);
  const { operationId, tag, description, body, answers } = described;
  const scope = scopeOf(route);
  return {
    operationId,
    tags: [tag],
    summary: route.summary,
    description,
    security: scope === null ? [] : [{ sigv4: [] }, { token: [scope] }],
    parameters: parametersOf(described),
    ...(body !== undefined && { requestBody: { required: true, content: contentObject(body) } }),
    responses: mapped(answers, (answer) => commonAnswer(answer) ?? answerObject(answer)),
  };
};

const operationOf = ({ method, path }: Route): Operation => {
  const [, described] = Object.entries(OPERATIONS).find(([key]) => key === `${method} ${path}`) ?? [];
  if (described === undefined) throw new TypeError(`${method} ${path} is not described.`);
  return described;
};

const commonAnswer = (answer: DescribedAnswer) => {
  const [name] = Object.entries(COMMON_ANSWERS).find(([, common]) => common === answer) ?? [];
  return name === undefined ? undefined : { $ref: `#/components/responses/${name}` };
};

const answerObject = ({ description, headers, content }: DescribedAnswer) => ({
  description,
  ...(headers !== undefined && { headers: headersObject(headers) }),
  ...(content !== undefined && { content: contentObject(content) }),
});

const headersObject = (headers: Headers) => mapped(headers, headerOf);

const contentObject = (contents: Contents) =>
  mapped(contents, ({ schema, example }) => ({ schema: schemaOf(schema), ...(example !== undefined && { example }) }));

const mapped = <Value, Result>(
  entries: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Readonly<Record<string, Result>> =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, change(value)]));

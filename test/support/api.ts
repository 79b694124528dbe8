import type { APIGatewayProxyEvent, Context } from "aws-lambda";
import type { Endpoint } from "../../shared/edge/http.ts";
import { matchRoute, type Route } from "../../shared/edge/routes.ts";
import { bodyOf, requireDocumented } from "./documented.ts";

/** A request as a test writes it. `target` is a path with an optional query. */
export interface ApiRequest {
  readonly method?: string;
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** An answer as a test reads it; `body` is parsed JSON, or `null` when there is none. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/**
 * Sends a request to an endpoint in the form in which API Gateway would; a `Buffer` as body goes in base64. Throws when
 * the answer is not as the OpenAPI document has it.
 */
export const send = async (endpoint: Endpoint, request: ApiRequest): Promise<ApiAnswer> => {
  const answer = await sendToAny(endpoint, request);
  const { httpMethod: method, path } = apiGatewayEvent(request);
  requireDocumented({ method, path, ...answer });
  return answer;
};

/** Sends a request to an endpoint that need not be one of the API's. */
export const sendToAny = async (endpoint: Endpoint, request: ApiRequest): Promise<ApiAnswer> => {
  const { statusCode: status, headers = {}, body } = await endpoint(apiGatewayEvent(request), context);
  return { status, headers, body: bodyOf(body, headers["content-type"]) };
};

/** The proxy event of a request; one that no route takes names itself as its resource. */
export const apiGatewayEvent = ({ method = "GET", target, headers = {}, body }: ApiRequest): APIGatewayProxyEvent => {
  const { pathname: path, searchParams } = new URL(target, "http://api.invalid");
  const match = matchRoute(method, path);
  const resource: Route["path"] | string = match instanceof Error ? path : match.route.path;
  const query = [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)] as const);
  return {
    resource,
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    queryStringParameters: Object.fromEntries(query.map(([name, values]) => [name, values.at(-1)])),
    multiValueQueryStringParameters: query.length === 0 ? null : Object.fromEntries(query),
    pathParameters: match instanceof Error ? null : match.pathParameters,
    stageVariables: null,
    body: body === undefined ? null : body.toString(typeof body === "string" ? undefined : "base64"),
    isBase64Encoded: Buffer.isBuffer(body),
    requestContext: {
      accountId: "000000000000",
      apiId: "test",
      authorizer: null,
      protocol: "HTTP/1.1",
      httpMethod: method,
      identity: NOBODY,
      path,
      stage: "test",
      requestId: "00000000-0000-4000-8000-000000000000",
      requestTimeEpoch: 0,
      resourceId: resource,
      resourcePath: resource,
    },
  };
};

const NOBODY = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: "127.0.0.1",
  user: null,
  userAgent: null,
  userArn: null,
};

const context: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: "test",
  functionVersion: "$LATEST",
  invokedFunctionArn: "arn:aws:lambda:eu-west-1:000000000000:function:test",
  memoryLimitInMB: "512",
  awsRequestId: "00000000-0000-4000-8000-000000000000",
  logGroupName: "/aws/lambda/test",
  logStreamName: "test",
  getRemainingTimeInMillis: () => 30_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};

import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEvent } from "aws-lambda";
import { InvalidInput } from "../../shared/domain/errors.ts";
import type { RouteMatch } from "../../shared/edge/routes.ts";

/** What a request asks for: its path still percent-encoded, its query decoded. */
export interface RequestTarget {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Reads the target of a request line. Throws `InvalidInput` when its percent-encoding is malformed. */
export const targetOf = (requestTarget: string): RequestTarget => {
  const local = requestTarget.replace(/^https?:\/\/[^/?]*/i, "");
  const mark = local.indexOf("?");
  const path = mark === -1 ? local : local.slice(0, mark);
  const query = mark === -1 ? "" : local.slice(mark + 1);
  requireDecodable("/path", path);
  requireDecodable("/query", query);
  return { path: path === "" ? "/" : path, query: new URLSearchParams(query) };
};

const requireDecodable = (pointer: string, text: string): void => {
  try {
    decodeURIComponent(text);
  } catch {
    throw new InvalidInput([{ pointer, detail: "has a malformed percent-encoding" }]);
  }
};

/** A request with all of its body, as API Gateway's REST proxy integration would hand it to a function. */
export const gatewayEvent = (
  request: IncomingMessage,
  body: Buffer,
  { path, query }: RequestTarget,
  { route, pathParameters }: RouteMatch,
): APIGatewayProxyEvent => {
  const text = isUtf8(body);
  return {
    resource: route.path,
    path,
    httpMethod: route.method,
    ...headersOf(request),
    ...parametersOf(query),
    pathParameters: Object.keys(pathParameters).length === 0 ? null : pathParameters,
    stageVariables: null,
    body: body.length === 0 ? null : body.toString(text ? "utf8" : "base64"),
    isBase64Encoded: !text,
    requestContext: {
      accountId: "000000000000",
      apiId: "embedded",
      authorizer: null,
      protocol: "HTTP/1.1",
      httpMethod: route.method,
      identity: {
        ...NOBODY,
        sourceIp: request.socket.remoteAddress ?? "",
        userAgent: request.headers["user-agent"] ?? null,
      },
      path,
      stage: "embedded",
      requestId: randomUUID(),
      requestTimeEpoch: Date.now(),
      resourceId: route.path,
      resourcePath: route.path,
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
  user: null,
  userArn: null,
};

const headersOf = ({ headersDistinct }: IncomingMessage) => ({
  multiValueHeaders: headersDistinct,
  headers: lastOfEach(Object.entries(headersDistinct)),
});

const parametersOf = (query: URLSearchParams) => {
  const values = [...new Set(query.keys())].map((name): [string, string[]] => [name, query.getAll(name)]);
  if (values.length === 0) return { queryStringParameters: null, multiValueQueryStringParameters: null };
  return { queryStringParameters: lastOfEach(values), multiValueQueryStringParameters: Object.fromEntries(values) };
};

const lastOfEach = (values: readonly (readonly [string, readonly string[] | undefined])[]) =>
  Object.fromEntries(values.map(([name, all]) => [name, all?.at(-1)]));

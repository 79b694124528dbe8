import { ResponseType, type RestApi } from "aws-cdk-lib/aws-apigateway";

interface GatewayProblem {
  readonly types: readonly ResponseType[];
  readonly status: number;
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const SOON = { "Retry-After": "1" };

const PROBLEMS: readonly GatewayProblem[] = [
  {
    types: [ResponseType.DEFAULT_4XX],
    status: 400,
    kind: "invalid-input",
    title: "Invalid input",
    detail: "The request cannot be understood.",
  },
  {
    types: [ResponseType.UNAUTHORIZED],
    status: 401,
    kind: "unauthorized",
    title: "Unauthorized",
    detail: "The request needs a valid token of the issuer that this service trusts.",
    headers: { "WWW-Authenticate": "Bearer" },
  },
  {
    types: [
      ResponseType.ACCESS_DENIED,
      ResponseType.EXPIRED_TOKEN,
      ResponseType.INVALID_API_KEY,
      ResponseType.INVALID_SIGNATURE,
      ResponseType.MISSING_AUTHENTICATION_TOKEN,
      ResponseType.WAF_FILTERED,
    ],
    status: 403,
    kind: "forbidden",
    title: "Forbidden",
    detail: "The caller has not proved who they are, or may not do this.",
  },
  {
    types: [ResponseType.RESOURCE_NOT_FOUND],
    status: 404,
    kind: "route-unknown",
    title: "Not found",
    detail: "There is nothing here; GET / lists what there is.",
  },
  {
    types: [ResponseType.REQUEST_TOO_LARGE],
    status: 413,
    kind: "payload-too-large",
    title: "Payload too large",
    detail: "A request may hold at most 1048576 bytes.",
  },
  {
    types: [ResponseType.THROTTLED, ResponseType.QUOTA_EXCEEDED],
    status: 429,
    kind: "too-many-requests",
    title: "Too many requests",
    detail: "The service takes fewer requests in a second than were sent; send it again a little later.",
    headers: SOON,
  },
  {
    types: [ResponseType.DEFAULT_5XX],
    status: 500,
    kind: "internal-error",
    title: "Internal error",
    detail: "The service failed to answer; the same request may succeed later.",
    headers: SOON,
  },
  {
    types: [ResponseType.INTEGRATION_FAILURE, ResponseType.INTEGRATION_TIMEOUT],
    status: 504,
    kind: "no-answer-in-time",
    title: "No answer in time",
    detail: "The service did not answer in time; the same request may succeed later.",
    headers: SOON,
  },
];

/** Makes what the gateway answers by itself, before or after a function, problem details as the functions' are. */
export const answerWithProblems = (api: RestApi): void => {
  for (const { types, headers = {}, status, kind, title, detail } of PROBLEMS) {
    const body = JSON.stringify({ type: `/problems/${kind}`, title, status, detail });
    for (const type of types) {
      api.addGatewayResponse(`Problem${type.responseType}`, {
        type,
        statusCode: String(status),
        responseHeaders: quoted({
          "Content-Type": "application/problem+json",
          "Cache-Control": "no-cache",
          ...headers,
        }),
        templates: { "application/json": body },
      });
    }
  }
};

/** Values as the gateway wants literal ones: between single quotes. */
const quoted = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]));

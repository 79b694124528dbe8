import type { Logger } from "@aws-lambda-powertools/logger";
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from "aws-lambda";
import { beginTimeLimit } from "../time-limit.ts";
import { problemOf } from "./problem.ts";
import { MethodNotAllowed, RouteUnknown } from "./request-errors.ts";
import { ROUTES, type RouteKeyOf, type ServingFunction } from "./routes.ts";

/** Answers the requests of one route; what it throws becomes a problem. */
export type Answer = (event: APIGatewayProxyEvent) => Promise<APIGatewayProxyResult>;

/** A function behind API Gateway's REST proxy integration, or behind a server that speaks as it does. */
export type Endpoint = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

/** The answers of one function, one for each route that it serves. */
export type Answers<F extends ServingFunction> = Readonly<Record<RouteKeyOf<F>, Answer>>;

/** Where failures of the service are written for its operators. */
export type FailureLog = Pick<Logger, "error">;

/** What is kept of the function's time to answer that it did not suffice, in milliseconds. */
const TIME_TO_ANSWER_MS = 5;

/**
 * Makes the endpoint of one function. Requests for routes that it does not serve are answered 405 when their path takes
 * other methods, else 404. What is thrown is answered as a problem, and so is a lack of time; what is not the caller's
 * doing is logged whole.
 */
export const endpoint = <F extends ServingFunction>(answers: Answers<F>, logger: FailureLog): Endpoint => {
  const byRoute = new Map<string, Answer>(Object.entries<Answer>(answers));
  return async (event, context) => {
    const timeLimit = beginTimeLimit(context.getRemainingTimeInMillis() - TIME_TO_ANSWER_MS);
    try {
      const answer = byRoute.get(`${event.httpMethod} ${event.resource}`);
      if (answer === undefined) throw unserved(event);
      return await timeLimit.within(() => answer(event));
    } catch (error) {
      const response = problemResponse(error);
      if (response.statusCode >= 500)
        logger.error("A request failed", { error: error ?? undefined, route: `${event.httpMethod} ${event.resource}` });
      return response;
    } finally {
      timeLimit.end();
    }
  };
};

const unserved = ({ httpMethod, resource }: APIGatewayProxyEvent): RouteUnknown | MethodNotAllowed => {
  const methods = ROUTES.filter(({ path }) => path === resource).map(({ method }): string => method);
  return methods.length === 0 || methods.includes(httpMethod) ? new RouteUnknown() : new MethodNotAllowed(methods);
};

/** An answer in JSON. Clients may keep it, but have to ask again before they use it. */
export const json = (statusCode: number, body: unknown, headers: Headers = {}): APIGatewayProxyResult => ({
  statusCode,
  headers: { "content-type": "application/json", "cache-control": "no-cache", ...headers },
  body: JSON.stringify(body),
});

/** The answer to a request that failed with `error`, as problem details with the members of `extension` added. */
export const problemResponse = (error: unknown, extension: object = {}): APIGatewayProxyResult => {
  const { problem, headers } = problemOf(error);
  return json(problem.status, { ...problem, ...extension }, { "content-type": "application/problem+json", ...headers });
};

/** The value of a request header, whatever the case of its name; the lines of a repeated one joined by commas. */
export const headerOf = (event: APIGatewayProxyEvent, name: string): string | undefined => {
  const all = Object.entries({ ...event.headers, ...event.multiValueHeaders });
  const lines = all.filter(([sent]) => sent.toLowerCase() === name).flatMap(([, value]) => value ?? []);
  return lines.length > 0 ? lines.join(", ") : undefined;
};

type Headers = Readonly<Record<string, string>>;

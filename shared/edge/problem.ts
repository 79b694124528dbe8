import { ChassisNotFound, HistoryNotKept, type InputFault, InvalidInput } from "../domain/errors.ts";
import {
  EventsNotArrived,
  MethodNotAllowed,
  NotAuthenticated,
  PayloadTooLarge,
  RouteUnknown,
  ScopeMissing,
  ServiceUnavailable,
  UnsupportedMediaType,
} from "./request-errors.ts";

/**
 * Problem details (RFC 9457). `type` is a URI reference relative to the service and never changes its meaning. The
 * pointers of `errors` are JSON Pointers into the body, or, when they begin with `/query/`, name a query parameter, and
 * with `/headers/` a header.
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly InputFault[];
}

/** What a caller is told of an error: the problem, and the headers that its status calls for. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

const KINDS = {
  "invalid-input": { status: 400, title: "Invalid input" },
  unauthorized: { status: 401, title: "Unauthorized" },
  forbidden: { status: 403, title: "Forbidden" },
  "chassis-not-found": { status: 404, title: "Chassis not found" },
  "route-unknown": { status: 404, title: "Not found" },
  "method-not-allowed": { status: 405, title: "Method not allowed" },
  "payload-too-large": { status: 413, title: "Payload too large" },
  "unsupported-media-type": { status: 415, title: "Unsupported media type" },
  "internal-error": { status: 500, title: "Internal error" },
  "service-unavailable": { status: 503, title: "Service unavailable" },
  "events-not-arrived": { status: 504, title: "Events not arrived" },
} as const;

/**
 * The one map from errors to answers. Each kind above is a problem `/problems/<kind>`; an error that is none of ours
 * becomes an internal error, and the caller learns nothing of it.
 */
export const problemOf = (error: unknown): ProblemAnswer => {
  if (error instanceof InvalidInput) {
    const { problem, headers } = answer("invalid-input", error.message);
    return { problem: { ...problem, errors: error.faults }, headers };
  }
  if (error instanceof NotAuthenticated)
    return answer("unauthorized", error.message, challenge(error.hasToken ? ['error="invalid_token"'] : []));
  if (error instanceof ScopeMissing)
    return answer("forbidden", error.message, challenge(['error="insufficient_scope"', `scope="${error.scope}"`]));
  if (error instanceof ChassisNotFound || error instanceof HistoryNotKept)
    return answer("chassis-not-found", error.message);
  if (error instanceof RouteUnknown) return answer("route-unknown", error.message);
  if (error instanceof MethodNotAllowed)
    return answer("method-not-allowed", error.message, { allow: error.allowed.join(", ") });
  if (error instanceof PayloadTooLarge) return answer("payload-too-large", error.message);
  if (error instanceof UnsupportedMediaType)
    return answer("unsupported-media-type", error.message, { accept: error.supported.join(", ") });
  if (error instanceof ServiceUnavailable) return answer("service-unavailable", error.message, { "retry-after": "1" });
  if (error instanceof EventsNotArrived) return answer("events-not-arrived", error.message, { "retry-after": "1" });
  return answer("internal-error", "The service failed to answer; the same request may succeed later.");
};

const answer = (kind: keyof typeof KINDS, detail: string, headers = {}): ProblemAnswer => ({
  problem: { type: `/problems/${kind}`, ...KINDS[kind], detail },
  headers,
});

/** Tells a caller how to sign in (RFC 6750). */
const challenge = (parameters: readonly string[]) => ({
  "www-authenticate": `Bearer ${['realm="chassis-twin"', ...parameters].join(", ")}`,
});

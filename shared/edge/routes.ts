import { MethodNotAllowed, RouteUnknown } from "./request-errors.ts";

/**
 * Every route of the API, declared once: its method, its path template as API Gateway writes it, the function that
 * serves it, and what it is for.
 */
export const ROUTES = [
  { method: "GET", path: "/", servedBy: "read-fleet", summary: "This index" },
  { method: "POST", path: "/events", servedBy: "accept-events", summary: "Takes CloudEvents about chassis" },
  { method: "GET", path: "/chassis", servedBy: "read-fleet", summary: "The chassis of the fleet, filtered" },
  { method: "GET", path: "/chassis/{id}", servedBy: "read-twin", summary: "The twin of a chassis, now or then" },
  { method: "GET", path: "/chassis/{id}/events", servedBy: "read-twin", summary: "Its events, newest first" },
  { method: "GET", path: "/chassis/{id}/switchovers", servedBy: "read-twin", summary: "Its switchovers, newest first" },
  { method: "GET", path: "/chassis/{id}/diff", servedBy: "read-twin", summary: "What changed between two moments" },
  {
    method: "POST",
    path: "/chassis/{id}/what-if",
    servedBy: "read-twin",
    summary: "What would be if something happened",
  },
  { method: "GET", path: "/fleet/summary", servedBy: "read-fleet", summary: "How many chassis are in which state" },
  { method: "GET", path: "/fleet/findings", servedBy: "read-fleet", summary: "The open findings, the worst first" },
  {
    method: "POST",
    path: "/fleet/assertions",
    servedBy: "read-fleet",
    summary: "Whether what is asserted of the fleet holds",
  },
  { method: "GET", path: "/health", servedBy: "read-fleet", summary: "Whether the service and its store are up" },
] as const;

/** One route of the API. */
export type Route = (typeof ROUTES)[number];

/** The name of a function that serves routes: its folder in `functions/`. */
export type ServingFunction = Route["servedBy"];

/** A route's method and path template, such as `GET /chassis/{id}`. */
export type RouteKey<R extends Route = Route> = R extends Route ? `${R["method"]} ${R["path"]}` : never;

/** The keys of the routes that a function serves. */
export type RouteKeyOf<F extends ServingFunction> = RouteKey<Extract<Route, { servedBy: F }>>;

/** The route that a request takes, and the values in its path, percent-decoded. */
export interface RouteMatch {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds the route of a request, for servers that have no API Gateway before them. `path` is without query. What no
 * route takes is answered, not thrown, as the error to tell the caller.
 */
export const matchRoute = (method: string, path: string): RouteMatch | RouteUnknown | MethodNotAllowed => {
  const candidates = ROUTES.flatMap((route) => {
    const pathParameters = parametersIn(route.path, path);
    return pathParameters === null ? [] : [{ route, pathParameters }];
  });
  if (candidates.length === 0) return new RouteUnknown();
  const match = candidates.find(({ route }) => route.method === method);
  return match ?? new MethodNotAllowed(candidates.flatMap(({ route }) => methodsOf(route)));
};

// Whoever answers GET answers HEAD too.
const methodsOf = ({ method }: Route): readonly string[] => (method === "GET" ? ["GET", "HEAD"] : [method]);

const parametersIn = (template: string, path: string): Record<string, string> | null => {
  const names = template.split("/");
  const values = path.split("/");
  if (names.length !== values.length) return null;
  const parameters: [string, string][] = [];
  for (const [position, name] of names.entries()) {
    const value = decoded(values[position] ?? "");
    if (!name.startsWith("{")) {
      if (name !== value) return null;
    } else if (value === null || value === "") return null;
    else parameters.push([name.slice(1, -1), value]);
  }
  return Object.fromEntries(parameters);
};

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

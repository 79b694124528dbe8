import { ROUTES, type Route } from "./routes.ts";

/** What a caller may be allowed to do. */
export type Scope = "events:write" | "twins:read";

/** The scope that a route needs; `null` when it needs no caller at all. */
export const scopeOf = ({ method, path }: Pick<Route, "method" | "path">): Scope | null => {
  if (path === "/health") return null;
  return method === "POST" && path === "/events" ? "events:write" : "twins:read";
};

/** Whether a caller with these scopes may take a route. */
export const isAllowed = (scopes: readonly string[], route: Pick<Route, "method" | "path">): boolean => {
  const needed = scopeOf(route);
  return needed === null || scopes.includes(needed);
};

/** Every route that a caller with these scopes may take; one that needs no caller is always among them. */
export const routesAllowed = (scopes: readonly string[]): readonly Route[] =>
  ROUTES.filter((route) => isAllowed(scopes, route));

/** The token in an `Authorization` header; `null` when there is none. */
export const bearerToken = (authorization: string | undefined): string | null =>
  /^Bearer +([^ ]+) *$/i.exec(authorization ?? "")?.[1] ?? null;

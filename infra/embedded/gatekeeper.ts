import { callerOf, type TokenVerifier } from "../../functions/authorize/caller.ts";
import { isAllowed, scopeOf } from "../../shared/edge/authorization.ts";
import { ScopeMissing } from "../../shared/edge/request-errors.ts";
import type { Route } from "../../shared/edge/routes.ts";

/** Lets a request pass, by its `Authorization` header, or throws what its sender is to be told. */
export type Gatekeeper = (route: Route, authorization: string | undefined) => Promise<void>;

/** Lets everybody pass. */
export const openGate: Gatekeeper = async () => {};

/**
 * Does what API Gateway does with the authorizer's policy. Throws `NotAuthenticated`, `ScopeMissing` and
 * `ServiceUnavailable`.
 */
export const tokenGate =
  (verifier: TokenVerifier): Gatekeeper =>
  async (route, authorization) => {
    const needed = scopeOf(route);
    if (needed === null) return;
    const { scopes } = await callerOf(verifier, authorization);
    if (!isAllowed(scopes, route)) throw new ScopeMissing(needed);
  };

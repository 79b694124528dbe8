import createFetchClient, { type Client, type Middleware } from "openapi-fetch";
import { ApiProblem, isProblem } from "./api-problem.ts";
import type { components, paths } from "./api-types.ts";

/** The bodies of the API by their names: `Schemas["Twin"]`. */
export type Schemas = components["schemas"];

/** Where the service is, and who calls it. */
export interface ClientOptions {
  /** The URL of the service, its stage included. */
  readonly baseUrl: string;
  /** A token of the OIDC issuer that the service trusts; without it, none is sent. */
  readonly token?: string | undefined;
  /** Sends requests in place of the global `fetch`: to sign them, for example. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** Calls the service. A route is a method and a path: `client.GET("/chassis/{id}", { params: { path: { id } } })`. */
export type TwinClient = Client<paths>;

/** A client of the service. Its calls answer `{ data }`; when the service answers a problem, they throw `ApiProblem`. */
export const createClient = ({ baseUrl, token, fetch }: ClientOptions): TwinClient => {
  const client = createFetchClient<paths>({
    baseUrl,
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    ...(fetch !== undefined && { fetch }),
  });
  client.use(problemsThrown);
  return client;
};

const problemsThrown: Middleware = {
  async onResponse({ request, response }) {
    if (!response.headers.get("content-type")?.startsWith("application/problem+json")) return;
    const body: unknown = await response.clone().json();
    if (isProblem(body)) throw new ApiProblem(body, request);
  },
};

import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as z from "zod";
import { matchRoute } from "../../shared/edge/routes.ts";

const Reference = z.object({ $ref: z.string() });
const Header = z.object({ required: z.boolean().optional(), schema: z.unknown() });
const Answer = z.object({
  headers: z.record(z.string(), Header).default({}),
  content: z.record(z.string(), z.unknown()).default({}),
});
const Responses = z.record(z.string(), z.union([Reference, Answer]));
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: Responses }))),
  components: z.object({ responses: z.record(z.string(), Answer) }),
});

const text = readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8");
const document = Document.parse(JSON.parse(text));

const ajv = new Ajv.default({ strict: true, allowUnionTypes: true, allErrors: true, discriminator: false });
addFormats.default(ajv);
// The document itself is no schema, but the schemas in it are found from its root.
ajv.addVocabulary(["openapi", "info", "servers", "tags", "paths", "components"]);
ajv.addSchema(JSON.parse(text), "openapi", false, false);

/** An answer of the service, as somebody saw it who asked for it. */
export interface SeenAnswer {
  readonly method: string;
  /** Of the request; below the stage, and without the query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Parsed, when it is JSON; `null` when there is none. */
  readonly body: unknown;
}

/** What was said that the OpenAPI document does not say. */
export class Undocumented extends Error {
  override readonly name = "Undocumented";
}

/** Holds an answer against the OpenAPI document: its route, status, headers and body. Throws `Undocumented`. */
export const requireDocumented = (seen: SeenAnswer): void => {
  const { place, answer } = expectedOf(seen);
  const about = `${seen.method} ${seen.path} answered ${seen.status}`;
  const headers = new Map(Object.entries(seen.headers).map(([name, value]) => [name.toLowerCase(), value]));

  for (const [name, { required = false }] of Object.entries(answer.headers)) {
    const value = headers.get(name.toLowerCase());
    if (value === undefined && required) throw new Undocumented(`${about} without the header ${name}`);
    if (value !== undefined)
      requireValid(`${about} with the header ${name}`, [...place, "headers", name, "schema"], value);
  }

  const mediaTypes = Object.keys(answer.content);
  if (mediaTypes.length === 0) {
    if (seen.body !== null) throw new Undocumented(`${about} with a body`);
    return;
  }
  const sent = headers.get("content-type");
  const mediaType = mediaTypes.find((one) => one === sent);
  if (mediaType === undefined) throw new Undocumented(`${about} as ${sent}, not as ${mediaTypes.join(" or ")}`);
  if (seen.method === "HEAD") return;
  requireValid(about, [...place, "content", mediaType, "schema"], seen.body);
  if (mediaType === PROBLEM && !isOfStatus(seen.body, seen.status))
    throw new Undocumented(`${about} as of another status`);
};

const PROBLEM = "application/problem+json";

const isOfStatus = (problem: unknown, status: number): boolean =>
  z.object({ status: z.literal(status) }).safeParse(problem).success;

/** A place in the document. */
type Place = readonly string[];

interface Expected {
  readonly place: Place;
  readonly answer: z.infer<typeof Answer>;
}

/** What is answered to requests that no route takes. */
const OF_NO_ROUTE = {
  RouteUnknown: new Map([
    [400, "InvalidInput"],
    [404, "NotFound"],
    [413, "PayloadTooLarge"],
  ]),
  MethodNotAllowed: new Map([[405, "MethodNotAllowed"]]),
} as const;

const expectedOf = ({ method, path, status }: SeenAnswer): Expected => {
  const match = matchRoute(method === "HEAD" ? "GET" : method, path);
  if (match instanceof Error) return commonAnswer(OF_NO_ROUTE[match.name].get(status), `${method} ${path}`, status);
  const { path: template, method: served } = match.route;
  const verb = served.toLowerCase();
  const answer = document.paths[template]?.[verb]?.responses[status];
  if (answer === undefined) throw new Undocumented(`${served} ${template} is not said to answer ${status}`);
  if ("$ref" in answer) return commonAnswer(answer.$ref.split("/").at(-1), `${served} ${template}`, status);
  return { place: ["paths", template, verb, "responses", `${status}`], answer };
};

const commonAnswer = (name = "", about: string, status: number): Expected => {
  const answer = document.components.responses[name];
  if (answer === undefined) throw new Undocumented(`${about} is not said to answer ${status}`);
  return { place: ["components", "responses", name], answer };
};

const requireValid = (about: string, place: Place, value: unknown): void => {
  const pointer = place.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1")));
  const validate = ajv.getSchema(`openapi#/${pointer.join("/")}`);
  if (validate === undefined) throw new Undocumented(`${about}, for which there is no schema at ${place.join(" ")}`);
  if (validate(value) === true) return;
  const faults = (validate.errors ?? []).slice(0, 5).map(({ instancePath, message, params }) => {
    return `${instancePath || "/"} ${message} ${JSON.stringify(params)}`;
  });
  throw new Undocumented(`${about}: ${faults.join("; ")}`);
};

/** Holds an answer that came by HTTP against the OpenAPI document. `path` is below the stage. Throws `Undocumented`. */
export const requireDocumentedResponse = async (method: string, path: string, response: Response): Promise<void> => {
  const { status, headers } = response;
  const body = bodyOf(await response.clone().text(), headers.get("content-type"));
  requireDocumented({ method, path, status, headers: Object.fromEntries(headers), body });
};

/**
 * `fetch`, whose answers are held against the OpenAPI document before anybody sees them. `base` is the URL of the
 * service, when its paths begin with a stage.
 */
export const documentedFetch = async (
  input: string | URL | Request,
  init: RequestInit = {},
  base = "/",
): Promise<Response> => {
  const request = new Request(input, init);
  const { pathname } = new URL(request.url);
  const stage = new URL(base, request.url).pathname.replace(/\/$/, "");
  const response = await fetch(request);
  await requireDocumentedResponse(request.method, pathname.slice(stage.length), response);
  return response;
};

/** What a test sees of a body: parsed, when it is JSON; `null` when there is none. */
export const bodyOf = (text: string, contentType: unknown): unknown => {
  if (text === "") return null;
  return /^application\/(?:[^;]+\+)?json/.test(String(contentType)) ? JSON.parse(text) : text;
};

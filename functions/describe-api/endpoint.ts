import * as z from "zod/mini";
import { functionLog } from "../../shared/adapters/function-log.ts";
import { etagOf, namesEtag } from "../../shared/edge/etag.ts";
import { type Answer, type Endpoint, endpoint, type FailureLog, headerOf } from "../../shared/edge/http.ts";
import { parseQuery } from "../../shared/edge/query.ts";
import { RouteUnknown } from "../../shared/edge/request-errors.ts";
import { DESCRIBING_FILES, type FileName, type FileReader } from "./files.ts";

/** What the endpoint works with. */
export interface Dependencies {
  readonly read: FileReader;
  readonly logger?: FailureLog;
}

/** The names of the files that the page is made of, in the path of `GET /docs/{file}`. */
export const PagePart = z.enum(["start.js", "page.css", "swagger-ui-bundle.js", "swagger-ui.css"]);

/** The description of the API: for programs, and as a page for people. */
export const describeApiEndpoint = ({ read, logger = functionLog("describe-api") }: Dependencies): Endpoint => {
  const answer =
    (nameIn: (parameters: Parameters) => FileName): Answer =>
    async (request) => {
      parseQuery(request, {});
      const name = nameIn(request.pathParameters ?? {});
      const content = await read(name);
      const etag = etagOf(content);
      const isKept = namesEtag(headerOf(request, "if-none-match"), etag);
      return { statusCode: isKept ? 304 : 200, headers: headersOf(name, etag), body: isKept ? "" : content };
    };
  return endpoint<"describe-api">(
    {
      "GET /openapi.json": answer(() => "openapi.json"),
      "GET /docs": answer(() => "page.html"),
      "GET /docs/{file}": answer(({ file }) => partNamed(file)),
    },
    logger,
  );
};

type Parameters = Readonly<Record<string, string | undefined>>;

const partNamed = (file: string | undefined): FileName => {
  const named = PagePart.safeParse(file);
  if (!named.success) throw new RouteUnknown();
  return named.data;
};

/**
 * Nothing but our own files, and no script or style within the page. The package has its icons as `data:` images in its
 * style sheet; the page fetches the document and, when somebody tries an operation, the API.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headersOf = (name: FileName, etag: string) => ({
  "content-type": DESCRIBING_FILES[name].mediaType,
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-content-type-options": "nosniff",
  "cache-control": "no-cache",
  etag,
});

import * as z from "zod/mini";
import { PagePart } from "../../functions/describe-api/endpoint.ts";
import type { RouteKeyOf } from "../../shared/edge/routes.ts";
import { CACHE_CONTROL, CALLER_NEEDED, COMMON_ANSWERS } from "./answers.ts";
import { type DescribedAnswers, type Headers, type Operation, operation } from "./description.ts";
import { named } from "./schemas.ts";

const HEADERS: Headers = {
  ...CACHE_CONTROL,
  ETag: { description: "Changes when the content does.", required: true, schema: z.string() },
  "Content-Security-Policy": { description: "What the page may load.", required: true, schema: z.string() },
  "X-Content-Type-Options": { description: "`nosniff`", required: true, schema: z.literal("nosniff") },
};

const KEPT: Headers = {
  "If-None-Match": { description: "An ETag: 304 while the content is still the same.", schema: z.string() },
};

const fileAnswers = (mediaTypes: readonly string[], schema: z.ZodMiniType): DescribedAnswers => ({
  ...CALLER_NEEDED,
  200: {
    description: "The file.",
    headers: HEADERS,
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema }])),
  },
  304: { description: "The content is still the same.", headers: HEADERS },
});

/** What `describe-api` answers. */
export const DESCRIPTION_OPERATIONS: Readonly<Record<RouteKeyOf<"describe-api">, Operation>> = {
  "GET /openapi.json": operation({
    operationId: "getDescription",
    tag: "Service",
    description: "This document.",
    query: {},
    headers: KEPT,
    answers: fileAnswers(["application/json"], named("Description", z.looseObject({ openapi: z.literal("3.1.1") }))),
  }),
  "GET /docs": operation({
    operationId: "getDescriptionPage",
    tag: "Service",
    description: "This document as a page for people.",
    query: {},
    headers: KEPT,
    answers: fileAnswers(["text/html; charset=utf-8"], z.string()),
  }),
  "GET /docs/{file}": operation({
    operationId: "getDescriptionPagePart",
    tag: "Service",
    description: "A file that the page is made of.",
    path: { file: { description: "Its name.", required: true, schema: named("PagePart", PagePart) } },
    query: {},
    headers: KEPT,
    answers: {
      ...fileAnswers(["text/javascript; charset=utf-8", "text/css; charset=utf-8"], z.string()),
      404: COMMON_ANSWERS.NotFound,
    },
  }),
};

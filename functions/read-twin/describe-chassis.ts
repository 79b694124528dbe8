import type { APIGatewayProxyResult } from "aws-lambda";
import * as z from "zod";
import type { Twin } from "../../shared/domain/twin.ts";
import { etagOf, namesEtag } from "../../shared/edge/etag.ts";
import { type Answer, headerOf, json } from "../../shared/edge/http.ts";
import { once, parseQuery, pastMomentText, repeated } from "../../shared/edge/query.ts";
import { currentTwin, twinAt } from "../../shared/history/read-twin.ts";
import type { Clock, TwinStore } from "../../shared/ports.ts";
import { chassisIdIn } from "./chassis-id.ts";

/**
 * `GET /chassis/{id}`: the twin now, or the twin `at` a past moment, by what was `knownAt` one (at that same moment
 * unless said); 304 to a client that has its content already. The moment described is no content, so that the tag
 * changes only with the twin.
 */
export const describeChassis =
  (store: TwinStore, clock: Clock): Answer =>
  async (request) => {
    const now = clock();
    const { at, knownAt, include } = parseQuery(request, {
      at: once(pastMomentText(now)),
      knownAt: once(pastMomentText(now)),
      include: repeated(z.enum(["provenance"])),
    });
    const asked = { chassisId: chassisIdIn(request), withProvenance: include.includes("provenance") };
    const moment = at ?? knownAt;
    const twin =
      moment === undefined ? await currentTwin(store, asked, now) : await twinAt(store, asked, { at: moment, knownAt });
    const etag = tagOf(twin);
    return namesEtag(headerOf(request, "if-none-match"), etag) ? notModified(etag) : json(200, twin, { etag });
  };

const tagOf = ({ asOf: _, ...content }: Twin): string => etagOf(content);

const notModified = (etag: string): APIGatewayProxyResult => ({
  statusCode: 304,
  headers: { etag, "cache-control": "no-cache" },
  body: "",
});

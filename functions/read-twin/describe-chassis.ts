import type { APIGatewayProxyResult } from "aws-lambda";
import * as z from "zod/mini";
import type { Moment } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { etagOf, namesEtag } from "../../shared/edge/etag.ts";
import { type Answer, headerOf, json } from "../../shared/edge/http.ts";
import { once, parseQuery, pastMomentText, repeated } from "../../shared/edge/query.ts";
import { awaitedIn, TWIN_TOKEN } from "../../shared/edge/twin-token.ts";
import { currentTwin, type TwinRequest, twinAt, twinOf } from "../../shared/history/read-twin.ts";
import type { Clock, Pause, TwinStore } from "../../shared/ports.ts";
import { recordWith } from "./await-arrival.ts";
import { chassisIdIn } from "./chassis-id.ts";

/** What the answer is made from. */
export interface Dependencies {
  readonly store: TwinStore;
  readonly clock: Clock;
  readonly pause: Pause;
}

/**
 * `GET /chassis/{id}`: the twin now, or the twin `at` a past moment, by what was `knownAt` one (at that same moment
 * unless said). The twin now waits for the events that a `Twin-Token` names. 304 to a client that has its content
 * already. The moment described is no content, so that the tag changes only with the twin.
 */
export const describeChassis =
  (dependencies: Dependencies): Answer =>
  async (request) => {
    const { store, clock } = dependencies;
    const now = clock();
    const { at, knownAt, include } = parseQuery(request, twinParameters(now));
    const asked = { chassisId: chassisIdIn(request), withProvenance: include.includes("provenance") };
    const moment = at ?? knownAt;
    const twin =
      moment === undefined
        ? await twinNow(asked, headerOf(request, TWIN_TOKEN), dependencies)
        : await twinAt(store, asked, { at: moment, knownAt });
    const etag = tagOf(twin);
    return namesEtag(headerOf(request, "if-none-match"), etag) ? notModified(etag) : json(200, twin, { etag });
  };

/** What `GET /chassis/{id}` takes at a moment. */
export const twinParameters = (now: Moment) => ({
  at: once(pastMomentText(now)),
  knownAt: once(pastMomentText(now)),
  include: repeated(z.enum(["provenance"])),
});

const twinNow = async (asked: TwinRequest, token: string | undefined, dependencies: Dependencies): Promise<Twin> => {
  const { store, clock } = dependencies;
  const awaited = token === undefined ? null : awaitedIn(token, asked.chassisId);
  if (awaited === null) return await currentTwin(store, asked, clock());
  const record = await recordWith(asked.chassisId, awaited, dependencies);
  return twinOf(record, clock(), asked.withProvenance);
};

const tagOf = ({ asOf: _, ...content }: Twin): string => etagOf(content);

const notModified = (etag: string): APIGatewayProxyResult => ({
  statusCode: 304,
  headers: { etag, "cache-control": "no-cache" },
  body: "",
});

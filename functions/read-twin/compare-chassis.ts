import type { Moment } from "../../shared/domain/state.ts";
import { timestamp } from "../../shared/domain/timestamp.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { invalidQuery, once, parseQuery, pastMomentText, refuseReversed } from "../../shared/edge/query.ts";
import { compareTwins } from "../../shared/history/compare-twins.ts";
import type { Clock, TwinStore } from "../../shared/ports.ts";
import { chassisIdIn } from "./chassis-id.ts";

/**
 * `GET /chassis/{id}/diff`: what changed between two moments, with the events it rests on. `to` is now when left out.
 */
export const compareChassis =
  (store: TwinStore, clock: Clock): Answer =>
  async (request) => {
    const now = clock();
    const { from, to = now } = parseQuery(request, diffParameters(now));
    if (from === undefined) throw invalidQuery([FROM_MISSING]);
    refuseReversed(from, to);
    const changes = await compareTwins(store, chassisIdIn(request), { from, to });
    return json(200, { from: timestamp(from), to: timestamp(to), changes });
  };

/** What `GET /chassis/{id}/diff` takes at a moment. */
export const diffParameters = (now: Moment) => ({
  from: once(pastMomentText(now)),
  to: once(pastMomentText(now)),
});

const FROM_MISSING = { pointer: "/query/from", detail: "must be given: the moment to compare with, in RFC 3339" };

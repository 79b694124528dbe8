import * as z from "zod/mini";
import { onFirstUse } from "../../shared/domain/on-first-use.ts";
import { cursorTo, positionAt } from "../../shared/edge/cursor.ts";
import { EVENT_TYPES } from "../../shared/edge/event-types.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { cursor, limit, MomentText, once, parseQuery, refuseReversed, repeated } from "../../shared/edge/query.ts";
import { eventHistory } from "../../shared/history/event-history.ts";
import type { Clock, TwinStore } from "../../shared/ports.ts";
import { chassisIdIn } from "./chassis-id.ts";

/** What `GET /chassis/{id}/events` takes. */
export const eventParameters = onFirstUse(() => ({
  from: once(MomentText),
  to: once(MomentText),
  type: repeated(z.enum(EVENT_TYPES)),
  disposition: repeated(z.enum(["applied", "no-effect", "quarantined"])),
  limit,
  cursor,
}));

/**
 * `GET /chassis/{id}/events`: the events of a chassis, newest first, and what each one did. One dated ahead is listed
 * when its time has come.
 */
export const listEvents =
  (store: TwinStore, clock: Clock): Answer =>
  async (request) => {
    const { limit, cursor, from, to, type: types, disposition: dispositions } = parseQuery(request, eventParameters());
    refuseReversed(from, to);
    const filters = { chassisId: chassisIdIn(request), from, to, types, dispositions };
    const before = cursor === undefined ? undefined : positionAt(cursor, filters);
    const upTo = Math.min(to ?? Number.POSITIVE_INFINITY, clock());
    const { items, next } = await eventHistory(store, { ...filters, to: upTo, limit, before });
    return json(200, next === null ? { items } : { items, nextCursor: cursorTo(next, filters) });
  };

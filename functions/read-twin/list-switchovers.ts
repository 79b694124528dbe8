import { cursorTo, positionAt } from "../../shared/edge/cursor.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { cursor, limit, parseQuery } from "../../shared/edge/query.ts";
import { switchoverHistory } from "../../shared/history/switchover-history.ts";
import type { Clock, TwinStore } from "../../shared/ports.ts";
import { chassisIdIn } from "./chassis-id.ts";

/** What `GET /chassis/{id}/switchovers` takes. */
export const switchoverParameters = { limit, cursor };

/** `GET /chassis/{id}/switchovers`: the switchovers of a chassis, newest first, and how redundancy came back. */
export const listSwitchovers =
  (store: TwinStore, clock: Clock): Answer =>
  async (request) => {
    const { limit: most, cursor: sent } = parseQuery(request, switchoverParameters);
    const filters = { chassisId: chassisIdIn(request) };
    const before = sent === undefined ? undefined : positionAt(sent, filters);
    const { items, next } = await switchoverHistory(store, { ...filters, limit: most, before }, clock());
    return json(200, next === null ? { items } : { items, nextCursor: cursorTo(next, filters) });
  };

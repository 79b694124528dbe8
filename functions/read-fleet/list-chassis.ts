import { type FleetItem, fleetItemOf } from "../../shared/domain/fleet.ts";
import { cursorTo, positionAt } from "../../shared/edge/cursor.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { cursor, limit, parseQuery } from "../../shared/edge/query.ts";
import { admitsBucket, admitsTwin, filterParameters, prefixesToRead } from "./fleet-filters.ts";
import { type FleetSources, twinsNow } from "./fleet-sources.ts";
import { pageAt, textOf, walkOver } from "./fleet-walk.ts";

/** How many pages of the index one request reads at most, however few of their chassis are asked for. */
const MOST_PAGES_READ = 40;

/**
 * `GET /chassis`: the chassis that match the filters, page by page. The index says where to look, and the twins as they
 * are now say what is shown, so that no item contradicts a filter. A page may be short, or even empty, and not be the
 * last.
 */
export const listChassis =
  ({ store, fleet, clock }: FleetSources): Answer =>
  async (request) => {
    const { limit, cursor, ...filters } = parseQuery(request, chassisParameters);
    const from = cursor === undefined ? null : positionAt(cursor, filters);
    const buckets = (await fleet.buckets()).filter((bucket) => admitsBucket(filters, bucket));
    const walk = walkOver(buckets, prefixesToRead(filters));
    const now = clock();

    const items: FleetItem[] = [];
    let position = from === null ? walk.start() : walk.resume(from);
    let pagesRead = 0;
    while (position !== null && items.length < limit && pagesRead < MOST_PAGES_READ) {
      const page = await pageAt(fleet, position, limit - items.length);
      position = walk.following(position, page);
      if (page.chassisIds.length === 0) continue;
      pagesRead += 1;
      const twins = await twinsNow(store, page.chassisIds, now);
      items.push(...twins.filter((twin) => admitsTwin(filters, twin)).map(fleetItemOf));
    }
    return json(200, position === null ? { items } : { items, nextCursor: cursorTo(textOf(position), filters) });
  };

/** What `GET /chassis` takes. */
export const chassisParameters = { ...filterParameters, limit, cursor };

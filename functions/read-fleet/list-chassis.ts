import { fleetItemOf } from "../../shared/domain/fleet.ts";
import type { FleetItem } from "../../shared/domain/fleet-item.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { cursorTo, positionAt } from "../../shared/edge/cursor.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { cursor, limit, MomentText, once, parseQuery, pastMomentText } from "../../shared/edge/query.ts";
import type { FleetEntry, FleetIndex, FleetPart } from "../../shared/ports.ts";
import {
  admitsBucket,
  admitsSight,
  admitsTwin,
  type FleetFilters,
  filterParameters,
  prefixesToRead,
  sightOfEntry,
} from "./fleet-filters.ts";
import { type FleetSources, isOfBucket, twinsAt, twinsNow } from "./fleet-sources.ts";
import { type Position, pagesAlong, positionAfter, textOf, type Walk, walkOver } from "./fleet-walk.ts";
import { refuseTooMany } from "./past-fleet.ts";

/** How many pages of the index one request reads at most, however few of their chassis are asked for, */
const MOST_PAGES_READ = 200;

/** and how many twins it looks at: of now, */
const MOST_TWINS = 1000;

/** or of a past moment, which take more to compute. */
const MOST_PAST_TWINS = 200;

/** How many entries of the index are read at a time to find those with a finding: entries cost little, twins more. */
const ENTRIES_LOOKED_THROUGH = 300;

/** What `GET /chassis` takes. */
export const chassisParameters = { ...filterParameters, at: once(MomentText), limit, cursor };

/**
 * `GET /chassis`: the chassis that match the filters, now or `at` a past moment, page by page. The index says where to
 * look, and the twins say what is shown, so that no item contradicts a filter. A page may be short, or even empty, and
 * not be the last.
 */
export const listChassis =
  (sources: FleetSources): Answer =>
  async (request) => {
    const now = sources.clock();
    const { limit, cursor, at, ...filters } = parseQuery(request, {
      ...chassisParameters,
      at: once(pastMomentText(now)),
    });
    const list = { ...filters, at };
    const from = cursor === undefined ? null : positionAt(cursor, list);
    const question =
      at === undefined ? await askNow(sources, filters, now) : await askThen(sources, filters, at, from === null);
    const walk = walkOver(question.parts, prefixesToRead(filters), from);
    const { items, position } = await pageOf({ ...question, fleet: sources.fleet, filters, walk, limit });
    return json(200, position === null ? { items } : { items, nextCursor: cursorTo(textOf(position), list) });
  };

/** Where to look for chassis, and how to look at them. */
interface Question {
  readonly parts: readonly FleetPart[];
  /** Whether an entry of the index may be of a chassis that is asked for. */
  mayBe(entry: FleetEntry, part: FleetPart): boolean;
  twinsOf(chassisIds: readonly string[]): Promise<readonly Twin[]>;
  readonly mostTwins: number;
  readonly entriesAtOnce: number;
}

const askNow = async ({ fleet, store }: FleetSources, filters: FleetFilters, now: Moment): Promise<Question> => ({
  parts: (await fleet.parts()).filter((part) => isOfBucket(part) && admitsBucket(filters, part.group)),
  mayBe: (entry, part) => isOfBucket(part) && admitsSight(filters, sightOfEntry(entry, part.group)),
  twinsOf: (chassisIds) => twinsNow(store, chassisIds, now),
  mostTwins: MOST_TWINS,
  entriesAtOnce: filters.finding.length === 0 ? 0 : ENTRIES_LOOKED_THROUGH,
});

/** The index tells nothing of the past: any chassis may be asked for, and one that is retired by now as well. */
const askThen = async (
  { fleet, store }: FleetSources,
  filters: FleetFilters,
  at: Moment,
  isFirstPage: boolean,
): Promise<Question> => {
  const parts = await fleet.parts();
  if (isFirstPage) await refuseTooMany(fleet, parts, prefixesToRead(filters));
  return {
    parts,
    mayBe: () => true,
    twinsOf: (chassisIds) => twinsAt(store, chassisIds, at),
    mostTwins: MOST_PAST_TWINS,
    entriesAtOnce: 0,
  };
};

interface PageRequest extends Question {
  readonly fleet: FleetIndex;
  readonly filters: FleetFilters;
  readonly walk: Walk;
  readonly limit: number;
}

interface ListPage {
  readonly items: readonly FleetItem[];
  /** Where the next page begins; `null` when there is none. */
  readonly position: Position | null;
}

const pageOf = async ({ fleet, filters, walk, limit, ...question }: PageRequest): Promise<ListPage> => {
  const items: FleetItem[] = [];
  let candidates: string[] = [];
  let twinsSeen = 0;
  let pagesRead = 0;

  /** Looks at the candidates. Answers whether the page is at its end. */
  const look = async (): Promise<boolean> => {
    const twins = await question.twinsOf(candidates);
    items.push(...twins.filter((twin) => admitsTwin(filters, twin)).map(fleetItemOf));
    twinsSeen += candidates.length;
    candidates = [];
    return items.length >= limit || twinsSeen >= question.mostTwins;
  };

  const isEnough = (): boolean =>
    items.length + candidates.length >= limit || twinsSeen + candidates.length >= question.mostTwins;

  for await (const page of pagesAlong(fleet, walk, Math.max(limit, question.entriesAtOnce))) {
    for (const entry of page.entries) {
      if (!question.mayBe(entry, page.stretch.part)) continue;
      candidates.push(entry.chassisId);
      if (isEnough() && (await look())) return { items, position: positionAfter(page, entry) };
    }
    pagesRead += 1;
    if (pagesRead >= MOST_PAGES_READ && page.next !== null) {
      await look();
      return { items, position: page.next };
    }
  }
  await look();
  return { items, position: null };
};

import * as z from "zod/mini";
import { byCodeUnits } from "../../shared/domain/code-unit-order.ts";
import { FINDING_CODES, FINDING_RULES } from "../../shared/domain/findings/catalogue.ts";
import { bySeverity, mayHold } from "../../shared/domain/fleet.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { Severity } from "../../shared/domain/vocabulary.ts";
import { cursorTo, positionAt } from "../../shared/edge/cursor.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { cursor, limit, parseQuery, repeated } from "../../shared/edge/query.ts";
import type { FleetEntry } from "../../shared/ports.ts";
import { filterParameters, prefixesToRead } from "./fleet-filters.ts";
import { type BucketPart, entriesIn, type FleetSources, isOfBucket, twinsNow } from "./fleet-sources.ts";
import { byRank, type FleetFinding, findingsOf, type Rank, rankIn, rankOf, rankText } from "./ranked-findings.ts";

/** What `GET /fleet/findings` takes. */
export const findingsParameters = {
  code: repeated(z.enum(FINDING_CODES)),
  severity: repeated(Severity()),
  prefix: filterParameters.prefix,
  limit,
  cursor,
};

/**
 * `GET /fleet/findings`: the findings that are open in the fleet, the most severe first and of those the oldest, page by
 * page. A cursor is a place in that order: whatever opens or closes meanwhile, no finding comes twice, and none that
 * stays open is left out.
 */
export const listFindings =
  ({ store, fleet, clock }: FleetSources): Answer =>
  async (request) => {
    const { limit, cursor, ...filters } = parseQuery(request, findingsParameters);
    const after = cursor === undefined ? null : rankIn(positionAt(cursor, filters));
    const now = clock();
    const parts = (await fleet.parts()).filter(isOfBucket);
    const prefixes = prefixesToRead(filters);
    const found: FleetFinding[] = [];
    const entries: FleetEntry[] = [];
    let unread: readonly BucketPart[] = parts;
    for (const severity of severitiesFrom(after, filters.severity)) {
      const [readable, others] = divide(unread, ({ group }) => mayHold(group.severity, severity));
      unread = others;
      entries.push(...(await entriesIn(fleet, readable, prefixes)).map(({ entry }) => entry));
      const codes = codesOf(severity, filters.code);
      const wanted = { codes, after: after?.severity === severity ? after : null, count: limit + 1 - found.length };
      const look = (chassisIds: readonly string[]) => twinsNow(store, chassisIds, now);
      found.push(...(await oldestFindings(entries, wanted, look)));
      if (found.length > limit) break;
    }
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return json(
      200,
      found.length <= limit || last === undefined
        ? { items }
        : { items, nextCursor: cursorTo(rankText(rankOf(last)), filters) },
    );
  };

/** Which findings of one severity are looked for: so many of those that come after a place, the first ones. */
interface Wanted {
  readonly codes: ReadonlySet<string>;
  readonly after: Rank | null;
  readonly count: number;
}

/** A chassis that may have a wanted finding, and since when the first of those is open at the earliest. */
interface Candidate {
  readonly chassisId: string;
  readonly since: Moment;
}

/**
 * Looks at chassis in the order of what the index says of their findings, and no further than to where the rest can only
 * come later.
 */
const oldestFindings = async (
  entries: readonly FleetEntry[],
  { codes, after, count }: Wanted,
  look: (chassisIds: readonly string[]) => ReturnType<typeof twinsNow>,
): Promise<readonly FleetFinding[]> => {
  const candidates = entries.flatMap((entry) => candidateIn(entry, codes, after) ?? []).sort(byAge);
  let found: FleetFinding[] = [];
  for (let at = 0; at < candidates.length; at += count) {
    const next = candidates[at];
    const last = found[count - 1];
    if (next !== undefined && last !== undefined && byAge(rankOf(last), next) < 0) break;
    const twins = await look(candidates.slice(at, at + count).map(({ chassisId }) => chassisId));
    const more = twins
      .flatMap(findingsOf)
      .filter((finding) => codes.has(finding.code) && (after === null || byRank(rankOf(finding), after) > 0));
    found = [...found, ...more].sort((a, b) => byRank(rankOf(a), rankOf(b)));
  }
  return found.slice(0, count);
};

/** Of several findings of one code the index tells the oldest only: another of them may be just after the place. */
const candidateIn = (
  { chassisId, findings }: FleetEntry,
  codes: ReadonlySet<string>,
  after: Rank | null,
): Candidate | null => {
  const passed = after?.since ?? Number.NEGATIVE_INFINITY;
  const moments = findings
    .filter(({ code, oldestAt, count }) => codes.has(code) && (oldestAt >= passed || count > 1))
    .map(({ oldestAt }) => Math.max(oldestAt, passed));
  return moments.length === 0 ? null : { chassisId, since: Math.min(...moments) };
};

const byAge = (a: Candidate, b: Candidate): number => a.since - b.since || byCodeUnits(a.chassisId, b.chassisId);

const severitiesFrom = (after: Rank | null, asked: readonly Severity[]): readonly Severity[] =>
  Severity.options.filter(
    (severity) =>
      (asked.length === 0 || asked.includes(severity)) && (after === null || bySeverity(severity, after.severity) >= 0),
  );

const codesOf = (wanted: Severity, asked: readonly string[]): ReadonlySet<string> =>
  new Set(
    FINDING_RULES.filter(
      ({ code, severity }) => severity === wanted && (asked.length === 0 || asked.includes(code)),
    ).map(({ code }) => code),
  );

const divide = <Value>(values: readonly Value[], test: (value: Value) => boolean) =>
  [values.filter(test), values.filter((value) => !test(value))] as const;

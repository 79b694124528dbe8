import type { Reason, Twin } from "../../shared/domain/twin.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { jsonBodyOf } from "../../shared/edge/json-body.ts";
import { parseQuery } from "../../shared/edge/query.ts";
import { type Assertion, FleetAssertions, filtersIn, type WrittenFilters } from "./assertions.ts";
import {
  admitsBucket,
  admitsSight,
  type FleetFilters,
  prefixesToRead,
  type Sight,
  sightOfEntry,
  sightOfTwin,
} from "./fleet-filters.ts";
import { entriesIn, type FleetSources, isOfBucket, twinsNow } from "./fleet-sources.ts";

/** How many failures one answer lists, an equal share of them for each assertion that fails: it has to stay sendable. */
const MOST_FAILURES = 1000;

/** What a chassis is in the terms of the filters that it fails. */
type Actual = Readonly<Record<string, string | boolean | readonly string[]>>;

/** A chassis that fails an assertion. */
interface Failure {
  readonly chassisId: string;
  readonly expected: WrittenFilters;
  /** What it must not match, but does. */
  readonly forbidden?: WrittenFilters;
  readonly actual: Actual;
  readonly findings: Twin["findings"];
  /** Why a switchover would not succeed. */
  readonly reasons: readonly Reason[];
}

/**
 * `POST /fleet/assertions`: whether what is asserted of the fleet holds, and for which chassis it does not. Each chassis
 * is looked at once for all assertions, by the fleet index; the twins of those that fail are read as well, and then it is
 * what they say that counts.
 */
export const assertFleet =
  ({ store, fleet, clock }: FleetSources): Answer =>
  async (request) => {
    parseQuery(request, {});
    const checks = jsonBodyOf(request, FleetAssertions()).assertions.map(checkOf);
    const parts = (await fleet.parts()).filter(isOfBucket);
    const concerned = parts.filter(({ group }) => checks.some(({ where }) => admitsBucket(where, group)));
    const found = await entriesIn(fleet, concerned, prefixesOf(checks));
    const indexed = found.map(({ entry, part }) => sightOfEntry(entry, part.group));
    const failing = checks.map((check) => failingIn(check, indexed)).filter(({ length }) => length > 0);
    const share = Math.floor(MOST_FAILURES / Math.max(1, failing.length));
    const toRead = [...new Set(failing.flatMap((chassisIds) => chassisIds.slice(0, share)))];
    const read = await twinsNow(store, toRead, clock());
    const twins = new Map(read.map((twin) => [twin.chassisId, twin]));
    const wasRead = new Set(toRead);
    const sights = indexed.flatMap((sight) => (wasRead.has(sight.chassisId) ? currentSight(twins, sight) : sight));
    const results = checks.map((check) => resultOf(check, { sights, twins, share }));
    return json(200, { passed: results.every(({ passed }) => passed), results });
  };

/** An assertion, and what it means. */
interface Check {
  readonly assertion: Assertion;
  readonly where: FleetFilters;
  fails(sight: Sight): boolean;
}

const checkOf = (assertion: Assertion): Check => {
  const expected = assertion.expect && filtersIn(assertion.expect);
  const forbidden = assertion.forbid && filtersIn(assertion.forbid);
  return {
    assertion,
    where: filtersIn(assertion.where ?? {}),
    fails: (sight) =>
      (expected !== undefined && !admitsSight(expected, sight)) ||
      (forbidden !== undefined && admitsSight(forbidden, sight)),
  };
};

const prefixesOf = (checks: readonly Check[]): readonly string[] =>
  checks.some(({ where }) => where.prefix.length === 0)
    ? [""]
    : prefixesToRead({ prefix: [...new Set(checks.flatMap(({ where }) => where.prefix))] });

const failingIn = ({ where, fails }: Check, sights: readonly Sight[]): readonly string[] =>
  sights.filter((sight) => admitsSight(where, sight) && fails(sight)).map(({ chassisId }) => chassisId);

/** What the twin tells, in place of the index; nothing of a chassis that is retired by now. */
const currentSight = (twins: ReadonlyMap<string, Twin>, { chassisId }: Sight): readonly Sight[] => {
  const twin = twins.get(chassisId);
  const sight = twin === undefined ? null : sightOfTwin(twin);
  return sight === null ? [] : [sight];
};

/** What was seen of the fleet, and how many failures of one assertion to list. */
interface Seen {
  readonly sights: readonly Sight[];
  readonly twins: ReadonlyMap<string, Twin>;
  readonly share: number;
}

const resultOf = ({ assertion, where, fails }: Check, { sights, twins, share }: Seen) => {
  const checked = sights.filter((sight) => admitsSight(where, sight));
  const failing = checked.filter(fails);
  const failures = failing.flatMap((sight) => {
    const twin = twins.get(sight.chassisId);
    return twin === undefined ? [] : failureOf(assertion, sight, twin);
  });
  return {
    name: assertion.name,
    passed: failing.length === 0,
    checked: checked.length,
    failed: failing.length,
    failures: failures.slice(0, share),
  };
};

const failureOf = ({ expect = {}, forbid }: Assertion, sight: Sight, twin: Twin): Failure => {
  const forbidden = forbid !== undefined && admitsSight(filtersIn(forbid), sight) ? { forbidden: forbid } : {};
  return {
    chassisId: sight.chassisId,
    expected: expect,
    ...forbidden,
    actual: actualOf(Object.keys({ ...expect, ...forbidden.forbidden }), sight),
    findings: twin.findings,
    reasons: twin.switchover.reasons,
  };
};

const actualOf = (names: readonly string[], { chassisId, bucket, codes }: Sight): Actual => {
  const { activeSlot, redundancy, sync, bootSource } = bucket;
  const actual: Actual = {
    activeSlot,
    redundancy,
    sync,
    bootSource,
    switchoverReady: bucket.switchoverReady === "true",
    finding: [...new Set(codes)],
    prefix: chassisId,
  };
  return Object.fromEntries(Object.entries(actual).filter(([name]) => names.includes(name)));
};

import { FINDING_CODES } from "../../shared/domain/findings/catalogue.ts";
import type { FleetBucket } from "../../shared/domain/fleet.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { timestamp } from "../../shared/domain/timestamp.ts";
import { BootSource, MANAGEMENT_SLOTS, Redundancy, Severity, SyncStatus } from "../../shared/domain/vocabulary.ts";
import { type Answer, json } from "../../shared/edge/http.ts";
import { MomentText, once, parseQuery, pastMomentText } from "../../shared/edge/query.ts";
import { mapInParallel } from "../../shared/in-parallel.ts";
import { filterParameters, prefixesToRead, type Sight, sightOfEntry, sightOfTwin } from "./fleet-filters.ts";
import { type BucketPart, entriesIn, type FleetSources, isOfBucket, twinsAt } from "./fleet-sources.ts";
import { pagesAlong, walkOver } from "./fleet-walk.ts";
import { keptFor } from "./kept-for.ts";
import { refuseTooMany } from "./past-fleet.ts";

/** What chassis are counted by, and every word that may be said of them. */
export const VOCABULARY = {
  activeSlot: [...MANAGEMENT_SLOTS, "none"],
  redundancy: Redundancy.options,
  sync: SyncStatus.options,
  bootSource: [...BootSource.options, "unknown"],
  switchoverReady: ["true", "false"],
  severity: ["none", ...Severity.options],
} satisfies Record<keyof FleetBucket, readonly string[]>;

/** How long a summary of the whole fleet is told again before it is counted anew, in milliseconds. */
const KEPT_MS = 5000;

/** How many parts of the index are counted at once. */
const PARTS_AT_ONCE = 16;

/** How many past twins are computed before others are read. */
const PAST_TWINS_AT_ONCE = 200;

/** What `GET /fleet/summary` takes. */
export const summaryParameters = { prefix: filterParameters.prefix, at: once(MomentText) };

type Counts = Readonly<Record<string, number>>;

/** So many chassis of a bucket, and how often each of their findings' codes is open among them. */
interface Tally {
  readonly bucket: FleetBucket;
  readonly size: number;
  readonly codes: readonly string[];
}

/**
 * `GET /fleet/summary`: how many chassis there are for each word that may be said of one, zeros included, and for each
 * finding that is open somewhere; now or `at` a past moment. The fleet as it is now is counted again after some seconds
 * only, and `asOf` says when it was.
 */
export const summarizeFleet = (sources: FleetSources): Answer => {
  const wholeFleet = keptFor(KEPT_MS, sources.clock, (now) => countNow(sources, [""], now));
  return async (request) => {
    const now = sources.clock();
    const { at, prefix } = parseQuery(request, { ...summaryParameters, at: once(pastMomentText(now)) });
    if (at === undefined && prefix.length === 0) return json(200, await wholeFleet());
    const prefixes = prefixesToRead({ prefix });
    return json(200, await (at === undefined ? countNow(sources, prefixes, now) : countThen(sources, prefixes, at)));
  };
};

const countNow = async ({ fleet }: FleetSources, prefixes: readonly string[], now: Moment) => {
  const parts = (await fleet.parts()).filter(isOfBucket);
  // Chassis without findings need only be counted.
  const [sound, others] = await Promise.all([
    mapInParallel(parts.filter(isSound), PARTS_AT_ONCE, async (part) => {
      const sizes = await Promise.all(prefixes.map((prefix) => fleet.count(part, prefix || undefined)));
      return { bucket: part.group, size: total(sizes), codes: [] };
    }),
    entriesIn(
      fleet,
      parts.filter((part) => !isSound(part)),
      prefixes,
    ),
  ]);
  const unsound = others.map(({ entry, part }) => tallyOf(sightOfEntry(entry, part.group)));
  return summaryOf([...sound, ...unsound], now);
};

const isSound = ({ group }: BucketPart): boolean => group.severity === "none";

const tallyOf = ({ bucket, codes }: Sight): Tally => ({ bucket, size: 1, codes: [...new Set(codes)] });

const countThen = async ({ store, fleet }: FleetSources, prefixes: readonly string[], at: Moment) => {
  const parts = await fleet.parts();
  await refuseTooMany(fleet, parts, prefixes);
  const tallies: Tally[] = [];
  for await (const { entries } of pagesAlong(fleet, walkOver(parts, prefixes, null), PAST_TWINS_AT_ONCE)) {
    const chassisIds = entries.map(({ chassisId }) => chassisId);
    for (const twin of await twinsAt(store, chassisIds, at)) {
      const sight = sightOfTwin(twin);
      if (sight !== null) tallies.push(tallyOf(sight));
    }
  }
  return summaryOf(tallies, at);
};

const summaryOf = (tallies: readonly Tally[], asOf: Moment) => {
  const countsOf = (dimension: keyof FleetBucket): Counts =>
    Object.fromEntries(
      VOCABULARY[dimension].map((word) => [
        word,
        total(tallies.filter(({ bucket }) => bucket[dimension] === word).map(({ size }) => size)),
      ]),
    );
  return {
    asOf: timestamp(asOf),
    total: total(tallies.map(({ size }) => size)),
    activeSlot: countsOf("activeSlot"),
    redundancy: countsOf("redundancy"),
    sync: countsOf("sync"),
    bootSource: countsOf("bootSource"),
    switchoverReady: countsOf("switchoverReady"),
    severity: countsOf("severity"),
    findings: countsOfCodes(tallies.flatMap(({ codes }) => codes)),
  };
};

const countsOfCodes = (codes: readonly string[]): Counts => {
  const counts = FINDING_CODES.map((code) => [code, codes.filter((one) => one === code).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
};

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

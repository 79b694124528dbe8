import type { ChassisRecord } from "../domain/chassis-record.ts";
import { describeSwitchover } from "../domain/describe.ts";
import { ChassisNotFound } from "../domain/errors.ts";
import { advance, fold } from "../domain/fold.ts";
import type { Moment, Switchover } from "../domain/state.ts";
import { optionalTimestamp, timestamp } from "../domain/timestamp.ts";
import type { SwitchoverCause } from "../domain/vocabulary.ts";
import type { CommitReader, TwinStore } from "../ports.ts";
import { formatPosition, type Position, parsePosition } from "./position.ts";
import { replayIfKept } from "./replay.ts";

/** One switchover from its beginning until the chassis was redundant again, as far as it is known. */
export interface SwitchoverEpisode {
  readonly from: string;
  readonly to: string;
  readonly cause: SwitchoverCause;
  readonly at: string;
  readonly approximate: boolean;
  readonly confirmedBy: readonly string[];
  /** When each phase was reached; `null` when it was not, or nobody reported it. */
  readonly phases: {
    readonly requestedAt: string | null;
    readonly lostAt: string | null;
    readonly newActiveAt: string;
    readonly oldModuleBackAt: string | null;
    readonly inSyncAt: string | null;
    readonly readyAt: string | null;
  };
  /** Seconds between phases: until the takeover from the loss (or the request), the others from the takeover on. */
  readonly durations: {
    readonly takeoverSeconds: number | null;
    readonly oldModuleBackSeconds: number | null;
    readonly inSyncSeconds: number | null;
    readonly withoutRedundancySeconds: number | null;
  };
  readonly sessionsClosed: number;
  /** Whether changes of the configuration that had not reached the new active were lost. */
  readonly configuration: Switchover["configuration"];
}

/** Which switchovers to list. */
export interface SwitchoverQuery {
  readonly chassisId: string;
  readonly limit: number;
  /** The `next` of the page before. */
  readonly before?: string | undefined;
}

/** A page of switchovers, newest first; it may be short, even empty, before the last. */
export interface SwitchoverPage {
  readonly items: readonly SwitchoverEpisode[];
  readonly next: string | null;
}

/** One page folds no more than about so many events. */
const EVENTS_LOOKED_AT = 2000;

/** Where the list begins: with the last switchover, which no other has followed. */
const NEWEST: Position = { until: Number.MAX_SAFE_INTEGER, looked: 0 };

/** The switchovers of a chassis, newest first. Throws `ChassisNotFound` for a chassis never heard of. */
export const switchoverHistory = async (
  store: TwinStore,
  { chassisId, ...page }: SwitchoverQuery,
  now: Moment,
): Promise<SwitchoverPage> => {
  const record = await store.load(chassisId);
  if (record === null) throw new ChassisNotFound(chassisId);
  return switchoversOf(store, record, page, now);
};

/** The switchovers of a chassis whose record is at hand, newest first. */
export const switchoversOf = async (
  commits: CommitReader,
  record: ChassisRecord,
  { limit, before }: Omit<SwitchoverQuery, "chassisId">,
  now: Moment,
): Promise<SwitchoverPage> => {
  const items: SwitchoverEpisode[] = [];
  let position = before === undefined ? NEWEST : parsePosition(before);
  for (let folded = 0; folded <= EVENTS_LOOKED_AT; ) {
    const until = Math.min(position.until, now);
    const found = await replayIfKept(commits, record, { before: position.until, until });
    if (found === null) return { items, next: null };
    const { checkpoint, events } = found;
    const { state, followed } = fold(checkpoint, events);
    const last = position.until === NEWEST.until ? advance(state, now).lastSwitchover : null;
    const ended = [...(last === null ? [] : [last]), ...followed.toReversed()].slice(position.looked);
    const taken = ended.slice(0, limit - items.length);
    items.push(...taken.map(episodeOf));
    if (taken.length < ended.length) {
      return { items, next: formatPosition({ ...position, looked: position.looked + taken.length }) };
    }
    if (checkpoint.lastEventAt === null) return { items, next: null };
    position = { until: checkpoint.lastEventAt, looked: 0 };
    folded += events.length;
  }
  return { items, next: formatPosition(position) };
};

/** How long a switchover left the chassis without redundancy, in seconds; `null` while it does. */
export const secondsWithoutRedundancy = ({ requestedAt, lostAt, at, readyAt }: Switchover): number | null =>
  seconds(lostAt ?? requestedAt ?? at, readyAt);

const episodeOf = (switchover: Switchover): SwitchoverEpisode => {
  const { at, requestedAt, lostAt, backAt, inSyncAt, readyAt, sessionsClosed, configuration } = switchover;
  const begin = lostAt ?? requestedAt;
  return {
    ...describeSwitchover(switchover),
    phases: {
      requestedAt: optionalTimestamp(requestedAt),
      lostAt: optionalTimestamp(lostAt),
      newActiveAt: timestamp(at),
      oldModuleBackAt: optionalTimestamp(backAt),
      inSyncAt: optionalTimestamp(inSyncAt),
      readyAt: optionalTimestamp(readyAt),
    },
    durations: {
      takeoverSeconds: seconds(begin, at),
      oldModuleBackSeconds: seconds(at, backAt),
      inSyncSeconds: seconds(at, inSyncAt),
      withoutRedundancySeconds: secondsWithoutRedundancy(switchover),
    },
    sessionsClosed,
    configuration,
  };
};

const seconds = (from: Moment | null, to: Moment | null): number | null =>
  from === null || to === null ? null : (to - from) / 1000;

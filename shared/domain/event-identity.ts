import { canonicalJson } from "./canonical-json.ts";
import type { ChassisEvent, EventReference } from "./events.ts";

/** What evidence names an event by. */
export const referenceTo = ({ source, id }: ChassisEvent): EventReference => ({ source, id });

/** What makes an event itself for ever, within one chassis: its source, id and time. */
export const identityOf = ({ source, id, time }: ChassisEvent): string => JSON.stringify([source, id, time]);

/**
 * All that an event says, as canonical JSON. When ingest stamped it is not part of it, so that the same event sent
 * twice is the same content.
 */
export const contentOf = ({ recordedtime: _, ...said }: ChassisEvent): string => canonicalJson(said);

/**
 * Device order (P2): time, then sequence as a number with absent first, then source, id and, for two contents under
 * one identity, the canonical JSON.
 */
export const inDeviceOrder = (a: ChassisEvent, b: ChassisEvent): number =>
  compare(a.time, b.time) ||
  compareSequence(a.sequence, b.sequence) ||
  compare(a.source, b.source) ||
  compare(a.id, b.id) ||
  compare(contentOf(a), contentOf(b));

/**
 * Of events under one identity but with different content, those that do not count: all but the one with the smallest
 * canonical JSON.
 */
export const supersededAmong = (events: readonly ChassisEvent[]): ReadonlySet<ChassisEvent> => {
  const counting = new Map<string, ChassisEvent>();
  const superseded = new Set<ChassisEvent>();
  for (const event of events) {
    const identity = identityOf(event);
    const rival = counting.get(identity);
    const wins = rival === undefined || contentOf(event) < contentOf(rival);
    if (wins) counting.set(identity, event);
    if (rival !== undefined) superseded.add(wins ? rival : event);
  }
  return superseded;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareSequence = (a: string | undefined, b: string | undefined): number => {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

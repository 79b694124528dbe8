import { canonicalJson } from "./canonical-json.ts";
import { byCodeUnits } from "./code-unit-order.ts";
import type { ChassisEvent, EventReference } from "./events.ts";

/** What evidence names an event by. */
export const referenceTo = ({ source, id }: ChassisEvent): EventReference => ({ source, id });

/** What makes an event itself for ever, within one chassis: its source, id and time. */
export const identityOf = ({ source, id, time }: ChassisEvent): string => `${time} ${id.length} ${id} ${source}`;

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
  byCodeUnits(a.time, b.time) ||
  compareSequence(a.sequence, b.sequence) ||
  byCodeUnits(a.source, b.source) ||
  byCodeUnits(a.id, b.id) ||
  byCodeUnits(contentOf(a), contentOf(b));

/**
 * Events that all say something else. An event met again, whenever it was received, is the one that was added first.
 * Contents are made only where identities meet, and once for each event.
 */
export class DistinctEvents {
  readonly #byIdentity = new Map<string, ChassisEvent>();
  /** By content, for each identity under which two events met. */
  readonly #rivals = new Map<string, Map<string, ChassisEvent>>();

  constructor(events: Iterable<ChassisEvent> = []) {
    for (const event of events) this.add(event);
  }

  /** Whether an event says what one of these does. */
  has(event: ChassisEvent): boolean {
    const identity = identityOf(event);
    const first = this.#byIdentity.get(identity);
    return first !== undefined && (first === event || this.#rivalsOf(identity, first).has(contentOf(event)));
  }

  /** Adds an event unless it is one of these already. */
  add(event: ChassisEvent): void {
    const identity = identityOf(event);
    const first = this.#byIdentity.get(identity);
    if (first === undefined) {
      this.#byIdentity.set(identity, event);
      return;
    }
    const rivals = this.#rivalsOf(identity, first);
    const content = contentOf(event);
    if (!rivals.has(content)) rivals.set(content, event);
  }

  /** All of them, those under one identity together. */
  values(): ChassisEvent[] {
    if (this.#rivals.size === 0) return [...this.#byIdentity.values()];
    return [...this.#byIdentity].flatMap(([identity, first]) => [...(this.#rivals.get(identity)?.values() ?? [first])]);
  }

  #rivalsOf(identity: string, first: ChassisEvent): Map<string, ChassisEvent> {
    const rivals = this.#rivals.get(identity) ?? new Map([[contentOf(first), first]]);
    this.#rivals.set(identity, rivals);
    return rivals;
  }
}

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

const compareSequence = (a: string | undefined, b: string | undefined): number => {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

import { type ChassisRecord, momentOf } from "../domain/chassis-record.ts";
import { ChassisNotFound } from "../domain/errors.ts";
import type { ChassisEvent, EventReference, EventType } from "../domain/events.ts";
import { fold } from "../domain/fold.ts";
import type { Moment } from "../domain/state.ts";
import type { Outcome } from "../domain/step.ts";
import type { TwinStore } from "../ports.ts";
import { formatPosition, type Position, parsePosition } from "./position.ts";
import { replayIfKept } from "./replay.ts";

export type Disposition = Outcome["disposition"];

/** An event with what became of it in the fold of all that is known now. */
export interface HistoryItem {
  readonly event: ChassisEvent;
  readonly disposition: Disposition;
  readonly reason: string | null;
  readonly sameAs: EventReference | null;
  readonly note?: string;
}

/** Which events of a chassis to list. */
export interface HistoryQuery {
  readonly chassisId: string;
  readonly from?: Moment | undefined;
  readonly to?: Moment | undefined;
  /** Any of these types; all when empty. */
  readonly types: readonly EventType[];
  /** Any of these dispositions; all when empty. */
  readonly dispositions: readonly Disposition[];
  readonly limit: number;
  /** The `next` of the page before. */
  readonly before?: string | undefined;
}

/** A page of the history, the newest first. */
export interface HistoryPage {
  readonly items: readonly HistoryItem[];
  /** Where the next page begins; `null` when this is the last. A page may be short, even empty, before the last. */
  readonly next: string | null;
}

/** One page looks at no more than about so many events for those that match. */
const EVENTS_LOOKED_AT = 2000;

/** The history of a chassis, newest first. Throws `ChassisNotFound` for a chassis never heard of. */
export const eventHistory = async (store: TwinStore, query: HistoryQuery): Promise<HistoryPage> => {
  const record = await store.load(query.chassisId);
  if (record === null) throw new ChassisNotFound(query.chassisId);
  const page = new PageInMaking(query);
  let isMore = true;
  while (isMore) isMore = await fillFrom(store, record, page);
  return page.result();
};

/** Reads the events before the page's position back to the nearest checkpoint. Answers whether to go on from there. */
const fillFrom = async (store: TwinStore, record: ChassisRecord, page: PageInMaking): Promise<boolean> => {
  const { until } = page.position;
  const found = await replayIfKept(store, record, { before: until, until });
  if (found === null) return page.end();
  const { checkpoint, events } = found;
  const { outcomes } = fold(checkpoint, events);
  for (const [index, event] of [...events.entries()].reverse()) {
    const outcome = outcomes[index];
    if (outcome !== undefined && !page.take({ event, ...outcome })) return false;
  }
  return page.continueBefore(checkpoint.lastEventAt);
};

class PageInMaking {
  readonly #query: HistoryQuery;
  readonly #items: HistoryItem[] = [];
  #position: Position;
  #skip: number;
  #lookedAt = 0;
  #isLast = false;

  constructor(query: HistoryQuery) {
    this.#query = query;
    this.#position =
      query.before === undefined
        ? { until: query.to ?? Number.MAX_SAFE_INTEGER, looked: 0 }
        : parsePosition(query.before);
    this.#skip = this.#position.looked;
  }

  get position(): Position {
    return this.#position;
  }

  /** Looks at the next older event. Answers whether the page takes more. */
  take(item: HistoryItem): boolean {
    const at = momentOf(item.event);
    if (at === this.#position.until && this.#skip > 0) {
      this.#skip -= 1;
      return true;
    }
    if (this.#query.from !== undefined && at < this.#query.from) return this.end();
    if (this.#items.length >= this.#query.limit || this.#lookedAt >= EVENTS_LOOKED_AT) return false;
    this.#lookedAt += 1;
    this.#position = { until: at, looked: at === this.#position.until ? this.#position.looked + 1 : 1 };
    if (this.#matches(item)) this.#items.push(item);
    return true;
  }

  /** Goes on with the events up to a checkpoint's last one. Answers whether there are any. */
  continueBefore(lastEventAt: Moment | null): boolean {
    if (lastEventAt === null) return this.end();
    this.#position = { until: lastEventAt, looked: 0 };
    this.#skip = 0;
    return true;
  }

  result(): HistoryPage {
    return { items: this.#items, next: this.#isLast ? null : formatPosition(this.#position) };
  }

  /** There is nothing older. */
  end(): false {
    this.#isLast = true;
    return false;
  }

  #matches({ event, disposition }: HistoryItem): boolean {
    const { types, dispositions } = this.#query;
    return (
      (types.length === 0 || types.includes(event.type)) &&
      (dispositions.length === 0 || dispositions.includes(disposition))
    );
  }
}

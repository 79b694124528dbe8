import { setTimeout as pause } from "node:timers/promises";
import { type HistoryOptions, histories } from "./histories.ts";
import type { Service } from "./service.ts";

/** The most events that a batch of the measurement brings, and how many of each of its chassis. */
const BATCH = 100;
const OF_A_CHASSIS = 10;

/** How much is posted. */
export interface Load {
  readonly seed: number;
  /** Single events, and how many of them each second. */
  readonly singles: number;
  readonly perSecond: number;
  /** Batches of 100 events, and how many senders post them. */
  readonly batches: number;
  readonly senders: number;
}

/** When an event was posted, and when a twin that counts it had been read, in milliseconds since 1970. */
export interface Single {
  readonly postedAt: number;
  readonly readAt: number;
}

/** Posts single events at a steady rate, and waits for the twin of each. */
export const postSingles = async (service: Service, prefix: string, load: Load): Promise<readonly Single[]> => {
  const chassis = Math.max(1, Math.ceil(load.perSecond));
  const all = histories({ prefix, seed: load.seed, chassis, events: Math.ceil(load.singles / chassis) });
  const posts = Array.from({ length: load.singles }, (_, index) => ({ index, history: all[index % chassis] }));
  const begun = performance.now();
  const singles = await Promise.all(
    posts.map(async ({ index, history }) => {
      const place = Math.floor(index / chassis);
      const event = history?.events[place];
      if (history === undefined || event === undefined) return [];
      await pause(begun + (index * 1000) / load.perSecond - performance.now());
      const postedAt = now();
      await service.post([event]);
      await service.untilCounted(history.chassisId, place + 1);
      return [{ postedAt, readAt: now() }];
    }),
  );
  for (const { chassisId, events } of all) {
    const posted = posts.filter(({ history }) => history?.chassisId === chassisId).length;
    await service.check(chassisId, events.slice(0, posted));
  }
  return singles.flat();
};

/** The time of day, more exact than the clock tells it. */
const now = (): number => performance.timeOrigin + performance.now();

/** Events per second: until all were accepted, and until all could be read. */
export interface Sustained {
  readonly events: number;
  readonly accepted: number;
  readonly readable: number;
}

/** What a service sustains when batches are posted as fast as it takes them. Its twins are to be checked afterwards. */
export const sustainedBy = async (service: Service, sent: readonly Sender[]): Promise<Sustained> => {
  const begun = performance.now();
  await Promise.all(sent.map((sender) => sender.post(service)));
  const acceptedIn = performance.now() - begun;
  for (const sender of sent) await sender.untilCounted(service);
  const readableIn = performance.now() - begun;
  const events = sent.reduce((sum, sender) => sum + sender.events, 0);
  return { events, accepted: (events * 1000) / acceptedIn, readable: (events * 1000) / readableIn };
};

/** Posts batches one after another, each with some events of all of its chassis. */
export class Sender {
  readonly #batches: number;
  readonly #histories: ReturnType<typeof histories>;

  constructor(options: Pick<HistoryOptions, "prefix" | "seed">, batches: number) {
    this.#batches = batches;
    const chassis = BATCH / OF_A_CHASSIS;
    this.#histories = histories({ ...options, chassis, events: batches * OF_A_CHASSIS });
  }

  get events(): number {
    return this.#batches * BATCH;
  }

  /** Posts everything. */
  async post(service: Service): Promise<void> {
    for (let first = 0; first < this.#batches * OF_A_CHASSIS; first += OF_A_CHASSIS)
      await service.post(this.#histories.flatMap(({ events }) => events.slice(first, first + OF_A_CHASSIS)));
  }

  /** Waits until everything can be read. */
  async untilCounted(service: Service): Promise<void> {
    for (const { chassisId, events } of this.#histories) await service.untilCounted(chassisId, events.length);
  }

  /** Throws `WrongTwin` when a twin is not the plain fold of its events. */
  async check(service: Service): Promise<void> {
    for (const { chassisId, events } of this.#histories) await service.check(chassisId, events);
  }
}

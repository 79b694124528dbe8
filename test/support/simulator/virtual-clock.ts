/** Something that will happen at a moment of the virtual clock, unless it is cancelled before. */
export interface Timer {
  readonly at: number;
  readonly task: () => void;
}

/** The time of the simulated chassis, in milliseconds since 1970, which passes only when told to. */
export class VirtualClock {
  #now: number;
  readonly #queue: Timer[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  get now(): number {
    return this.#now;
  }

  /** When the next timer is due; infinite when nothing is pending. */
  get nextDue(): number {
    return this.#queue[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  schedule(delay: number, task: () => void): Timer {
    const timer = { at: this.#now + delay, task };
    const later = this.#queue.findIndex(({ at }) => at > timer.at);
    this.#queue.splice(later === -1 ? this.#queue.length : later, 0, timer);
    return timer;
  }

  cancel(timer: Timer | null): void {
    const index = timer === null ? -1 : this.#queue.indexOf(timer);
    if (index !== -1) this.#queue.splice(index, 1);
  }

  /** Lets time pass until the moment, doing what falls due on the way. */
  advanceTo(moment: number): void {
    for (let next = this.#queue[0]; next !== undefined && next.at <= moment; next = this.#queue[0]) {
      this.#queue.shift();
      this.#now = next.at;
      next.task();
    }
    this.#now = Math.max(this.#now, moment);
  }
}

import type { ChassisEvent } from "../../../shared/domain/events.ts";
import type { Carrier } from "../../../shared/domain/vocabulary.ts";
import type { Random, Span } from "./random.ts";
import type { Timer, VirtualClock } from "./virtual-clock.ts";

type FactIn<E> = E extends ChassisEvent ? Pick<E, "type" | "data"> : never;

/** Something that happened to the chassis, before anybody reports it. */
export type Fact = FactIn<ChassisEvent>;

interface PendingWitness {
  readonly since: number;
  readonly timer: Timer;
  readonly emit: () => void;
}

const SOURCES: Readonly<Record<Carrier, string>> = {
  trap: "collector/trap",
  syslog: "collector/syslog",
  poll: "collector/poll",
  cli: "console",
  operator: "operator",
};

/** Commands reach the twin once; what the device itself notices is told by trap and by syslog. */
const TOLD_ONCE = /^(switchover\.(requested|refused)|session\.|redundancy\.|boot-source\.|chassis\.observed)/;

/** The same fact in the words of the module status, where it has such words. */
const asModuleStatus = (fact: Fact): Fact => {
  switch (fact.type) {
    case "module.removed":
      return { type: "module.status-changed", data: { slot: fact.data.slot, to: "empty" } };
    case "module.booted":
      return { type: "module.status-changed", data: { slot: fact.data.slot, from: "coming-up", to: "running" } };
    case "module.reset":
      return { type: "module.status-changed", data: { slot: fact.data.slot, to: "coming-up" } };
    default:
      return fact;
  }
};

/** What a reporter needs to know of the chassis it reports on. */
export interface ReporterOptions {
  readonly chassisId: string;
  readonly clock: VirtualClock;
  readonly random: Random;
  /** How many of the device's reports have a witness under another source and id. */
  readonly witnessShare: number;
  readonly witnessDelay: Span;
  /** Whether any module is up to send traps and syslog; if not, people report. */
  readonly agentUp: () => boolean;
}

/** Turns facts into events: the first report at the time of the fact, and witnesses a little later. */
export class Reporter {
  readonly #options: ReporterOptions;
  #events: ChassisEvent[] = [];
  #witnesses: PendingWitness[] = [];
  #sequence = 0;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(options: ReporterOptions) {
    this.#options = options;
  }

  /** The time of the latest event. */
  get lastAt(): number {
    return this.#lastAt;
  }

  /** How many events were reported so far. */
  get count(): number {
    return this.#sequence;
  }

  /** Reports a fact that has just happened. Witnesses of earlier facts come before it, never after. */
  report(fact: Fact, carrier = this.#someCarrier()): void {
    this.#flush((since) => since < this.#options.clock.now);
    this.#emit(fact, carrier);
    if (carrier !== "trap" && carrier !== "syslog") return;
    if (TOLD_ONCE.test(fact.type) || !this.#options.random.chance(this.#options.witnessShare)) return;
    const told = this.#options.random.chance(0.3) ? asModuleStatus(fact) : fact;
    this.#later(told, carrier === "trap" ? "syslog" : "trap");
  }

  /** Reports, a little later, another consequence of the transition that was just reported. */
  followUp(fact: Fact): void {
    this.#later(fact, this.#options.random.pick<Carrier>(["trap", "syslog"]));
  }

  /** Reports what a poll showed; it is no transition, so witnesses may still follow it. */
  observe(fact: Fact, carrier: Carrier): void {
    this.#emit(fact, carrier);
  }

  /** Lets every witness speak now, before something that would make it speak of a bygone age. */
  hearWitnesses(): void {
    this.#flush(() => true);
  }

  /** The events reported since this was last asked, in the order of their emission. */
  takeEvents(): ChassisEvent[] {
    const taken = this.#events;
    this.#events = [];
    return taken;
  }

  #someCarrier(): Carrier {
    return this.#options.agentUp() ? this.#options.random.pick<Carrier>(["trap", "syslog"]) : "operator";
  }

  #later(fact: Fact, carrier: Carrier): void {
    const { clock, random, witnessDelay } = this.#options;
    const emit = () => this.#emit(fact, carrier);
    const timer = clock.schedule(random.within(witnessDelay), () => {
      this.#witnesses = this.#witnesses.filter((witness) => witness.timer !== timer);
      emit();
    });
    this.#witnesses.push({ since: clock.now, timer, emit });
  }

  #flush(due: (since: number) => boolean): void {
    if (this.#witnesses.length === 0) return;
    const speaking = this.#witnesses.filter(({ since }) => due(since));
    this.#witnesses = this.#witnesses.filter(({ since }) => !due(since));
    for (const { timer, emit } of speaking) {
      this.#options.clock.cancel(timer);
      emit();
    }
  }

  #emit(fact: Fact, carrier: Carrier): void {
    this.#sequence += 1;
    this.#lastAt = this.#options.clock.now;
    this.#events.push({
      specversion: "1.0",
      id: `${carrier}-${this.#sequence}`,
      source: SOURCES[carrier],
      subject: this.#options.chassisId,
      time: new Date(this.#lastAt).toISOString(),
      carrier,
      sequence: String(this.#sequence),
      ...fact,
    });
  }
}

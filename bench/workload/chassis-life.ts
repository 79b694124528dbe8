import { createHash } from "node:crypto";
import type { ChassisEvent, ObservedModule } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { ManagementSlot } from "../../shared/domain/vocabulary.ts";
import { Random, type Span } from "../../test/support/simulator/random.ts";
import { Collectors, type Host } from "./collectors.ts";

/** Which chassis, from when on, and by which chance. */
export interface LifeOptions {
  readonly chassisId: string;
  readonly seed: number;
  readonly start: Moment;
}

const INTERFACE_SLOTS = [1, 2, 3, 4, 5, 6, 7, 9] as const;
const OPERATORS = ["mkeller", "jdupont", "noc-night", "a.rossi"];
const DOWN = [
  "reason CARD_DOWN_REASON_REBOOTED. Error Code 6",
  "reason CARD_DOWN_REASON_LOST_HEARTBEAT. Error Code 11",
  "reason CARD_DOWN_REASON_CLI_POWER_OFF. Error Code 2",
];

/** How many milliseconds pass between two happenings, and between two witnesses of one. */
const PAUSE: Span = [4_000, 75_000];
const POLL_EVERY_MS = 200_000;
const SHORTLY: Span = [200, 2_000];

/**
 * What happens on one chassis, told as collectors tell it. It knows just enough of the chassis to say what can be so;
 * what the twin makes of it is not its concern.
 */
export class ChassisLife {
  readonly random: Random;
  readonly #collectors: Collectors;
  readonly #host: Host;
  readonly #serials: Readonly<Record<ManagementSlot, string>>;
  readonly #bootedAt: Moment;
  readonly #sessions: string[] = [];
  #now: Moment;
  #polledAt: Moment;
  #revision: number;
  #active: ManagementSlot = "M1";

  constructor({ chassisId, seed, start }: LifeOptions) {
    this.random = new Random(seed);
    const { random } = this;
    this.#host = {
      chassisId,
      address: `10.${random.within([16, 40])}.${random.within([0, 255])}.${random.within([2, 250])}`,
    };
    this.#collectors = new Collectors(this.#host, random);
    this.#serials = { M1: this.#serial(), M2: this.#serial() };
    this.#now = start;
    this.#polledAt = start;
    this.#bootedAt = start;
    this.#revision = random.within([12, 900]);
  }

  /** The moment that this life has come to. */
  get now(): Moment {
    return this.#now;
  }

  /** Both modules boot, M2 becomes a ready standby, and nothing else is known. */
  bareStart(): ChassisEvent[] {
    return [
      this.#booted("M1", "2.7.0"),
      this.#role("M1", "coming-up", "active"),
      this.#booted("M2", "2.7.0"),
      this.standbyReady(),
    ];
  }

  /**
   * A power-on, eight interface modules, sessions, configurations with digests, and a switchover to M2 after which one
   * interface module stays out of sync: three findings are open, and redundancy is ready.
   */
  livedInStart(): ChassisEvent[] {
    const events = [
      this.#syslog("System: Cold start"),
      this.#booted("M1", "2.7.0"),
      this.#role("M1", "coming-up", "active"),
    ];
    events.push(this.#booted("M2", "2.6.0"), ...INTERFACE_SLOTS.map((slot) => this.#moduleUp(slot)));
    events.push(...this.#comparison(), this.standbyReady(), ...this.save(), this.#opened("web"));
    events.push(
      this.#cli("switchover.requested", { by: this.random.pick(OPERATORS), from: "M1", to: "M2" }),
      this.#role("M2", "standby", "active"),
      this.#syslog("System: Warm start", SHORTLY),
      this.#trap("chassis.warm-started", { reporterSlot: "M2" }),
    );
    this.#active = "M2";
    this.#sessions.length = 0;
    events.push(this.#booted("M1", "2.7.0"), ...this.#comparison(), this.standbyReady());
    events.push(this.#trap("interface-module.out-of-sync", { slot: "S5", overwritten: false }));
    events.push(
      this.#trap("card.inserted", { slot: "M2", card: 1 }),
      ...this.changeConfig(),
      ...this.save(),
      ...this.changeConfig(),
    );
    return [...events, this.#opened("cli"), this.#opened("cli"), this.#opened("inm"), this.poll()];
  }

  /** Something after which the chassis stands in the fleet where it stood: one event or several. */
  routine(): ChassisEvent[] {
    if (this.#now - this.#polledAt > POLL_EVERY_MS) return [this.poll()];
    return this.#oneOf([
      { weight: 24, tell: () => this.#bounce() },
      { weight: 22, tell: () => this.#session() },
      { weight: 12, tell: () => this.changeConfig() },
      { weight: 8, tell: () => this.#card() },
      { weight: 8, tell: () => this.#port() },
      { weight: 10, tell: () => [this.standbyReady()] },
    ]);
  }

  /** The same of a chassis of which little is known, and stays so. */
  bareRoutine(): ChassisEvent[] {
    return this.#oneOf([
      { weight: 1, tell: () => this.#card() },
      { weight: 1, tell: () => [this.standbyReady()] },
    ]);
  }

  /** Two events that each move the chassis to another bucket of the fleet. */
  commotion(): ChassisEvent[] {
    return this.random.chance(0.5) ? this.save() : this.#relapse();
  }

  /** The standby says that it is ready. */
  standbyReady(): ChassisEvent {
    return this.#syslog("System: Standby Management Module was ready");
  }

  /** A poll of all slots, which promises the next. */
  poll(): ChassisEvent {
    this.#polledAt = this.#later();
    const startedAt = new Date(this.#now - this.random.within([300, 1900])).toISOString();
    const rows: ObservedModule[] = [this.#row("M1"), this.#row("M2")];
    const interfaces = INTERFACE_SLOTS.map((slot): ObservedModule => ({ slot: `S${slot}`, status: "running" }));
    const runningConfig = { revision: this.#revision, digest: this.#digest() };
    return this.#collectors.report("poll", this.#now, "chassis.observed", {
      startedAt,
      endedAt: new Date(this.#now).toISOString(),
      nextWithinSeconds: 300,
      managementAddress: this.#host.address,
      modules: [...rows, ...interfaces],
      runningConfig,
    });
  }

  /** The running-config is changed, and copied a period later. */
  changeConfig(): ChassisEvent[] {
    this.#revision += 1;
    const contents = { revision: this.#revision, digest: this.#digest() };
    const changed = this.#cli("config.changed", { ...contents, by: this.random.pick(OPERATORS) });
    this.#now += 7_000;
    return [
      changed,
      this.#collectors.report("trap", this.#now, "sync.completed", { file: "running-config", ...contents }),
    ];
  }

  /** The configuration is saved, and copied to the standby. */
  save(): ChassisEvent[] {
    const contents = { revision: this.#revision, digest: this.#digest() };
    const saved = this.#cli("config.saved", { ...contents, by: this.random.pick(OPERATORS) });
    this.#now += this.random.within([1_000, 4_000]);
    return [
      saved,
      this.#collectors.report("trap", this.#now, "sync.completed", { file: "system-config", ...contents }),
    ];
  }

  #oneOf(happenings: readonly { readonly weight: number; readonly tell: () => ChassisEvent[] }[]): ChassisEvent[] {
    return this.random.weighted(happenings)?.tell() ?? [];
  }

  #relapse(): ChassisEvent[] {
    const down = this.#syslog(`System: Standby Management Module was down, ${this.random.pick(DOWN)}`);
    return [down, this.standbyReady()];
  }

  #bounce(): ChassisEvent[] {
    const slot = this.random.pick(INTERFACE_SLOTS);
    return [this.#syslog(`System: Module down in slot ${slot}, ${this.random.pick(DOWN)}`), this.#moduleUp(slot)];
  }

  #session(): ChassisEvent[] {
    const kinds = ["cli", "web", "inm"] as const;
    const [oldest] = this.#sessions;
    if (oldest === undefined || this.#sessions.length < 3) return [this.#opened(this.random.pick(kinds))];
    this.#sessions.shift();
    const reason = this.random.pick(["idle", "logged out", "connection lost"]);
    return [this.#trap("session.closed", { sessionId: oldest, reason }), this.#opened(this.random.pick(kinds))];
  }

  #card(): ChassisEvent[] {
    const card = { slot: this.#active, card: this.random.pick([1, 2] as const) };
    return [this.#trap("card.removed", card), this.#trap("card.inserted", card)];
  }

  #port(): ChassisEvent[] {
    const slot = this.#active === "M1" ? "M2" : "M1";
    return [this.#trap("management-port.down", { slot }), this.#trap("management-port.up", { slot })];
  }

  #comparison(): ChassisEvent[] {
    const files = ["flash-code", "system-config"] as const;
    return files.map((file) => this.#trap("sync.compared", { file, result: "same" }));
  }

  #opened(kind: "cli" | "web" | "inm"): ChassisEvent {
    const sessionId = `${kind}-${this.random.within([1_000, 99_999])}`;
    this.#sessions.push(sessionId);
    const peerAddress = `10.4.${this.random.within([0, 3])}.${this.random.within([10, 250])}`;
    return this.#trap("session.opened", { sessionId, kind, peerAddress });
  }

  #booted(slot: ManagementSlot, bootCode: string): ChassisEvent {
    return this.#cli("module.booted", {
      slot,
      bootSource: "primary-flash",
      versions: { flashCode: "2.7.2a", monitor: "2.7.2", bootCode },
      serialNumber: this.#serials[slot],
    });
  }

  #role(slot: ManagementSlot, from: string, to: string): ChassisEvent {
    const number = slot === "M1" ? 17 : 18;
    return this.#syslog(`Management module at slot ${number} state changed from ${from} to ${to}.`, SHORTLY);
  }

  #moduleUp(slot: number): ChassisEvent {
    return this.#syslog(`System: Module up in slot ${slot}`);
  }

  #row(slot: ManagementSlot): ObservedModule {
    const isActive = slot === this.#active;
    return {
      slot,
      status: "running",
      role: isActive ? "active" : "standby",
      ...(isActive ? {} : { standbyState: "ready" as const }),
      serialNumber: this.#serials[slot],
      uptimeSeconds: Math.floor((this.#now - this.#bootedAt) / 1000) + this.random.within([0, 3]),
      versions: { flashCode: "2.7.2a", monitor: "2.7.2" },
      bootedFrom: "primary-flash",
    };
  }

  #syslog(text: string, after = PAUSE): ChassisEvent {
    return this.#collectors.syslog(this.#later(after), text);
  }

  #trap: TellBy = (type, data) => this.#collectors.report("trap", this.#later(), type, data);

  #cli: TellBy = (type, data) => this.#collectors.report("cli", this.#later(), type, data);

  #later(after = PAUSE): Moment {
    this.#now += this.random.within(after);
    return this.#now;
  }

  #serial(): string {
    return `BL${String(this.random.within([0, 99_999_999])).padStart(8, "0")}`;
  }

  #digest(): string {
    const content = `${this.#host.chassisId} ${this.#revision}`;
    return `sha256:${createHash("sha256").update(content).digest("hex")}`;
  }
}

type TellBy = <T extends ChassisEvent["type"]>(
  type: T,
  data: Parameters<typeof Collectors.prototype.report<T>>[3],
) => ChassisEvent;

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

/** The slots that have an interface module. */
export const INTERFACE_SLOTS = [1, 2, 3, 4, 5, 6, 7, 9] as const;
/** Who works on the chassis. */
export const OPERATORS = ["mkeller", "jdupont", "noc-night", "a.rossi"];
/** How many milliseconds pass between two things that happen. */
const PAUSE: Span = [4_000, 75_000];
/** Between two witnesses of one thing. */
export const SHORTLY: Span = [200, 2_000];

/**
 * What can be said of one chassis, told as collectors tell it, each thing some time after the one before. It knows just
 * enough of the chassis to say what can be so.
 */
export class ChassisReports {
  /** The chance by which things happen. */
  readonly random: Random;
  readonly #collectors: Collectors;
  readonly #host: Host;
  readonly #serials: Readonly<Record<ManagementSlot, string>>;
  readonly #bootedAt: Moment;
  /** The sessions that are open, the oldest first. */
  readonly sessions: string[] = [];
  #now: Moment;
  /** When the chassis was last polled. */
  polledAt: Moment;
  #revision: number;
  /** The slot of the active module. */
  active: ManagementSlot = "M1";

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
    this.polledAt = start;
    this.#bootedAt = start;
    this.#revision = random.within([12, 900]);
  }

  /** The moment that this life has come to. */
  get now(): Moment {
    return this.#now;
  }

  /** The standby says that it is ready. */
  standbyReady(): ChassisEvent {
    return this.syslog("System: Standby Management Module was ready");
  }

  /** A poll of all slots, which promises the next. */
  poll(): ChassisEvent {
    this.polledAt = this.#later();
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
    const changed = this.cli("config.changed", { ...contents, by: this.random.pick(OPERATORS) });
    this.#now += 7_000;
    return [
      changed,
      this.#collectors.report("trap", this.#now, "sync.completed", { file: "running-config", ...contents }),
    ];
  }

  /** The configuration is saved, and copied to the standby. */
  save(): ChassisEvent[] {
    const contents = { revision: this.#revision, digest: this.#digest() };
    const saved = this.cli("config.saved", { ...contents, by: this.random.pick(OPERATORS) });
    this.#now += this.random.within([1_000, 4_000]);
    return [
      saved,
      this.#collectors.report("trap", this.#now, "sync.completed", { file: "system-config", ...contents }),
    ];
  }

  /** The standby's files are compared and found the same. */
  comparison(): ChassisEvent[] {
    const files = ["flash-code", "system-config"] as const;
    return files.map((file) => this.trap("sync.compared", { file, result: "same" }));
  }

  /** A session is opened. */
  opened(kind: "cli" | "web" | "inm"): ChassisEvent {
    const sessionId = `${kind}-${this.random.within([1_000, 99_999])}`;
    this.sessions.push(sessionId);
    const peerAddress = `10.4.${this.random.within([0, 3])}.${this.random.within([10, 250])}`;
    return this.trap("session.opened", { sessionId, kind, peerAddress });
  }

  /** A module has booted. */
  booted(slot: ManagementSlot, bootCode: string): ChassisEvent {
    return this.cli("module.booted", {
      slot,
      bootSource: "primary-flash",
      versions: { flashCode: "2.7.2a", monitor: "2.7.2", bootCode },
      serialNumber: this.#serials[slot],
    });
  }

  /** A module has changed its role. */
  role(slot: ManagementSlot, from: string, to: string): ChassisEvent {
    const number = slot === "M1" ? 17 : 18;
    return this.syslog(`Management module at slot ${number} state changed from ${from} to ${to}.`, SHORTLY);
  }

  /** An interface module runs. */
  moduleUp(slot: number): ChassisEvent {
    return this.syslog(`System: Module up in slot ${slot}`);
  }

  #row(slot: ManagementSlot): ObservedModule {
    const isActive = slot === this.active;
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

  /** The device wrote a line to the syslog server. */
  syslog(text: string, after = PAUSE): ChassisEvent {
    return this.#collectors.syslog(this.#later(after), text);
  }

  /** The device sent a trap. */
  trap: TellBy = (type, data) => this.#collectors.report("trap", this.#later(), type, data);

  /** Somebody saw or did something on the command line. */
  cli: TellBy = (type, data) => this.#collectors.report("cli", this.#later(), type, data);

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

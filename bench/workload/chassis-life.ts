import type { ChassisEvent } from "../../shared/domain/events.ts";
import { ChassisReports, INTERFACE_SLOTS, OPERATORS, SHORTLY } from "./chassis-reports.ts";

const DOWN = [
  "reason CARD_DOWN_REASON_REBOOTED. Error Code 6",
  "reason CARD_DOWN_REASON_LOST_HEARTBEAT. Error Code 11",
  "reason CARD_DOWN_REASON_CLI_POWER_OFF. Error Code 2",
];

const POLL_EVERY_MS = 200_000;

/** What happens on one chassis; what the twin makes of it is not its concern. */
export class ChassisLife extends ChassisReports {
  /** Both modules boot, M2 becomes a ready standby, and nothing else is known. */
  bareStart(): ChassisEvent[] {
    return [
      this.booted("M1", "2.7.0"),
      this.role("M1", "coming-up", "active"),
      this.booted("M2", "2.7.0"),
      this.standbyReady(),
    ];
  }

  /**
   * A power-on, eight interface modules, sessions, configurations with digests, and a switchover to M2 after which one
   * interface module stays out of sync: three findings are open, and redundancy is ready.
   */
  livedInStart(): ChassisEvent[] {
    const events = [
      this.syslog("System: Cold start"),
      this.booted("M1", "2.7.0"),
      this.role("M1", "coming-up", "active"),
    ];
    events.push(this.booted("M2", "2.6.0"), ...INTERFACE_SLOTS.map((slot) => this.moduleUp(slot)));
    events.push(...this.comparison(), this.standbyReady(), ...this.save(), this.opened("web"));
    events.push(
      this.cli("switchover.requested", { by: this.random.pick(OPERATORS), from: "M1", to: "M2" }),
      this.role("M2", "standby", "active"),
      this.syslog("System: Warm start", SHORTLY),
      this.trap("chassis.warm-started", { reporterSlot: "M2" }),
    );
    this.active = "M2";
    this.sessions.length = 0;
    events.push(this.booted("M1", "2.7.0"), ...this.comparison(), this.standbyReady());
    events.push(this.trap("interface-module.out-of-sync", { slot: "S5", overwritten: false }));
    events.push(
      this.trap("card.inserted", { slot: "M2", card: 1 }),
      ...this.changeConfig(),
      ...this.save(),
      ...this.changeConfig(),
    );
    return [...events, this.opened("cli"), this.opened("cli"), this.opened("inm"), this.poll()];
  }

  /** Something after which the chassis stands in the fleet where it stood: one event or several. */
  routine(): ChassisEvent[] {
    if (this.now - this.polledAt > POLL_EVERY_MS) return [this.poll()];
    return this.#oneOf([
      { weight: 24, tell: () => this.#bounce() },
      { weight: 22, tell: () => this.#session() },
      { weight: 12, tell: () => this.changeConfig() },
      { weight: 8, tell: () => this.#card() },
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

  /** Two events that each move the chassis in the fleet: to another bucket or, in one of six cases, to other findings. */
  commotion(): ChassisEvent[] {
    return this.#oneOf([
      { weight: 5, tell: () => this.save() },
      { weight: 5, tell: () => this.#relapse() },
      { weight: 2, tell: () => this.#port() },
    ]);
  }

  #oneOf(happenings: readonly { readonly weight: number; readonly tell: () => ChassisEvent[] }[]): ChassisEvent[] {
    return this.random.weighted(happenings)?.tell() ?? [];
  }

  #relapse(): ChassisEvent[] {
    const down = this.syslog(`System: Standby Management Module was down, ${this.random.pick(DOWN)}`);
    return [down, this.standbyReady()];
  }

  #bounce(): ChassisEvent[] {
    const slot = this.random.pick(INTERFACE_SLOTS);
    return [this.syslog(`System: Module down in slot ${slot}, ${this.random.pick(DOWN)}`), this.moduleUp(slot)];
  }

  #session(): ChassisEvent[] {
    const kinds = ["cli", "web", "inm"] as const;
    const [oldest] = this.sessions;
    if (oldest === undefined || this.sessions.length < 3) return [this.opened(this.random.pick(kinds))];
    this.sessions.shift();
    const reason = this.random.pick(["idle", "logged out", "connection lost"]);
    return [this.trap("session.closed", { sessionId: oldest, reason }), this.opened(this.random.pick(kinds))];
  }

  #card(): ChassisEvent[] {
    const card = { slot: this.active, card: this.random.pick([1, 2] as const) };
    return [this.trap("card.removed", card), this.trap("card.inserted", card)];
  }

  #port(): ChassisEvent[] {
    const slot = this.active === "M1" ? "M2" : "M1";
    return [this.trap("management-port.down", { slot }), this.trap("management-port.up", { slot })];
  }
}

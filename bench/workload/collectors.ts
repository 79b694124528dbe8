import { createHash } from "node:crypto";
import { newContext, type SyslogContext } from "../../collectors/syslog-context.ts";
import { parseIronware } from "../../collectors/syslog-ironware.ts";
import { momentOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent, EventOf, EventType } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { Carrier } from "../../shared/domain/vocabulary.ts";
import { parseEvent } from "../../shared/edge/parse-event.ts";
import type { Random } from "../../test/support/simulator/random.ts";

/** A chassis as the collectors around it know it. */
export interface Host {
  readonly chassisId: string;
  readonly address: string;
}

/** A workload made something that is no event. */
export class NoEvent extends Error {
  override readonly name = "NoEvent";
}

const SOURCES: Readonly<Record<Exclude<Carrier, "syslog">, string>> = {
  trap: "snmp-trap",
  poll: "snmp-poll",
  cli: "cli",
  operator: "operator",
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Makes events as the collectors do and as the edge keeps them: lines of syslog through the dialect's own parser, the
 * others with ids of the same kind, a hash of what was received; all of them stamped when they are received.
 */
export class Collectors {
  readonly #host: Host;
  readonly #random: Random;
  #context: SyslogContext;
  #line: number;
  #reports: number;

  constructor(host: Host, random: Random) {
    this.#host = host;
    this.#random = random;
    this.#context = newContext(host.chassisId, 16);
    this.#line = random.within([100_000, 900_000]);
    this.#reports = random.within([1_000, 90_000]);
  }

  /** A line that the device sent to the syslog server at a moment. */
  syslog(at: Moment, text: string): ChassisEvent {
    // One receiver takes the lines of many devices.
    this.#line += this.#random.within([1, 40]);
    const receivedAt = new Date(at + this.#random.within([5, 900])).toISOString();
    const { chassisId, address } = this.#host;
    const line = `<14>${stampOf(at)} ${address} ${text}`;
    const { events, context } = parseIronware({ receivedAt, host: chassisId, order: this.#line, line }, this.#context);
    this.#context = context;
    const [event] = events;
    if (event === undefined) throw new NoEvent(`no event is made of the line ${line}`);
    return this.#kept(event);
  }

  /** What a trap, a poll, a command or a person said at a moment. */
  report<T extends EventType>(
    carrier: Exclude<Carrier, "syslog">,
    at: Moment,
    type: T,
    data: EventOf<T>["data"],
  ): ChassisEvent {
    this.#reports += this.#random.within([1, 9]);
    const source = `${SOURCES[carrier]}://${this.#host.address}`;
    const sequence = String(this.#reports);
    const time = new Date(at).toISOString();
    const id = hashOf([source, time, sequence, type]);
    const { chassisId } = this.#host;
    return this.#kept({ specversion: "1.0", id, source, subject: chassisId, type, time, carrier, sequence, data });
  }

  #kept(event: object): ChassisEvent {
    const parsed = parseEvent(event, Date.now());
    if (!parsed.ok) throw new NoEvent(parsed.faults.map(({ pointer, detail }) => `${pointer} ${detail}`).join("; "));
    const receivedAt = momentOf(parsed.event) + this.#random.within([40, 1900]);
    return { ...parsed.event, recordedtime: new Date(receivedAt).toISOString() };
  }
}

/** What a device writes before a line: a date without year. */
const stampOf = (at: Moment): string => {
  const date = new Date(at);
  return `${MONTHS[date.getUTCMonth()]} ${String(date.getUTCDate()).padStart(2)} ${date.toISOString().slice(11, 19)}`;
};

const hashOf = (said: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(said)).digest("base64url").slice(0, 16);

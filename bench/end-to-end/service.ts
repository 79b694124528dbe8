import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { momentOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { Twin } from "../../shared/domain/twin.ts";
import { foldedTwin, requireSame } from "../support/independent-fold.ts";

/** The service did not answer as it should, or an event did not become readable. */
export class ServiceFailed extends Error {
  override readonly name = "ServiceFailed";
}

const POLL_MS = 2;
const PATIENCE_MS = 120_000;
const NEW_CHASSIS = 404;

const Accepted = z.looseObject({ accepted: z.int() });
const Revised = z.looseObject({ revision: z.int() });

/** What is asked of a service. */
export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How a service is reached. */
export interface Access {
  /** Sends a request, signed for instance; as it is when absent. */
  readonly send?: (url: string, request?: Request) => Promise<Response>;
  /** The pause before a twin is read again, in milliseconds; short when absent. */
  readonly pollMs?: number;
  /** How long to wait for a twin, in milliseconds. */
  readonly patienceMs?: number;
}

/** A running service, spoken to over HTTP. */
export class Service {
  readonly #url: string;
  readonly #send: NonNullable<Access["send"]>;
  readonly #pollMs: number;
  readonly #patienceMs: number;

  constructor(url: string, { send = fetch, pollMs = POLL_MS, patienceMs = PATIENCE_MS }: Access = {}) {
    this.#url = url.replace(/\/$/, "");
    this.#send = send;
    this.#pollMs = pollMs;
    this.#patienceMs = patienceMs;
  }

  /** Posts events, which all have to be accepted. */
  async post(events: readonly ChassisEvent[]): Promise<void> {
    const [only, ...others] = events;
    const isSingle = only !== undefined && others.length === 0;
    const answer = await this.#send(`${this.#url}/events`, {
      method: "POST",
      headers: { "content-type": `application/cloudevents${isSingle ? "" : "-batch"}+json` },
      body: JSON.stringify(isSingle ? only : events),
    });
    const body = await answer.json();
    const said = Accepted.safeParse(body);
    if (!said.success || said.data.accepted !== events.length)
      throw new ServiceFailed(`events are answered ${answer.status}`, { cause: body });
  }

  /** Waits until the twin of a chassis counts so many events. */
  async untilCounted(chassisId: string, events: number): Promise<void> {
    const giveUpAt = Date.now() + this.#patienceMs;
    for (;;) {
      const answer = await this.#send(`${this.#url}/chassis/${chassisId}`);
      const body = await answer.json();
      if (answer.status === 200 && Revised.parse(body).revision >= events) return;
      if (answer.status !== 200 && answer.status !== NEW_CHASSIS)
        throw new ServiceFailed(`${chassisId} is answered ${answer.status}`, { cause: body });
      if (Date.now() > giveUpAt) throw new ServiceFailed(`${chassisId} does not count its ${events} events in time`);
      await pause(this.#pollMs);
    }
  }

  /** Throws `WrongTwin` when the twin of a chassis is not the plain fold of its events. */
  async check(chassisId: string, events: readonly ChassisEvent[]): Promise<void> {
    const answer = await this.#send(`${this.#url}/chassis/${chassisId}?include=provenance`);
    const found = Twin.parse(await answer.json());
    requireSame(foldedTwin(chassisId, events, Math.max(Date.parse(found.asOf), ...events.map(momentOf))), found);
  }
}

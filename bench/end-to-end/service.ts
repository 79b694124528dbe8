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

/** A running service, spoken to over HTTP. */
export class Service {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url.replace(/\/$/, "");
  }

  /** Posts events, which all have to be accepted. */
  async post(events: readonly ChassisEvent[]): Promise<void> {
    const [only, ...others] = events;
    const isSingle = only !== undefined && others.length === 0;
    const answer = await fetch(`${this.#url}/events`, {
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
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await fetch(`${this.#url}/chassis/${chassisId}`);
      const body = await answer.json();
      if (answer.status === 200 && Revised.parse(body).revision >= events) return;
      if (answer.status !== 200 && answer.status !== NEW_CHASSIS)
        throw new ServiceFailed(`${chassisId} is answered ${answer.status}`, { cause: body });
      if (Date.now() > giveUpAt) throw new ServiceFailed(`${chassisId} does not count its ${events} events in time`);
      await pause(POLL_MS);
    }
  }

  /** Throws `WrongTwin` when the twin of a chassis is not the plain fold of its events. */
  async check(chassisId: string, events: readonly ChassisEvent[]): Promise<void> {
    const answer = await fetch(`${this.#url}/chassis/${chassisId}?include=provenance`);
    const found = Twin.parse(await answer.json());
    requireSame(foldedTwin(chassisId, events, Math.max(Date.parse(found.asOf), ...events.map(momentOf))), found);
  }
}

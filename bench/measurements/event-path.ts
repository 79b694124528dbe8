import { cpuUsage } from "node:process";
import { acceptEventsEndpoint } from "../../functions/accept-events/endpoint.ts";
import { projectEventsConsumer } from "../../functions/project-events/consumer.ts";
import { lambdaContext } from "../../infra/embedded/lambda-context.ts";
import { BUS } from "../../shared/bus.ts";
import { momentOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { BusEntry, EventBus, TwinStore } from "../../shared/ports.ts";
import { apiGatewayEvent } from "../../test/support/api.ts";
import { batch } from "../../test/unit/project-events/queued.ts";
import { microseconds, ON_THE_WAY_MS } from "./processor-time.ts";

/** What the functions on the path put events on, and keep twins in. */
export interface Surroundings {
  readonly bus: EventBus;
  readonly store: TwinStore;
}

/** An event did not get from a post into the twin. */
export class EventLost extends Error {
  override readonly name = "EventLost";
}

/** Microseconds of processor time of the function that accepts events, and of the one that projects them. */
export interface PathTimes {
  readonly accepting: number;
  readonly projecting: number;
}

/** The whole path of events, from a post to the stored twin, and how much processor time it takes. */
export class EventPath {
  #accepting = 0;
  #projecting = 0;
  readonly #accept: ReturnType<typeof acceptEventsEndpoint>;
  readonly #project: ReturnType<typeof projectEventsConsumer>;
  #onTheBus: readonly BusEntry[] = [];
  #now = 0;

  constructor({ bus, store }: Surroundings) {
    const clock = () => this.#now;
    const publish: EventBus["publish"] = (entries) => {
      this.#onTheBus = entries;
      return bus.publish(entries);
    };
    this.#accept = acceptEventsEndpoint({ bus: { publish }, clock });
    this.#project = projectEventsConsumer({ store, deadLetters: { bury: async () => {} }, clock });
  }

  /** What was taken up to now does not count. */
  restart(): void {
    this.#accepting = 0;
    this.#projecting = 0;
  }

  /** What one of so many events took. */
  each(events: number): PathTimes {
    return { accepting: this.#accepting / events, projecting: this.#projecting / events };
  }

  /** Posts an event by itself, as soon as it has happened, and projects it. Throws `EventLost`. */
  async take(event: ChassisEvent): Promise<void> {
    this.#now = Math.max(this.#now, momentOf(event) + ON_THE_WAY_MS);
    const headers = { "content-type": "application/cloudevents+json" };
    const posted = apiGatewayEvent({ method: "POST", target: "/events", headers, body: JSON.stringify(event) });
    const begun = cpuUsage();
    const { statusCode } = await this.#accept(posted, lambdaContext("accept-events"));
    this.#accepting += microseconds(begun);
    if (statusCode !== 202) throw new EventLost(`a post was answered ${statusCode}`);
    for (const entry of this.#onTheBus) await this.#deliver(entry);
  }

  async #deliver(detail: BusEntry): Promise<void> {
    const { Records } = batch({ message: JSON.stringify({ "detail-type": BUS.detailType, detail }) });
    const sent = Records.map((message) => ({
      ...message,
      attributes: { ...message.attributes, SentTimestamp: String(this.#now) },
    }));
    const begun = cpuUsage();
    const { batchItemFailures } = await this.#project({ Records: sent }, lambdaContext("project-events"));
    this.#projecting += microseconds(begun);
    if (batchItemFailures.length > 0) throw new EventLost("an event was not projected");
  }
}

import { PutEventsCommand, type PutEventsCommandOutput } from "@aws-sdk/client-eventbridge";
import { BUS } from "../bus.ts";
import type { EventBus } from "../ports.ts";
import { type Backoff, jitteredBackoff } from "./backoff.ts";
import { callsOf, detailsOf, sizeOf } from "./bus-details.ts";

/** How often an entry that the bus refuses is sent. */
const MOST_ATTEMPTS = 4;

/** What of an EventBridge client the bus needs. */
export interface PutEventsClient {
  send(command: PutEventsCommand): Promise<PutEventsCommandOutput>;
}

/** Which bus, and how to wait before an entry is sent again. */
export interface EventBridgeBusOptions {
  readonly client: PutEventsClient;
  readonly busName: string;
  readonly backoff?: Backoff;
}

/**
 * Publishes events on an EventBridge bus. An entry counts as taken when the bus took all of its events; of one that is
 * not, some may have been, so that sending it again may repeat them. Never throws.
 */
export const eventBridgeBus = ({ backoff = jitteredBackoff, ...bus }: EventBridgeBusOptions): EventBus => ({
  async publish(entries) {
    let refused: readonly Part[] = entries.flatMap((entry, index) =>
      detailsOf(entry).map((detail) => ({ entry: index, detail })),
    );
    for (let attempts = 0; refused.length > 0 && attempts < MOST_ATTEMPTS; attempts += 1) {
      if (attempts > 0) await backoff(attempts);
      const calls = callsOf(refused, ({ detail }) => sizeOf(BUS.source) + sizeOf(BUS.detailType) + sizeOf(detail));
      refused = (await Promise.all(calls.map((parts) => refusedOf(bus, parts)))).flat();
    }
    const incomplete = new Set(refused.map(({ entry }) => entry));
    return entries.map((_, index) => !incomplete.has(index));
  },
});

/** One detail, and which of the entries it carries events of. */
interface Part {
  readonly entry: number;
  readonly detail: string;
}

type Bus = Pick<EventBridgeBusOptions, "client" | "busName">;

/** Sends parts in one call and answers those that were not taken: all of them when the call failed. */
const refusedOf = async ({ client, busName }: Bus, parts: readonly Part[]): Promise<readonly Part[]> => {
  const Entries = parts.map(({ detail }) => ({
    EventBusName: busName,
    Source: BUS.source,
    DetailType: BUS.detailType,
    Detail: detail,
  }));
  try {
    const answer = await client.send(new PutEventsCommand({ Entries }));
    return parts.filter((_, index) => {
      const result = answer.Entries?.[index];
      return result === undefined || result.ErrorCode !== undefined;
    });
  } catch {
    return parts;
  }
};

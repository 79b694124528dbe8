import { PutEventsCommand, type PutEventsCommandOutput } from "@aws-sdk/client-eventbridge";
import { type Backoff, jitteredBackoff } from "./backoff.ts";
import { callsOf, sizeOf } from "./bus-details.ts";

/** How often an entry that the bus refuses is sent. */
const MOST_ATTEMPTS = 4;

/** What of an EventBridge client the bus needs. */
export interface PutEventsClient {
  send(command: PutEventsCommand): Promise<PutEventsCommandOutput>;
}

/** Which bus, and how to wait before an entry is sent again. */
export interface EventBridgeOptions {
  readonly client: PutEventsClient;
  readonly busName: string;
  readonly backoff?: Backoff;
}

/** One entry of the bus; `detail` is JSON. */
export interface PutEntry {
  readonly source: string;
  readonly detailType: string;
  readonly detail: string;
}

/** Puts entries on the bus, sends again what it refuses, and answers what it kept refusing. Never throws. */
export const putEvents = async <T extends PutEntry>(
  { backoff = jitteredBackoff, ...bus }: EventBridgeOptions,
  entries: readonly T[],
): Promise<readonly T[]> => {
  let refused = entries;
  for (let attempts = 0; refused.length > 0 && attempts < MOST_ATTEMPTS; attempts += 1) {
    if (attempts > 0) await backoff(attempts);
    const calls = callsOf(refused, ({ source, detailType, detail }) => sizeOf(source + detailType + detail));
    refused = (await Promise.all(calls.map((call) => refusedOf(bus, call)))).flat();
  }
  return refused;
};

/** Sends entries in one call and answers those that were not taken: all of them when the call failed. */
const refusedOf = async <T extends PutEntry>(
  { client, busName }: Pick<EventBridgeOptions, "client" | "busName">,
  entries: readonly T[],
): Promise<readonly T[]> => {
  const Entries = entries.map(({ source, detailType, detail }) => ({
    EventBusName: busName,
    Source: source,
    DetailType: detailType,
    Detail: detail,
  }));
  try {
    const answer = await client.send(new PutEventsCommand({ Entries }));
    return entries.filter((_, index) => {
      const result = answer.Entries?.[index];
      return result === undefined || result.ErrorCode !== undefined;
    });
  } catch {
    return entries;
  }
};

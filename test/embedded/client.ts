import * as z from "zod";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { documentedFetch } from "../support/documented.ts";

const Receipt = z.object({ results: z.array(z.object({ id: z.string(), status: z.string() })) });
const History = z.object({
  items: z.array(z.object({ event: z.object({ id: z.string() }) })),
  nextCursor: z.string().optional(),
});

/** Posts events in one request and answers the ids of those that were accepted. */
export const post = async (url: string, events: readonly ChassisEvent[]): Promise<readonly string[]> => {
  const response = await documentedFetch(`${url}/events`, {
    method: "POST",
    headers: { "content-type": "application/cloudevents-batch+json" },
    body: JSON.stringify(events),
  });
  if (response.status !== 202) throw new Error(`POST /events answered ${response.status}: ${await response.text()}`);
  const { results } = Receipt.parse(await response.json());
  return results.filter(({ status }) => status === "accepted").map(({ id }) => id);
};

/** The ids of all events in a chassis's history; none for a chassis never seen. */
export const idsOf = async (url: string, chassisId: string): Promise<ReadonlySet<string>> => {
  const ids = new Set<string>();
  const page = new URL(`${url}/chassis/${chassisId}/events?limit=200`);
  for (;;) {
    const response = await documentedFetch(page);
    if (response.status === 404) return ids;
    if (response.status !== 200) throw new Error(`GET ${page.pathname} answered ${response.status}`);
    const { items, nextCursor } = History.parse(await response.json());
    for (const { event } of items) ids.add(event.id);
    if (nextCursor === undefined) return ids;
    page.searchParams.set("cursor", nextCursor);
  }
};

import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod/mini";
import { ChassisEvent } from "../../../shared/domain/events.ts";
import { FleetItem } from "../../../shared/domain/fleet-item.ts";
import { Twin } from "../../../shared/domain/twin.ts";

const Receipt = z.object({
  accepted: z.int(),
  results: z.array(z.looseObject({ id: z.unknown(), status: z.string(), errors: z.optional(z.unknown()) })),
});

/** An event of a chassis's history, and what became of it. */
export const HistoryItem = z.object({
  event: ChassisEvent,
  disposition: z.enum(["applied", "no-effect", "quarantined"]),
  reason: z.nullable(z.string()),
});
export type HistoryItem = z.infer<typeof HistoryItem>;

/** Sends events in one request. Throws when the service refuses any of them. */
export const postEvents = async (url: string, events: readonly ChassisEvent[]): Promise<void> => {
  const response = await fetch(new URL("/events", url), {
    method: "POST",
    headers: { "content-type": "application/cloudevents-batch+json" },
    body: JSON.stringify(events),
  });
  if (response.status !== 202) throw new Error(`POST /events answered ${response.status}: ${await response.text()}`);
  const { results } = Receipt.parse(await response.json());
  const refused = results.filter(({ status }) => status !== "accepted");
  if (refused.length > 0) throw new Error(`POST /events refused ${JSON.stringify(refused)}`);
};

/** The twin of a chassis as it is now, or null when the service has not heard of it. */
export const readTwin = async (url: string, chassisId: string): Promise<Twin | null> => {
  const answer = await get(new URL(`/chassis/${chassisId}`, url));
  return answer === null ? null : Twin.parse(answer);
};

/** Every chassis of the fleet, in the order of their names. */
export const readFleet = async (url: string): Promise<readonly FleetItem[]> => {
  const items = await readPages(new URL("/chassis", url), FleetItem);
  return items.toSorted((a, b) => (a.chassisId < b.chassisId ? -1 : 1));
};

/** The history of a chassis, oldest first; empty when the service has not heard of it. */
export const readHistory = async (url: string, chassisId: string): Promise<readonly HistoryItem[]> => {
  const items = await readPages(new URL(`/chassis/${chassisId}/events`, url), HistoryItem);
  return items.toReversed();
};

/** Asks until the answer is yes. Throws when it is still no after `seconds`. */
export const until = async (what: string, seconds: number, isSo: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`After ${seconds} s still not so: ${what}.`);
    await pause(50);
  }
};

const readPages = async <Item>(url: URL, item: z.ZodMiniType<Item>): Promise<Item[]> => {
  const page = z.object({ items: z.array(item), nextCursor: z.optional(z.string()) });
  const items: Item[] = [];
  let next: URL | null = url;
  while (next !== null) {
    const answer = page.parse((await get(next)) ?? { items: [] });
    items.push(...answer.items);
    next = answer.nextCursor === undefined ? null : withCursor(url, answer.nextCursor);
  }
  return items;
};

const withCursor = (url: URL, cursor: string): URL => {
  const next = new URL(url);
  next.searchParams.set("cursor", cursor);
  return next;
};

const get = async (url: URL): Promise<unknown> => {
  const response = await fetch(url);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`GET ${url.pathname} answered ${response.status}: ${await response.text()}`);
  return response.json();
};

import type { InputFault } from "../../shared/domain/errors.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { type ParsedEvent, parseEvent } from "../../shared/edge/parse-event.ts";
import type { BusEntry, EventBus } from "../../shared/ports.ts";
import type { Submission } from "./submission.ts";

/** What became of one event: `failed` ones were right, but the bus did not take them; they may be sent again. */
export interface ItemResult {
  readonly index: number;
  /** `null` when the event has no usable id. */
  readonly id: string | null;
  readonly status: "accepted" | "rejected" | "failed";
  /** What is wrong with a rejected event, with pointers into the body. */
  readonly errors?: readonly InputFault[];
}

/** How valid events are treated when others are faulty: `lenient` takes them all the same, `strict` takes none. */
export type Handling = "lenient" | "strict";

/** What became of a submission. */
export interface Acceptance {
  /** For every event, in order. */
  readonly results: readonly ItemResult[];
  /** All that is wrong with the faulty events, with pointers into the body. */
  readonly faults: readonly InputFault[];
  /** What is on the bus now. */
  readonly taken: readonly BusEntry[];
}

const LONGEST_ID = 128;

const HELD_BACK = "is valid, but not taken because others are not (handling=strict); send it again with them corrected";

/**
 * Puts the valid events of a submission on the bus, those of a chassis together, and answers item by item. An accepted
 * event is durable; a faulty one holds up the others only when the handling is strict.
 */
export const acceptEvents = async (
  bus: EventBus,
  submission: Submission,
  { receivedAt, handling }: { readonly receivedAt: Moment; readonly handling: Handling },
): Promise<Acceptance> => {
  const readings = submission.events.map((sent, index) => {
    const parsed = parseEvent(sent, receivedAt);
    const below = submission.pointerTo(index);
    const faults = parsed.ok ? [] : parsed.faults.map(({ pointer, detail }) => ({ pointer: below + pointer, detail }));
    return { item: { index, id: usableId(sent) }, below, parsed, faults };
  });
  const holdsBack = handling === "strict" && readings.some(({ parsed }) => !parsed.ok);
  const taken = holdsBack ? [] : await entriesTaken(bus, entriesOf(readings.map(({ parsed }) => parsed)));
  const eventsTaken = new Set(taken.flatMap(({ events }) => events));
  const results = readings.map(({ item, below, parsed, faults }): ItemResult => {
    if (!parsed.ok) return { ...item, status: "rejected", errors: faults };
    if (holdsBack) return { ...item, status: "rejected", errors: [{ pointer: below, detail: HELD_BACK }] };
    return { ...item, status: eventsTaken.has(parsed.event) ? "accepted" : "failed" };
  });
  return { results, faults: readings.flatMap(({ faults }) => faults), taken };
};

const entriesOf = (readings: readonly ParsedEvent[]): readonly BusEntry[] => {
  const byChassis = new Map<string, ChassisEvent[]>();
  for (const reading of readings) {
    if (!reading.ok) continue;
    const { event } = reading;
    const companions = byChassis.get(event.subject);
    if (companions === undefined) byChassis.set(event.subject, [event]);
    else companions.push(event);
  }
  return [...byChassis].map(([chassisId, events]) => ({ chassisId, events }));
};

const entriesTaken = async (bus: EventBus, entries: readonly BusEntry[]): Promise<readonly BusEntry[]> => {
  if (entries.length === 0) return [];
  const taken = await bus.publish(entries);
  return entries.filter((_, position) => taken[position] === true);
};

const usableId = (sent: unknown): string | null => {
  const id = typeof sent === "object" && sent !== null && "id" in sent ? sent.id : null;
  return typeof id === "string" && id !== "" && id.length <= LONGEST_ID ? id : null;
};

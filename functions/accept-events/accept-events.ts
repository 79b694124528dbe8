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

const LONGEST_ID = 128;

/**
 * Puts the valid events of a submission on the bus, those of a chassis together, and answers item by item. An accepted
 * event is durable; a faulty one does not hold up the others.
 */
export const acceptEvents = async (
  bus: EventBus,
  submission: Submission,
  receivedAt: Moment,
): Promise<readonly ItemResult[]> => {
  const readings = submission.events.map((sent, index) => ({
    item: { index, id: usableId(sent) },
    parsed: parseEvent(sent, receivedAt),
  }));
  const taken = await eventsTaken(bus, entriesOf(readings.map(({ parsed }) => parsed)));
  return readings.map(({ item, parsed }): ItemResult => {
    if (parsed.ok) return { ...item, status: taken.has(parsed.event) ? "accepted" : "failed" };
    const below = submission.pointerTo(item.index);
    const errors = parsed.faults.map(({ pointer, detail }) => ({ pointer: below + pointer, detail }));
    return { ...item, status: "rejected", errors };
  });
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

const eventsTaken = async (bus: EventBus, entries: readonly BusEntry[]): Promise<ReadonlySet<ChassisEvent>> => {
  if (entries.length === 0) return new Set();
  const taken = await bus.publish(entries);
  return new Set(entries.flatMap(({ events }, position) => (taken[position] === true ? events : [])));
};

const usableId = (sent: unknown): string | null => {
  const id = typeof sent === "object" && sent !== null && "id" in sent ? sent.id : null;
  return typeof id === "string" && id !== "" && id.length <= LONGEST_ID ? id : null;
};

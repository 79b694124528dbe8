import { identityOf } from "../../../shared/domain/event-identity.ts";
import type { ChassisEvent } from "../../../shared/domain/events.ts";
import { postEvents, readHistory, readTwin, until } from "./client.ts";
import { readRecording, shifted, shiftToEndAt } from "./recording.ts";

const EVENTS_PER_REQUEST = 50;
const ARRIVAL_SECONDS = 20;

/** The recording is moved so that it ends this long before now. */
const ENDS_BEFORE_NOW_MS = 3000;

/** What a replay of the recorded fleet sent. */
export interface ReplaySummary {
  readonly events: number;
  readonly chassisIds: readonly string[];
  /** Lines of the capture which mean nothing to the twin, and lines that could not be read. */
  readonly linesWithoutMeaning: number;
  readonly unrecognisedLines: number;
}

/**
 * Posts the recorded fleet to the API at `url`, as if it happened just now, and waits until all of it is in the twins.
 * A service that has the recording already gets the same events again, which changes nothing. The two collectors send
 * one after the other: the twins do not depend on the order of arrival.
 */
export const replayDemo = async (url: string): Promise<ReplaySummary> => {
  const { capture, observations } = await readRecording();
  const recorded = [...capture.events, ...observations];
  const chassisIds = [...new Set(recorded.map(({ subject }) => subject))];
  const known = await knownEvents(url, chassisIds);
  const now = new Date(Date.now() - ENDS_BEFORE_NOW_MS);
  const shift = shiftOfEarlierReplay(recorded, known) ?? shiftToEndAt(recorded, now);
  const events = recorded.map((event) => shifted(event, shift));

  for (let first = 0; first < events.length; first += EVENTS_PER_REQUEST) {
    await postEvents(url, events.slice(first, first + EVENTS_PER_REQUEST));
  }
  await arrival(url, revisionsWith([...known, ...events]));

  return {
    events: events.length,
    chassisIds,
    linesWithoutMeaning: capture.withoutMeaning.length,
    unrecognisedLines: capture.unrecognised.length,
  };
};

const knownEvents = async (url: string, chassisIds: readonly string[]): Promise<readonly ChassisEvent[]> => {
  const histories = await Promise.all(chassisIds.map((chassisId) => readHistory(url, chassisId)));
  return histories.flat().map(({ event }) => event);
};

const shiftOfEarlierReplay = (
  recorded: readonly ChassisEvent[],
  known: readonly ChassisEvent[],
): number | undefined => {
  for (const { subject, source, id, time } of recorded) {
    const earlier = known.find((event) => event.subject === subject && event.source === source && event.id === id);
    if (earlier !== undefined) return Date.parse(earlier.time) - Date.parse(time);
  }
  return undefined;
};

/** The revision counts the distinct events of a chassis, so it tells when all that was sent has arrived. */
const revisionsWith = (events: readonly ChassisEvent[]): ReadonlyMap<string, number> => {
  const identities = new Map<string, Set<string>>();
  for (const event of events) {
    const ofChassis = identities.get(event.subject) ?? new Set();
    identities.set(event.subject, ofChassis.add(identityOf(event)));
  }
  return new Map([...identities].map(([chassisId, distinct]) => [chassisId, distinct.size]));
};

const arrival = async (url: string, expected: ReadonlyMap<string, number>): Promise<void> => {
  for (const [chassisId, revision] of expected) {
    await until(`${chassisId} has reached revision ${revision}`, ARRIVAL_SECONDS, async () => {
      const twin = await readTwin(url, chassisId);
      return twin !== null && twin.revision >= revision;
    });
  }
};

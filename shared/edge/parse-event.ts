import type { InputFault } from "../domain/errors.ts";
import { type ChassisEvent, eventSchemaOf } from "../domain/events.ts";
import type { Moment } from "../domain/state.ts";
import { timestamp } from "../domain/timestamp.ts";
import { aboutUnknownType } from "./event-types.ts";
import { faultsIn, IN_PLAIN_WORDS } from "./schema-faults.ts";

/** An event in the form in which it is kept, or all that is wrong with it. */
export type ParsedEvent =
  | { readonly ok: true; readonly event: ChassisEvent }
  | { readonly ok: false; readonly faults: readonly InputFault[] };

const MOST_BYTES = 16 * 1024;
const DEEPEST_NESTING = 32;
const EARLIEST: Moment = Date.UTC(2000, 0, 1);
const FURTHEST_AHEAD_MS = 5 * 60_000;
const ANY_NORMAL_TIME = "2000-01-01T00:00:00.000Z";
const JSON_MEDIA_TYPE = /^\s*[^\s/;]+\/(?:[^\s/;]+\+)?json\s*(?:;.*)?$/i;

/**
 * Reads one CloudEvent that came from outside. The event it answers has its `time` in UTC milliseconds and `receivedAt`
 * as its `recordedtime`, whatever the sender put there; attributes that are null count as absent, as CloudEvents has it;
 * unknown extensions and unknown fields in `data` are kept. To read such an event again gives the same event but for
 * `recordedtime`. Pointers start at the event.
 */
export const parseEvent = (value: unknown, receivedAt: Moment): ParsedEvent => {
  if (!isObject(value)) return refused("", "must be a JSON object, one CloudEvent");
  if (isDeeperThan(DEEPEST_NESTING, value))
    return refused("", `must not be nested over ${DEEPEST_NESTING} levels deep`);
  const said = attributesSaid(value);
  if (bytesOf(said) > MOST_BYTES) return refused("", `must be at most ${MOST_BYTES} bytes of JSON`);

  const parsed = eventSchemaOf(said["type"])?.safeParse(said, IN_PLAIN_WORDS);
  if (parsed === undefined) return { ok: false, faults: [...encodingFaults(said), typeFault(said)] };
  const faults = [
    ...encodingFaults(said),
    ...(parsed.success ? timeFaults(parsed.data, receivedAt) : faultsIn(parsed.error)),
  ];
  if (!parsed.success || faults.length > 0) return { ok: false, faults };
  const time = timestamp(Date.parse(parsed.data.time));
  return { ok: true, event: { ...parsed.data, time, recordedtime: timestamp(receivedAt) } };
};

type Attributes = Readonly<Record<string, unknown>>;

const refused = (pointer: string, detail: string): ParsedEvent => ({ ok: false, faults: [{ pointer, detail }] });

const isObject = (value: unknown): value is Attributes =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isDeeperThan(levels - 1, inner)));

const attributesSaid = ({ recordedtime, ...event }: Attributes): Attributes => {
  const isSaid = (name: string): boolean => event[name] !== null || name === "data";
  const names = Object.keys(event);
  return names.every(isSaid) ? event : Object.fromEntries(names.filter(isSaid).map((name) => [name, event[name]]));
};

// Measured as if normalised already: an event that was once small enough stays so.
const bytesOf = (said: Attributes): number => Buffer.byteLength(JSON.stringify({ ...said, time: ANY_NORMAL_TIME }));

const encodingFaults = (said: Attributes): readonly InputFault[] => {
  const faults: InputFault[] = [];
  if ("data_base64" in said) faults.push({ pointer: "/data_base64", detail: "is not taken; send JSON in data" });
  return [...faults, ...mediaTypeFaults(said["datacontenttype"])];
};

/** What is wrong with the media type of an event's data: only JSON is taken, which it is when it is not said. */
export const mediaTypeFaults = (mediaType: unknown): readonly InputFault[] =>
  mediaType === undefined || (typeof mediaType === "string" && JSON_MEDIA_TYPE.test(mediaType))
    ? []
    : [{ pointer: "/datacontenttype", detail: "must be a JSON media type such as application/json" }];

const timeFaults = ({ time }: ChassisEvent, receivedAt: Moment): readonly InputFault[] => {
  const moment = Date.parse(time);
  if (moment < EARLIEST) return [{ pointer: "/time", detail: "must not be before 2000-01-01T00:00:00.000Z" }];
  if (moment > receivedAt + FURTHEST_AHEAD_MS)
    return [{ pointer: "/time", detail: "must not be more than 5 minutes ahead of its receipt" }];
  return [];
};

const typeFault = ({ type }: Attributes): InputFault => ({ pointer: "/type", detail: aboutUnknownType(type) });

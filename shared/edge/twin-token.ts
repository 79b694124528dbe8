import { createHash } from "node:crypto";
import { momentOf } from "../domain/chassis-record.ts";
import { InvalidInput } from "../domain/errors.ts";
import { contentOf } from "../domain/event-identity.ts";
import type { ChassisEvent } from "../domain/events.ts";
import type { AwaitedEvents } from "../history/arrival.ts";
import type { BusEntry } from "../ports.ts";

/** The header in which `POST /events` answers a token, and with which `GET /chassis/{id}` is asked to wait. */
export const TWIN_TOKEN = "twin-token";

const VERSION = 1;
const MOST_CHASSIS = 100;

/** The most bytes whose text is under 4 KiB. */
const MOST_BYTES = 3069;

/** The version, how wide a digest is, and after all else the seal. */
const HEAD_BYTES = 2;
const SEAL_BYTES = 3;

/** A chassis: a hash of its id, when its events began and how long they lasted in seconds, and how many there are. */
const CHASSIS_BYTES = 4 + 4 + 4 + 2;

/** Two events of one chassis and time may have one digest once in 2^24 times at the narrowest. */
const NARROWEST_DIGEST = 3;
const WIDEST_DIGEST = 8;

/**
 * The token of events that are on the bus, to ask later whether they have arrived; `null` when there are none, when they
 * are of too many chassis, or when it would not fit. It holds hashes only, as wide as there is room for.
 */
export const twinTokenOf = (entries: readonly BusEntry[]): string | null => {
  const count = entries.reduce((sum, { events }) => sum + events.length, 0);
  const room = MOST_BYTES - HEAD_BYTES - SEAL_BYTES - entries.length * CHASSIS_BYTES;
  const width = Math.min(WIDEST_DIGEST, Math.floor(room / count));
  if (count === 0 || entries.length > MOST_CHASSIS || width < NARROWEST_DIGEST) return null;
  const content = Buffer.concat([Buffer.of(VERSION, width), ...entries.map((entry) => chassisBytes(entry, width))]);
  return Buffer.concat([content, hash(content, SEAL_BYTES)]).toString("base64url");
};

/**
 * The events of a chassis that a token names; `null` when it names none of that chassis. Throws `InvalidInput` when the
 * token is none of ours.
 */
export const awaitedIn = (token: string, chassisId: string): AwaitedEvents | null => {
  const content = contentIn(token);
  const width = content[1] ?? 0;
  const wanted = hash(chassisId, 4);
  for (let at = HEAD_BYTES; at < content.length; ) {
    if (content.length < at + CHASSIS_BYTES) throw malformed();
    const first = at + CHASSIS_BYTES;
    const end = first + content.readUInt16BE(at + 12) * width;
    if (end > content.length) throw malformed();
    if (wanted.equals(content.subarray(at, at + 4))) {
      const from = content.readUInt32BE(at + 4) * 1000;
      return {
        from,
        until: from + content.readUInt32BE(at + 8) * 1000 + 999,
        digests: digestsIn(content.subarray(first, end), width),
        digestOf: (event) => digestOf(event, width).toString("hex"),
      };
    }
    at = end;
  }
  return null;
};

const chassisBytes = ({ chassisId, events }: BusEntry, width: number): Buffer => {
  const seconds = events.map((event) => Math.floor(momentOf(event) / 1000));
  const from = Math.min(...seconds);
  const numbers = Buffer.alloc(CHASSIS_BYTES - 4);
  numbers.writeUInt32BE(from, 0);
  numbers.writeUInt32BE(Math.max(...seconds) - from, 4);
  numbers.writeUInt16BE(events.length, 8);
  return Buffer.concat([hash(chassisId, 4), numbers, ...events.map((event) => digestOf(event, width))]);
};

const contentIn = (token: string): Buffer => {
  const bytes = Buffer.from(token, "base64url");
  const content = bytes.subarray(0, -SEAL_BYTES);
  const isOurs =
    bytes.toString("base64url") === token &&
    content[0] === VERSION &&
    hash(content, SEAL_BYTES).equals(bytes.subarray(-SEAL_BYTES));
  if (!isOurs) throw malformed();
  return content;
};

const digestsIn = (bytes: Buffer, width: number): ReadonlySet<string> =>
  new Set(bytes.toString("hex").match(new RegExp(`.{${2 * width}}`, "g")));

const digestOf = (event: ChassisEvent, width: number): Buffer => hash(contentOf(event), width);

const hash = (content: string | Buffer, width: number): Buffer =>
  createHash("sha256").update(content).digest().subarray(0, width);

const malformed = () =>
  new InvalidInput(
    [{ pointer: `/headers/${TWIN_TOKEN}`, detail: "must be the Twin-Token of an answer to POST /events" }],
    "The Twin-Token is not valid.",
  );

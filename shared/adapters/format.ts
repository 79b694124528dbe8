import { inflateRawSync } from "node:zlib";
import { DICTIONARY_1 } from "./compact/dictionary-1.ts";
import { packCompactly, unpackCompactly } from "./compact/pack.ts";
import { UnknownFormat, UnreadableItem } from "./errors.ts";

/** Reads what was stored. Once anything is stored in a format, the format never changes. */
type Unpack = (bytes: Uint8Array, chassisId: string) => unknown;

/** The formats by the number that stored data begins with: plain deflate, and one for each dictionary. */
const FORMATS: ReadonlyMap<number, Unpack> = new Map<number, Unpack>([
  [1, (bytes) => JSON.parse(inflateRawSync(bytes).toString())],
  [2, (bytes, chassisId) => unpackCompactly(bytes, chassisId, DICTIONARY_1)],
]);

/** A JSON value about a chassis as the bytes to store: the number of the format in one byte, then the packed value. */
export const pack = (value: unknown, chassisId: string): Uint8Array =>
  Buffer.concat([Buffer.of(2), packCompactly(value, chassisId, DICTIONARY_1)]);

/** The JSON value that `pack` stored. Throws `UnknownFormat`, or `UnreadableItem` when the bytes are damaged. */
export const unpack = (bytes: Uint8Array, chassisId: string): unknown => {
  const [number] = bytes;
  const read = number === undefined ? undefined : FORMATS.get(number);
  if (read === undefined) throw new UnknownFormat(number);
  try {
    return read(bytes.subarray(1), chassisId);
  } catch (cause) {
    throw new UnreadableItem("stored data is damaged", { cause });
  }
};

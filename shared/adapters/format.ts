import { inflateRawSync } from "node:zlib";
import { DICTIONARY_1 } from "./compact/dictionary-1.ts";
import { type Addition, type Begun, packCompactly, packMore, unpackCompactly, unpackGrowing } from "./compact/pack.ts";
import { UnknownFormat, UnreadableItem } from "./errors.ts";

/** Reads what was stored. Once anything is stored in a format, the format never changes. */
interface Format {
  readonly read: (bytes: Uint8Array, chassisId: string) => unknown;
  /** What is needed to add to a value, for the format in which values are written now. */
  readonly readGrowing?: (bytes: Uint8Array, chassisId: string) => Grown;
}

/** A value that was read, and what it takes to write it with more in its list; `null` when it has to be written anew. */
export interface Grown {
  readonly value: unknown;
  readonly begun: Begun | null;
}

/** The formats by the number that stored data begins with: plain deflate, and one for each dictionary. */
const FORMATS: ReadonlyMap<number, Format> = new Map<number, Format>([
  [1, { read: (bytes) => JSON.parse(inflateRawSync(bytes).toString()) }],
  [
    2,
    {
      read: (bytes, chassisId) => unpackCompactly(bytes, chassisId, DICTIONARY_1),
      readGrowing: (bytes, chassisId) => unpackGrowing(bytes, chassisId, DICTIONARY_1),
    },
  ],
]);

/** A JSON value about a chassis as the bytes to store: the number of the format in one byte, then the packed value. */
export const pack = (value: unknown, chassisId: string): Uint8Array =>
  numbered(packCompactly(value, chassisId, DICTIONARY_1));

/** The bytes that `pack` would store of a value that was unpacked, with an addition. */
export const packGrown = (begun: Begun, addition: Addition, chassisId: string): Uint8Array =>
  numbered(packMore(begun, addition, chassisId, DICTIONARY_1));

/** The JSON value that `pack` stored. Throws `UnknownFormat`, or `UnreadableItem` when the bytes are damaged. */
export const unpack = (bytes: Uint8Array, chassisId: string): unknown =>
  open(bytes, ({ read }, packed) => read(packed, chassisId));

/** As `unpack`, of a value whose second member is a list that grows. */
export const unpackToGrow = (bytes: Uint8Array, chassisId: string): Grown =>
  open(
    bytes,
    ({ read, readGrowing }, packed) =>
      readGrowing?.(packed, chassisId) ?? { value: read(packed, chassisId), begun: null },
  );

const open = <T>(bytes: Uint8Array, read: (format: Format, packed: Uint8Array) => T): T => {
  const [number] = bytes;
  const format = number === undefined ? undefined : FORMATS.get(number);
  if (format === undefined) throw new UnknownFormat(number);
  try {
    return read(format, bytes.subarray(1));
  } catch (cause) {
    throw new UnreadableItem("stored data is damaged", { cause });
  }
};

const numbered = (packed: Uint8Array): Uint8Array => Buffer.concat([Buffer.of(2), packed]);

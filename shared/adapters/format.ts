import { deflateRawSync, inflateRawSync } from "node:zlib";
import { UnknownFormat, UnreadableItem } from "./errors.ts";

/** A way to write a text as bytes. Once anything is stored in a format, the format never changes. */
interface Format {
  readonly compress: (text: Buffer) => Uint8Array;
  readonly expand: (bytes: Uint8Array) => Buffer;
}

/** The formats by the number that stored data begins with. A later one may use a preset dictionary. */
const FORMATS: ReadonlyMap<number, Format> = new Map([
  [1, { compress: (text) => deflateRawSync(text, { level: 9 }), expand: (bytes) => inflateRawSync(bytes) }],
]);

/** The format that new data is written in. */
const CURRENT = 1;

/** A JSON value as the bytes to store: the number of the format in one byte, then the compressed text. */
export const pack = (value: unknown): Uint8Array =>
  Buffer.concat([Buffer.of(CURRENT), formatOf(CURRENT).compress(Buffer.from(JSON.stringify(value)))]);

/** The JSON value that `pack` stored. Throws `UnknownFormat`, or `UnreadableItem` when the bytes are damaged. */
export const unpack = (bytes: Uint8Array): unknown => {
  const format = formatOf(bytes[0]);
  try {
    return JSON.parse(format.expand(bytes.subarray(1)).toString());
  } catch (cause) {
    throw new UnreadableItem("stored data is damaged", { cause });
  }
};

const formatOf = (number: number | undefined): Format => {
  const format = number === undefined ? undefined : FORMATS.get(number);
  if (format === undefined) throw new UnknownFormat(number);
  return format;
};

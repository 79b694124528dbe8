import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod/mini";
import { onFirstUse } from "../../domain/on-first-use.ts";

const Texts = onFirstUse(() => z.array(z.string()));

/** Texts longer than this are deflated together: the bits have no means against what repeats within a text. */
export const LONGEST_INLINE = 64;

/** Lengths from here on take three bytes more. */
const LONG = 255;

/** No long texts. */
const NONE = Uint8Array.of(0);

/** What stands before bits that have no room for these texts: the texts, deflated. */
export const longTextsToBytes = (texts: readonly string[]): Uint8Array => {
  if (texts.length === 0) return NONE;
  const packed = deflateRawSync(JSON.stringify(texts), { level: 9 });
  const { length } = packed;
  const told = length < LONG ? [length] : [LONG, (length >>> 16) & 255, (length >>> 8) & 255, length & 255];
  return Buffer.concat([Buffer.from(told), packed]);
};

/** Long texts, and the bits after them. */
interface Parts {
  readonly texts: readonly string[];
  readonly bits: Uint8Array;
}

/** The bits, and what `longTextsToBytes` put before them. Throws when the bytes are damaged. */
export const partsOf = (bytes: Uint8Array): Parts => {
  if (bytes[0] === 0) return { texts: [], bits: bytes.subarray(1) };
  const [first = 0, high = 0, middle = 0, low = 0] = bytes;
  const [begin, length] = first < LONG ? [1, first] : [4, (high << 16) | (middle << 8) | low];
  const packed = bytes.subarray(begin, begin + length);
  return { texts: Texts().parse(JSON.parse(inflateRawSync(packed).toString())), bits: bytes.subarray(begin + length) };
};

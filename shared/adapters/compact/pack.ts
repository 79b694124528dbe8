import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod";
import type { Dictionary } from "./memory.ts";
import { putTogether } from "./put-back.ts";
import { takeApart } from "./take-out.ts";

const Text = z.tuple([z.unknown(), z.array(z.string())]);

/** The bytes that tell how many bytes the particulars take. */
const LENGTH_BYTES = 3;

/**
 * A JSON value as few bytes. What is particular (times, numbers, hashes, references told before) goes to a string of
 * bits, as little more can be gained there; what is left is nearly the same for every chassis, and shrinks to almost
 * nothing when deflated with a dictionary that knows it.
 */
export const packCompactly = (value: unknown, chassisId: string, dictionary: Dictionary): Uint8Array => {
  const { skeleton, patterns, particulars } = takeApart(value, chassisId, dictionary);
  const text = Buffer.from(JSON.stringify([skeleton, patterns]));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUIntBE(particulars.length, 0, LENGTH_BYTES);
  return Buffer.concat([length, particulars, deflateRawSync(text, { level: 9, dictionary: dictionary.deflate })]);
};

/** The JSON value that was packed. Throws when the bytes are damaged. */
export const unpackCompactly = (bytes: Uint8Array, chassisId: string, dictionary: Dictionary): unknown => {
  const end = LENGTH_BYTES + Buffer.from(bytes).readUIntBE(0, LENGTH_BYTES);
  const particulars = bytes.subarray(LENGTH_BYTES, end);
  const text = inflateRawSync(bytes.subarray(end), { dictionary: dictionary.deflate }).toString();
  const [skeleton, patterns] = Text.parse(JSON.parse(text));
  return putTogether({ skeleton, patterns, particulars }, chassisId, dictionary);
};

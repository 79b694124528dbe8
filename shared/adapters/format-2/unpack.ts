import { inflateRawSync } from "node:zlib";
import * as z from "zod/mini";
import { onFirstUse } from "../../domain/on-first-use.ts";
import type { Dictionary } from "./memory.ts";
import { putTogether } from "./put-back.ts";

const Text = onFirstUse(() => z.tuple([z.unknown(), z.array(z.string())]));

/** The bytes that tell how many bytes the particulars take. */
const LENGTH_BYTES = 3;

/** The JSON value that was stored in the second format (ADR 12). Throws when the bytes are damaged. */
export const unpack = (bytes: Uint8Array, chassisId: string, dictionary: Dictionary): unknown => {
  const end = LENGTH_BYTES + Buffer.from(bytes).readUIntBE(0, LENGTH_BYTES);
  const particulars = bytes.subarray(LENGTH_BYTES, end);
  const text = inflateRawSync(bytes.subarray(end), { dictionary: dictionary.deflate }).toString();
  const [skeleton, patterns] = Text().parse(JSON.parse(text));
  return putTogether({ skeleton, patterns, particulars }, chassisId, dictionary);
};

import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as z from "zod/mini";
import type { Dictionary } from "./memory.ts";
import { Putter, putTogether } from "./put-back.ts";
import { type Taken, type TakenApart, Taker, takeApart } from "./take-out.ts";

const Text = z.tuple([z.unknown(), z.array(z.string())]);
const GrowingText = z.tuple([z.tuple([z.unknown(), z.array(z.unknown())], z.unknown()), z.array(z.string())]);

/** The bytes that tell how many bytes the particulars take. */
const LENGTH_BYTES = 3;

/** A value whose second member is a list that grows at its end. */
export type Growing = readonly [first: unknown, list: readonly unknown[], ...rest: readonly unknown[]];

/** A growing value as it was packed, up to the end of its list: more can be added there without packing it all again. */
export interface Begun {
  readonly text: string;
  readonly taken: Taken;
}

/**
 * A JSON value as few bytes. What is particular (times, numbers, hashes, references told before) goes to a string of
 * bits, as little more can be gained there; what is left is nearly the same for every chassis, and shrinks to almost
 * nothing when deflated with a dictionary that knows it.
 */
export const packCompactly = (value: unknown, chassisId: string, dictionary: Dictionary): Uint8Array => {
  const { skeleton, patterns, particulars } = takeApart(value, chassisId, dictionary);
  return toBytes(JSON.stringify([skeleton, patterns]), particulars, dictionary);
};

/** What a growing value is to have after what was packed of it. */
export interface Addition {
  /** Items for the end of its list. */
  readonly more: readonly unknown[];
  /** The members after the list, all of them. */
  readonly rest: readonly unknown[];
}

/** The bytes of a growing value that was begun, with an addition. */
export const packMore = (
  { text, taken }: Begun,
  { more, rest }: Addition,
  chassisId: string,
  dictionary: Dictionary,
): Uint8Array => {
  const taker = new Taker(chassisId, taken);
  const items = more.map((item) => JSON.stringify(taker.take(item)));
  const separator = text.endsWith("[") || items.length === 0 ? "" : ",";
  const skeletons = rest.map((value) => taker.take(value));
  const { patterns, particulars } = taker.taken();
  return toBytes(`${text}${separator}${items.join(",")}${endOf(skeletons, patterns)}`, particulars, dictionary);
};

/** The JSON value that was packed. Throws when the bytes are damaged. */
export const unpackCompactly = (bytes: Uint8Array, chassisId: string, dictionary: Dictionary): unknown => {
  const { text, particulars } = fromBytes(bytes, dictionary);
  const [skeleton, patterns] = Text.parse(JSON.parse(text));
  return putTogether({ skeleton, patterns, particulars }, chassisId, dictionary);
};

/** A growing value, and what it takes to add more to it. */
export interface Grown {
  readonly value: Growing;
  readonly begun: Begun;
}

/** The growing value that was packed, and what to add more to. Throws when the bytes are damaged or of another value. */
export const unpackGrowing = (bytes: Uint8Array, chassisId: string, dictionary: Dictionary): Grown => {
  const { text, particulars } = fromBytes(bytes, dictionary);
  const [[first, list, ...rest], patterns] = GrowingText.parse(JSON.parse(text));
  const begunText = text.slice(0, -endOf(rest, patterns).length);
  const putter = new Putter({ patterns, particulars }, chassisId, dictionary);
  const [putFirst, putList] = [putter.put(first), list.map((item) => putter.put(item))];
  const begun = { text: begunText, taken: putter.putBack() };
  return { value: [putFirst, putList, ...rest.map((value) => putter.put(value))], begun };
};

/** How the text of a growing value ends, after the last item of its list. */
const endOf = (rest: readonly unknown[], patterns: readonly string[]): string =>
  `]${rest.map((skeleton) => `,${JSON.stringify(skeleton)}`).join("")}],${JSON.stringify(patterns)}]`;

const toBytes = (text: string, particulars: Uint8Array, { deflate }: Dictionary): Uint8Array => {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUIntBE(particulars.length, 0, LENGTH_BYTES);
  return Buffer.concat([length, particulars, deflateRawSync(Buffer.from(text), { level: 9, dictionary: deflate })]);
};

const fromBytes = (
  bytes: Uint8Array,
  { deflate }: Dictionary,
): Pick<TakenApart, "particulars"> & { readonly text: string } => {
  const end = LENGTH_BYTES + Buffer.from(bytes).readUIntBE(0, LENGTH_BYTES);
  return {
    particulars: bytes.subarray(LENGTH_BYTES, end),
    text: inflateRawSync(bytes.subarray(end), { dictionary: deflate }).toString(),
  };
};

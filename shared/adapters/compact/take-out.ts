import type { Moment } from "../../domain/state.ts";
import { hasMembers, setMember } from "../difference.ts";
import { type Bits, BitWriter, NO_BITS } from "./bits.ts";
import { type Dictionary, headerTime, Memory } from "./memory.ts";
import * as like from "./placeholders.ts";
import type { Recent } from "./recent.ts";

const { PLACEHOLDER } = like;

/** A value without its particulars, and the particulars in the order of their places. */
export interface TakenApart {
  /** The value, with a placeholder in each place of a particular. */
  readonly skeleton: unknown;
  /** Texts that were new, as patterns: `#` stands for a whole number and `&` for the chassis. */
  readonly patterns: readonly string[];
  readonly particulars: Uint8Array;
}

/** Takes out of a JSON value what is particular to one chassis or event, so that what is left is alike everywhere. */
export const takeApart = (value: unknown, chassisId: string, dictionary: Dictionary): TakenApart => {
  const taker = new Taker(chassisId, begunWith(dictionary));
  const skeleton = taker.take(value);
  return { skeleton, ...taker.taken() };
};

/** What was taken out of the values before one. */
export interface Taken {
  readonly memory: Memory;
  readonly particulars: Bits;
  readonly patterns: readonly string[];
}

const begunWith = (dictionary: Dictionary): Taken => ({
  memory: Memory.of(dictionary),
  particulars: NO_BITS,
  patterns: [],
});

/** Takes values apart one after the other, after others. */
export class Taker {
  readonly #particulars: BitWriter;
  readonly #patterns: string[];
  readonly #chassisId: string;
  readonly #memory: Memory;

  constructor(chassisId: string, { memory, particulars, patterns }: Taken) {
    this.#chassisId = chassisId;
    this.#memory = memory.copy();
    this.#particulars = new BitWriter(particulars);
    this.#patterns = [...patterns];
  }

  /** What was taken out of all values so far. */
  taken(): Pick<TakenApart, "patterns" | "particulars"> {
    return { patterns: this.#patterns, particulars: this.#particulars.toBytes() };
  }

  /** The skeleton of a value. What it has no names for is told like what was under `column` before. */
  take(value: unknown, column = ""): unknown {
    if (typeof value === "string") return this.#takeString(value, column);
    if (typeof value === "number") return this.#takeNumber(value, column);
    if (Array.isArray(value)) return value.map((member) => this.take(member, column));
    return hasMembers(value) ? this.#takeMembers(value) : value;
  }

  #takeMembers(members: Readonly<Record<string, unknown>>): unknown {
    const skeleton: Record<string, unknown> = {};
    for (const name of Object.keys(members)) {
      const member = members[name];
      if (member === undefined) continue;
      setMember(skeleton, name, this.take(member, name));
    }
    return skeleton;
  }

  #takeNumber(number: number, column: string): unknown {
    const isInline = number >= 0 && number <= like.LARGEST_INLINE;
    if (isInline || !Number.isInteger(number) || Math.abs(number) > like.LARGEST_NUMBER) return number;
    if (number >= like.EARLIEST_MOMENT && number <= like.LATEST_MOMENT) {
      this.#writeMoment(number);
      return PLACEHOLDER.moment;
    }
    this.#writeNumber(number, column);
    return PLACEHOLDER.number;
  }

  #takeString(text: string, column: string): string {
    if (like.isWord(text)) return text;
    if (text === this.#chassisId) return PLACEHOLDER.chassis;
    if (like.isHash(text)) {
      if (this.#isNew(this.#memory.hashes, text)) this.#particulars.bytes(Buffer.from(text, "base64url"));
      return PLACEHOLDER.hash;
    }
    const moment = like.momentOfTime(text);
    if (moment !== null) {
      this.#writeMoment(moment);
      return PLACEHOLDER.time;
    }
    if (like.isDigits(text)) {
      this.#writeNumber(Number(text), column);
      return PLACEHOLDER.digits;
    }
    if (like.isHeaderTime(text) && text === headerTime(this.#memory.moments.latest)) return PLACEHOLDER.headerTime;
    if (like.isDigest(text)) {
      const isNew = this.#isNew(this.#memory.digests, text);
      if (isNew) this.#particulars.bytes(Buffer.from(text.slice(like.DIGEST_PREFIX.length), "hex"));
      return PLACEHOLDER.digest;
    }
    this.#writeText(text, column);
    return PLACEHOLDER.text;
  }

  #writeText(text: string, column: string): void {
    const isAsBefore = this.#memory.textIn(column) === text;
    this.#particulars.flag(isAsBefore);
    if (isAsBefore) return;
    this.#memory.rememberText(column, text);
    if (this.#isNew(this.#memory.texts, text)) this.#patterns.push(this.#patternOf(text, column));
  }

  #patternOf(text: string, column: string): string {
    if (like.LIKE_A_PATTERN.test(text)) return `${like.VERBATIM}${text}`;
    let place = 0;
    return text.replaceAll(this.#chassisId, PLACEHOLDER.chassis).replace(like.DIGIT_RUNS, (digits) => {
      this.#writeNumber(Number(digits), `${column} ${place}`);
      place += 1;
      return PLACEHOLDER.digits;
    });
  }

  #writeMoment(moment: Moment): void {
    const before = this.#memory.moments.latest;
    if (this.#isNew(this.#memory.moments, moment)) this.#particulars.signed(moment - before);
  }

  #writeNumber(number: number, column: string): void {
    this.#particulars.signed(number - this.#memory.numberIn(column));
    this.#memory.rememberNumber(column, number);
  }

  /** Tells a value that was used before by its rank. Answers whether the value is still to be told. */
  #isNew<T extends string | number>(recent: Recent<T>, value: T): boolean {
    const rank = recent.use(value);
    this.#particulars.flag(rank > 0);
    if (rank > 0) this.#particulars.count(rank - 1);
    return rank === 0;
  }
}

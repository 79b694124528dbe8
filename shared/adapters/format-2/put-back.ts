import type { Moment } from "../../domain/state.ts";
import { BitReader } from "../compact/bits.ts";
import { headerTime } from "../compact/header-time.ts";
import type { Recent } from "../compact/recent.ts";
import { type Dictionary, Memory } from "./memory.ts";
import * as like from "./placeholders.ts";

const { PLACEHOLDER } = like;

/** A value without its particulars, and the particulars in the order of their places. */
export interface TakenApart {
  /** The value, with a placeholder in each place of a particular. */
  readonly skeleton: unknown;
  /** Texts that were new, as patterns: `#` stands for a whole number and `&` for the chassis. */
  readonly patterns: readonly string[];
  readonly particulars: Uint8Array;
}

/** Puts the particulars back in their places, in the skeleton itself. Throws a `RangeError` when they are not of this skeleton. */
export const putTogether = ({ skeleton, ...taken }: TakenApart, chassisId: string, dictionary: Dictionary): unknown =>
  new Putter(taken, chassisId, dictionary).put(skeleton);

class Putter {
  readonly #particulars: BitReader;
  readonly #patterns: readonly string[];
  #patternsUsed = 0;
  readonly #chassisId: string;
  readonly #memory: Memory;

  constructor({ particulars, patterns }: Omit<TakenApart, "skeleton">, chassisId: string, dictionary: Dictionary) {
    this.#particulars = new BitReader(particulars);
    this.#patterns = patterns;
    this.#chassisId = chassisId;
    this.#memory = Memory.of(dictionary);
  }

  /** A value out of its skeleton. */
  put(skeleton: unknown, column = ""): unknown {
    if (typeof skeleton === "string") return skeleton.length === 1 ? this.#putFor(skeleton, column) : skeleton;
    if (Array.isArray(skeleton)) {
      for (let index = 0; index < skeleton.length; index += 1) {
        const part: unknown = skeleton[index];
        const whole = this.put(part, column);
        if (whole !== part) skeleton[index] = whole;
      }
    } else if (isRecord(skeleton)) {
      for (const name of Object.keys(skeleton)) {
        const part = skeleton[name];
        const whole = this.put(part, name);
        if (whole !== part) skeleton[name] = whole;
      }
    }
    return skeleton;
  }

  #putFor(placeholder: string, column: string): string | number {
    switch (placeholder) {
      case PLACEHOLDER.chassis:
        return this.#chassisId;
      case PLACEHOLDER.hash:
        return this.#known(this.#memory.hashes) ?? this.#new(this.#memory.hashes, this.#base64url());
      case PLACEHOLDER.digest:
        return this.#known(this.#memory.digests) ?? this.#new(this.#memory.digests, this.#digest());
      case PLACEHOLDER.time:
        return new Date(this.#moment()).toISOString();
      case PLACEHOLDER.headerTime:
        return headerTime(this.#memory.moments.latest);
      case PLACEHOLDER.moment:
        return this.#moment();
      case PLACEHOLDER.digits:
        return String(this.#number(column));
      case PLACEHOLDER.number:
        return this.#number(column);
      case PLACEHOLDER.text:
        return this.#text(column);
      default:
        return placeholder;
    }
  }

  #text(column: string): string {
    const before = this.#memory.textIn(column);
    if (this.#particulars.flag()) return present(before);
    const { texts } = this.#memory;
    const text = this.#known(texts) ?? this.#new(texts, this.#ofPattern(this.#nextPattern(), column));
    this.#memory.rememberText(column, text);
    return text;
  }

  #nextPattern(): string {
    this.#patternsUsed += 1;
    return present(this.#patterns[this.#patternsUsed - 1]);
  }

  #ofPattern(pattern: string, column: string): string {
    if (pattern.startsWith(like.VERBATIM)) return pattern.slice(like.VERBATIM.length);
    let place = 0;
    const withNumbers = pattern.replaceAll(PLACEHOLDER.digits, () => {
      place += 1;
      return String(this.#number(`${column} ${place - 1}`));
    });
    return withNumbers.replaceAll(PLACEHOLDER.chassis, () => this.#chassisId);
  }

  #moment(): Moment {
    const { moments } = this.#memory;
    const before = moments.latest;
    return this.#known(moments) ?? this.#new(moments, before + this.#particulars.signed());
  }

  #number(column: string): number {
    const number = this.#memory.numberIn(column) + this.#particulars.signed();
    this.#memory.rememberNumber(column, number);
    return number;
  }

  #base64url(): string {
    return Buffer.from(this.#particulars.bytes(12)).toString("base64url");
  }

  #digest(): string {
    return `${like.DIGEST_PREFIX}${Buffer.from(this.#particulars.bytes(32)).toString("hex")}`;
  }

  /** A value that was used before, by its rank; `null` when a new one comes. */
  #known<T extends string | number>(recent: Recent<T>): T | null {
    return this.#particulars.flag() ? recent.at(this.#particulars.count() + 1) : null;
  }

  #new<T extends string | number>(recent: Recent<T>, value: T): T {
    recent.add(value);
    return value;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new RangeError("a particular is missing");
  return value;
};

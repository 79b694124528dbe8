import type { Moment } from "../../domain/state.ts";
import { timestamp } from "../../domain/timestamp.ts";
import type { BitReader } from "./bits.ts";
import type { Column, Seen } from "./columns.ts";
import { headerTime } from "./header-time.ts";
import * as kinds from "./kinds.ts";
import { KIND } from "./kinds.ts";
import type { Memory } from "./memory.ts";
import { textOf } from "./patterns.ts";
import type { Recent } from "./recent.ts";
import type { Told } from "./told.ts";

/** Reads what a `TextWriter` wrote. */
export class TextReader {
  readonly #bits: BitReader;
  readonly #chassisId: string;
  readonly #long: readonly string[];
  #longCount = 0;
  /** What was told before; the owner replaces it when another memory goes on. */
  told: Told;

  constructor(bits: BitReader, told: Told, chassisId: string, long: readonly string[]) {
    this.#bits = bits;
    this.told = told;
    this.#chassisId = chassisId;
    this.#long = long;
  }

  /** How many of the long texts were read. */
  get longCount(): number {
    return this.#longCount;
  }

  /** Reads a text or number of a kind. */
  ofKind(kind: TextKind, memory: Memory, column: Column): string | number {
    const { hashes, digests, moments } = this.told;
    switch (kind) {
      case KIND.text:
        return this.word(memory.seenUnder(column));
      case KIND.number:
        return this.#difference(memory.seenUnder(column), 0);
      case KIND.moment:
        return this.#moment(memory.seenUnder(column));
      case KIND.time:
        return timestamp(this.#moment(memory.seenUnder(column)));
      case KIND.hash:
        return this.#known(hashes) ?? added(hashes, this.#characters(kinds.HASH));
      case KIND.digest:
        return this.#known(digests) ?? added(digests, `${kinds.DIGEST_PREFIX}${this.#characters(kinds.HEX)}`);
      case KIND.digits:
        return String(this.#difference(memory.seenUnder(column), 0));
      case KIND.chassis:
        return this.#chassisId;
      case KIND.headerTime:
        return headerTime(moments.latest);
      case KIND.otherNumber:
        return Number(this.#loose());
    }
  }

  /** Reads any text. */
  word(seen: Seen): string {
    if (!this.#bits.flag()) seen.rank = this.#bits.small();
    if (seen.rank > 0) return seen.texts.at(seen.rank);
    const { texts } = this.told;
    return added(seen.texts, this.#known(texts) ?? added(texts, this.#pattern(seen)));
  }

  #pattern(seen: Seen): string {
    const isVerbatim = this.#bits.flag();
    const { patterns } = this.told;
    const pattern = this.#known(patterns) ?? added(patterns, this.#loose());
    let place = 0;
    const nextNumber = () => {
      place += 1;
      return this.#difference(seen, place);
    };
    return isVerbatim ? pattern : textOf(pattern, this.#chassisId, nextNumber);
  }

  #difference({ numbers, lengths }: Seen, place: number): number {
    const { value, length } = this.#bits.about(lengths[place] ?? 0);
    const number = (numbers[place] ?? 0) + value;
    numbers[place] = number;
    lengths[place] = length;
    return number;
  }

  #moment({ lengths }: Seen): Moment {
    const { moments } = this.told;
    const before = moments.latest;
    const known = this.#known(moments);
    if (known !== null) return known;
    const { value, length } = this.#bits.about(lengths[0] ?? 0);
    lengths[0] = length;
    return added(moments, before + value);
  }

  #characters({ characters, width, length }: kinds.Alphabet): string {
    const codes: number[] = [];
    for (let index = 0; index < length; index += 1) codes.push(characters.charCodeAt(this.#bits.bits(width)));
    return String.fromCharCode(...codes);
  }

  #loose(): string {
    if (this.#bits.flag()) {
      this.#longCount += 1;
      return present(this.#long[this.#longCount - 1]);
    }
    const length = this.#bits.count();
    const width = this.#bits.flag() ? 7 : 16;
    const codes: number[] = [];
    for (let index = 0; index < length; index += 1) codes.push(this.#bits.bits(width));
    return String.fromCharCode(...codes);
  }

  /** A value that was used before, by its rank; `null` when a new one comes. */
  #known<T extends string | number>(recent: Recent<T>): T | null {
    return this.#bits.flag() ? recent.at(this.#bits.count() + 1) : null;
  }
}

/** The kinds of texts and numbers. */
type TextKind = Exclude<kinds.Kind, (typeof KIND)["null" | "true" | "false" | "object" | "list"]>;

const added = <T extends string | number>(recent: Recent<T>, value: T): T => {
  recent.add(value);
  return value;
};

const present = <T>(value: T | undefined): T => {
  if (value === undefined) throw new RangeError("a long text is missing");
  return value;
};

import type { Moment } from "../../domain/state.ts";
import { momentOfTimestamp } from "../../domain/timestamp.ts";
import type { BitWriter } from "./bits.ts";
import type { Seen } from "./columns.ts";
import * as kinds from "./kinds.ts";
import { KIND, type Kind } from "./kinds.ts";
import { LONGEST_INLINE } from "./long-texts.ts";
import { isLikeAPattern, patternOf } from "./patterns.ts";
import type { Recent } from "./recent.ts";
import type { Told } from "./told.ts";

/** Writes texts and numbers, by what was told of such before. */
export class TextWriter {
  readonly #bits: BitWriter;
  readonly #told: Told;
  readonly #chassisId: string;
  readonly #long: string[];

  /** Texts that are too long for the bits are added to `long`. */
  constructor(bits: BitWriter, told: Told, chassisId: string, long: string[]) {
    this.#bits = bits;
    this.#told = told;
    this.#chassisId = chassisId;
    this.#long = long;
  }

  /** Writes a text of a kind. */
  text(kind: Kind, text: string, seen: Seen): void {
    const { hashes, digests } = this.#told;
    if (kind === KIND.text) this.word(text, seen);
    else if (kind === KIND.time) this.#moment(momentOfTimestamp(text) ?? 0, seen);
    else if (kind === KIND.digits) this.#difference(Number(text), seen, 0);
    else if (kind === KIND.hash && this.#isNew(hashes, text)) this.#characters(text, 0, kinds.HASH);
    else if (kind === KIND.digest && this.#isNew(digests, text)) {
      this.#characters(text, kinds.DIGEST_PREFIX.length, kinds.HEX);
    }
  }

  /** Writes a number of a kind. */
  number(kind: Kind, number: number, seen: Seen): void {
    if (kind === KIND.moment) this.#moment(number, seen);
    else if (kind === KIND.number) this.#difference(number, seen, 0);
    else this.#loose(JSON.stringify(number));
  }

  /** Writes any text: by its rank among those seen under the same name, else among all, else whole. */
  word(text: string, seen: Seen): void {
    const rank = seen.texts.rankOf(text);
    this.#bits.flag(rank === seen.rank);
    if (rank !== seen.rank) this.#bits.small(rank);
    seen.rank = rank;
    if (rank > 0) {
      seen.texts.at(rank);
      return;
    }
    seen.texts.add(text);
    if (this.#isNew(this.#told.texts, text)) this.#pattern(text, seen);
  }

  /** The numbers of a text, and the name of the chassis, are told apart from the rest of it. */
  #pattern(text: string, seen: Seen): void {
    const isVerbatim = isLikeAPattern(text);
    this.#bits.flag(isVerbatim);
    const { pattern, numbers } = isVerbatim ? { pattern: text, numbers: [] } : patternOf(text, this.#chassisId);
    if (this.#isNew(this.#told.patterns, pattern)) this.#loose(pattern);
    numbers.forEach((number, place) => {
      this.#difference(number, seen, place + 1);
    });
  }

  #difference(number: number, { numbers, lengths }: Seen, place: number): void {
    lengths[place] = this.#bits.about(lengths[place] ?? 0, number - (numbers[place] ?? 0));
    numbers[place] = number;
  }

  #moment(moment: Moment, { lengths }: Seen): void {
    const { moments } = this.#told;
    const before = moments.latest;
    if (this.#isNew(moments, moment)) lengths[0] = this.#bits.about(lengths[0] ?? 0, moment - before);
  }

  #characters(text: string, from: number, { values, width }: kinds.Alphabet): void {
    for (let index = from; index < text.length; index += 1) {
      this.#bits.bits(values[text.charCodeAt(index)] ?? 0, width);
    }
  }

  #loose(text: string): void {
    const isLong = text.length > LONGEST_INLINE;
    this.#bits.flag(isLong);
    if (isLong) {
      this.#long.push(text);
      return;
    }
    this.#bits.count(text.length);
    const isAscii = IS_ASCII.test(text);
    this.#bits.flag(isAscii);
    for (let index = 0; index < text.length; index += 1) this.#bits.bits(text.charCodeAt(index), isAscii ? 7 : 16);
  }

  /** Tells a value that was used before by its rank. Answers whether the value is still to be told. */
  #isNew<T extends string | number>(recent: Recent<T>, value: T): boolean {
    const rank = recent.rankOf(value);
    this.#bits.flag(rank > 0);
    if (rank === 0) {
      recent.add(value);
      return true;
    }
    this.#bits.count(rank - 1);
    recent.at(rank);
    return false;
  }
}

const IS_ASCII = /^[\0-\x7f]*$/;

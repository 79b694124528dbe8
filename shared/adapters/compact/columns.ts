import { Recent } from "./recent.ts";

/**
 * A place within values of one kind, such as the `role` of the module in M1: what stood there last tells best what
 * stands there next. The elements of a list have one place together.
 */
export class Column {
  /** Counted from 0, among all places. */
  readonly number: number;
  /** The number of the name under which a value stands there; a list's elements stand under the list's name. */
  readonly name: number;

  constructor(number: number, name: number) {
    this.number = number;
    this.name = name;
  }
}

/** The names that the members of an object have, in their order, and the columns of what stands under them. */
export interface Layout {
  readonly names: readonly string[];
  readonly columns: readonly Column[];
  /** Counted from 1, among all layouts. */
  readonly place: number;
}

/** What was seen under one name, wherever that was. */
export class Seen {
  readonly texts: Recent<string>;
  /** The rank of the text that was told last. */
  rank: number;
  #numbers: number[];
  #lengths: number[];
  /** Whether the numbers and lengths are those of what was seen before, which must not change. */
  #isShared: boolean;

  constructor(before: Seen | null = null) {
    this.texts = before === null ? new Recent() : before.texts.copy();
    this.rank = before === null ? 0 : before.rank;
    this.#numbers = before === null ? [] : before.#numbers;
    this.#lengths = before === null ? [] : before.#lengths;
    this.#isShared = before !== null;
  }

  /** The number last seen in a place: 0 for a value by itself, the others for the numbers in a text. */
  numberIn(place: number): number {
    return this.#numbers[place] ?? 0;
  }

  /** How long the difference was by which this number, or moment, was told last. */
  lengthIn(place: number): number {
    return this.#lengths[place] ?? 0;
  }

  rememberNumber(place: number, number: number): void {
    this.#own();
    this.#numbers[place] = number;
  }

  rememberLength(place: number, length: number): void {
    this.#own();
    this.#lengths[place] = length;
  }

  #own(): void {
    if (!this.#isShared) return;
    this.#numbers = this.#numbers.slice();
    this.#lengths = this.#lengths.slice();
    this.#isShared = false;
  }
}

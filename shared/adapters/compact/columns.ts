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
  rank = 0;
  /** The numbers last seen: that which was a value by itself first, then those in the places of a text. */
  readonly numbers: number[];
  /** How long the differences were by which these numbers, or moments, were told last. */
  readonly lengths: number[];

  constructor(before: Seen | null = null) {
    this.texts = before?.texts.copy() ?? new Recent();
    this.rank = before?.rank ?? 0;
    this.numbers = before?.numbers.slice() ?? [];
    this.lengths = before?.lengths.slice() ?? [];
  }
}

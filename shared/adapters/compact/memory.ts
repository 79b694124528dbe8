import type { Moment } from "../../domain/state.ts";
import { Column, type Layout, Seen } from "./columns.ts";
import { KIND_BITS, type Kind, kindNumbered } from "./kinds.ts";
import { nothingTold, type Told, textsToldAgain, toldAgain } from "./told.ts";

/**
 * What was told so far, and so need not be told again. Writer and reader remember the same at the same place of what
 * they write and read.
 */
export class Memory {
  readonly told: Told;
  /** The names of members. */
  readonly memberNames: Seen;
  /** What was known at first: it is only read, and must not change any more. */
  readonly #before: Memory | null;
  /** The first of all, which knows nearly every column that there is. */
  readonly #first: Memory;
  /** The columns of values by themselves, and of the members and elements of what stands in a column. */
  #columns: Map<Column | null, Map<string, Column>> | null = null;
  #nameNumbers: Map<string, number> | null = null;
  readonly #seen: (Seen | null)[];
  /** What stood in each column last, and in one number its kind and which of all layouts an object there had. */
  readonly #values: unknown[];
  readonly #shapes: number[];
  #allLayouts: Layout[];
  /** The layouts of what stood in a column, of those that got a new one. */
  #layoutsIn: Map<Column, readonly Layout[]> | null = null;

  private constructor(told: Told, before: Memory | null) {
    this.told = told;
    this.#before = before;
    this.#first = before === null ? this : before.#first;
    this.memberNames = new Seen(before === null ? null : before.memberNames);
    this.#seen = before === null ? [] : new Array(before.#seen.length).fill(null);
    this.#values = before === null ? [] : before.#values.slice();
    this.#shapes = before === null ? [] : before.#shapes.slice();
    this.#allLayouts = before === null ? [] : before.#allLayouts;
  }

  /** Knows only a moment not long before those that will be told. */
  static empty(moment: Moment): Memory {
    return new Memory(nothingTold(moment), null);
  }

  /** Knows all that this one does now, which must learn no more. */
  next(): Memory {
    return new Memory(toldAgain(this.told), this);
  }

  /** Knows what this one does but for what is particular to what it was told; it must learn no more. */
  nextForOthers(moment: Moment): Memory {
    return new Memory(textsToldAgain(this.told, moment), this);
  }

  /** The column of values that are written under a name. */
  root(name: string): Column {
    return this.#columnInside(null, name);
  }

  /** The column of the elements of lists in a column. */
  elementsOf(column: Column): Column {
    return this.#columnInside(column, ELEMENTS);
  }

  /** What was seen under the name of a column. */
  seenUnder({ name }: Column): Seen {
    const known = this.#seen[name] ?? null;
    if (known !== null) return known;
    const seen = new Seen(this.#seenBefore(name));
    this.#seen[name] = seen;
    return seen;
  }

  /** The kind of the value that stood in a column last; `null` when none did. */
  kindIn({ number }: Column): Kind | null {
    const kind = (this.#shapes[number] ?? 0) & KIND_MASK;
    return kind === 0 ? null : kindNumbered(kind);
  }

  /** That value. */
  valueIn({ number }: Column): unknown {
    return this.#values[number];
  }

  remember({ number }: Column, value: unknown, kind: Kind): void {
    this.#values[number] = value;
    this.#shapes[number] = ((this.#shapes[number] ?? 0) & ~KIND_MASK) | kind;
  }

  /** The layout of the object that stood in a column last. */
  layoutIn({ number }: Column): Layout | undefined {
    return this.#allLayouts[((this.#shapes[number] ?? 0) >>> KIND_BITS) - 1];
  }

  /** The layouts of all objects that stood in a column, each once. */
  layoutsIn(column: Column): readonly Layout[] {
    const known = this.#layoutsIn?.get(column);
    if (known !== undefined || this.#before === null) return known ?? [];
    return this.#before.layoutsIn(column);
  }

  rememberLayout({ number }: Column, { place }: Layout): void {
    this.#shapes[number] = (place << KIND_BITS) | ((this.#shapes[number] ?? 0) & KIND_MASK);
  }

  /** A new layout for a column. */
  addLayout(column: Column, names: readonly string[]): Layout {
    const columns = names.map((name) => this.#columnInside(column, name));
    const layout = { names, columns, place: this.#allLayouts.length + 1 };
    const isShared = this.#before !== null && this.#allLayouts === this.#before.#allLayouts;
    if (isShared) this.#allLayouts = this.#allLayouts.slice();
    this.#allLayouts.push(layout);
    this.#layoutsIn = (this.#layoutsIn ?? new Map()).set(column, [...this.layoutsIn(column), layout]);
    return layout;
  }

  #seenBefore(name: number): Seen | null {
    for (let memory = this.#before; memory !== null; memory = memory.#before) {
      const seen = memory.#seen[name] ?? null;
      if (seen !== null) return seen;
    }
    return null;
  }

  #columnInside(column: Column | null, name: string): Column {
    return this.#knownColumn(column, name) ?? this.#addColumn(column, name);
  }

  #knownColumn(column: Column | null, name: string): Column | undefined {
    const first = this.#first.#columnHere(column, name);
    if (first !== undefined) return first;
    const known = this.#columnHere(column, name);
    return known !== undefined || this.#before === null ? known : this.#before.#knownColumn(column, name);
  }

  #columnHere(column: Column | null, name: string): Column | undefined {
    return this.#columns === null ? undefined : this.#columns.get(column)?.get(name);
  }

  #addColumn(outer: Column | null, name: string): Column {
    const nameNumber = name === ELEMENTS && outer !== null ? outer.name : this.#nameNumber(name);
    const column = new Column(this.#values.push(undefined) - 1, nameNumber);
    this.#shapes.push(0);
    this.#columns ??= new Map();
    const inside = this.#columns.get(outer) ?? new Map<string, Column>();
    this.#columns.set(outer, inside.set(name, column));
    return column;
  }

  #nameNumber(name: string): number {
    const known = this.#knownNameNumber(name);
    if (known !== undefined) return known;
    const number = this.#seen.push(null) - 1;
    this.#nameNumbers = (this.#nameNumbers ?? new Map()).set(name, number);
    return number;
  }

  #knownNameNumber(name: string): number | undefined {
    const known = this.#nameNumbers?.get(name);
    return known !== undefined || this.#before === null ? known : this.#before.#knownNameNumber(name);
  }
}

const KIND_MASK = 2 ** KIND_BITS - 1;

/** Where the elements of a list stand, within the column of the list. */
const ELEMENTS = "[]";

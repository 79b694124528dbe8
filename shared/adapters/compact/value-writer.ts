import { momentOfTimestamp } from "../../domain/timestamp.ts";
import { areSame, hasMembers, type Members } from "../members.ts";
import { isAlike } from "./alike.ts";
import { type Bits, BitWriter, NO_BITS } from "./bits.ts";
import type { Column, Layout } from "./columns.ts";
import { headerTime } from "./header-time.ts";
import * as kinds from "./kinds.ts";
import { KIND, type Kind } from "./kinds.ts";
import { longTextsToBytes } from "./long-texts.ts";
import type { Memory } from "./memory.ts";
import { TextWriter } from "./text-writer.ts";

/** A place in what was written: all that stands before it. */
export interface Place {
  readonly bits: Bits;
  /** Texts that are too long for the bits, and how many of them stand before the place. */
  readonly longTexts: readonly string[];
  readonly longCount: number;
}

/** Where nothing was written yet. */
export const BEGINNING: Place = { bits: NO_BITS, longTexts: [], longCount: 0 };

/** Writes JSON values one after the other, each in the few bits that it takes beside what is remembered. */
export class ValueWriter {
  readonly #bits: BitWriter;
  readonly #texts: TextWriter;
  readonly #long: string[];
  readonly #memory: Memory;
  readonly #chassisId: string;

  /** Goes on at a place where this is known. */
  constructor({ bits, longTexts, longCount }: Place, memory: Memory, chassisId: string) {
    this.#bits = new BitWriter(bits);
    this.#long = longTexts.slice(0, longCount);
    this.#texts = new TextWriter(this.#bits, memory.told, chassisId, this.#long);
    this.#memory = memory;
    this.#chassisId = chassisId;
  }

  /** Writes a value; those under one name are likely to be alike. */
  put(name: string, value: unknown): void {
    this.#write(this.#memory.root(name), value);
  }

  /** Writes a list that may have more at its end some day, or goes on with one. */
  putGrowing<T>(list: readonly T[], putOne: (element: T) => void): void {
    for (const element of list) {
      this.#bits.flag(true);
      putOne(element);
    }
    this.#bits.flag(false);
  }

  /** Writes a whole number from 0 on. */
  count(value: number): void {
    this.#bits.count(value);
  }

  flag(value: boolean): void {
    this.#bits.flag(value);
  }

  /** All that was written, after other bytes. Nothing may be written after that. */
  toBytes(before: readonly Uint8Array[] = []): Uint8Array {
    return Buffer.concat([...before, longTextsToBytes(this.#long), this.#bits.toBytes()]);
  }

  #write(column: Column, value: unknown): void {
    const memory = this.#memory;
    const before = memory.kindIn(column);
    const isSame = before !== null && isAlike(memory.valueIn(column), value);
    const kind = isSame ? before : this.#kindOf(value, column);
    if (before !== null) this.#tellWhatIsSame(isSame, kind, before);
    if (isSame) return;
    if (kind !== before) this.#bits.bits(kind, kinds.KIND_BITS);
    if (typeof value === "string") this.#texts.text(kind, value, memory.seenUnder(column));
    else if (typeof value === "number") this.#texts.number(kind, value, memory.seenUnder(column));
    else if (Array.isArray(value)) this.#writeList(value, column);
    else if (hasMembers(value)) this.#writeObject(value, column);
    memory.remember(column, value, kind);
  }

  /** What is likely takes one bit: the same value or, where that is hardly ever so, another one of the same kind. */
  #tellWhatIsSame(isSame: boolean, kind: Kind, before: Kind): void {
    const isLikely = kinds.isParticular(before) ? !isSame && kind === before : isSame;
    this.#bits.flag(isLikely);
    if (!isLikely) this.#bits.flag(kinds.isParticular(before) ? isSame : kind === before);
  }

  #kindOf(value: unknown, column: Column): Kind {
    if (typeof value === "string") {
      if (value === this.#chassisId) return KIND.chassis;
      if (this.#memory.seenUnder(column).texts.rankOf(value) > 0) return KIND.text;
      if (momentOfTimestamp(value) !== null) return KIND.time;
      return value === headerTime(this.#memory.told.moments.latest) ? KIND.headerTime : kinds.kindOfText(value);
    }
    if (typeof value === "number") return kinds.kindOfNumber(value);
    if (value === null) return KIND.null;
    if (value === true) return KIND.true;
    if (value === false) return KIND.false;
    return Array.isArray(value) ? KIND.list : KIND.object;
  }

  #writeList(list: readonly unknown[], column: Column): void {
    const elements = this.#memory.elementsOf(column);
    this.#bits.small(list.length);
    for (const element of list) this.#write(elements, element);
  }

  #writeObject(members: Members, column: Column): void {
    const { names, columns } = this.#writeLayout(namesOf(members), column);
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index];
      const inside = columns[index];
      if (name !== undefined && inside !== undefined) this.#write(inside, members[name]);
    }
  }

  #writeLayout(names: readonly string[], column: Column): Layout {
    const memory = this.#memory;
    const before = memory.layoutIn(column);
    if (before !== undefined) {
      const isSame = areSame(before.names, names);
      this.#bits.flag(isSame);
      if (isSame) return before;
    }
    const layouts = memory.layoutsIn(column);
    const rank = layouts.findIndex((layout) => areSame(layout.names, names)) + 1;
    this.#bits.small(rank);
    const layout = layouts[rank - 1] ?? this.#addLayout(names, column, before?.names ?? []);
    memory.rememberLayout(column, layout);
    return layout;
  }

  /** Tells the names that a layout has, beyond those with which the one before it begins. */
  #addLayout(names: readonly string[], column: Column, before: readonly string[]): Layout {
    const differsAt = names.findIndex((name, index) => name !== before[index]);
    const alike = differsAt === -1 ? names.length : differsAt;
    this.#bits.count(alike);
    this.#bits.count(names.length - alike);
    for (const name of names.slice(alike)) this.#texts.word(name, this.#memory.memberNames);
    return this.#memory.addLayout(column, names);
  }
}

/** A member without a value is none, as in JSON. */
const namesOf = (members: Members): readonly string[] => {
  const names = Object.keys(members);
  for (const name of names) {
    if (members[name] === undefined) return names.filter((one) => members[one] !== undefined);
  }
  return names;
};

import { type Members, setMember } from "../members.ts";
import { BitReader } from "./bits.ts";
import type { Column, Layout } from "./columns.ts";
import { isParticular, KIND, KIND_BITS, type Kind, kindNumbered } from "./kinds.ts";
import { partsOf } from "./long-texts.ts";
import type { Memory } from "./memory.ts";
import { TextReader } from "./text-reader.ts";
import { BEGINNING, type Place } from "./value-writer.ts";

/** A list that was read, and what it takes to write it again with other elements at its end. */
export interface Grown<T> {
  readonly list: readonly T[];
  /** What was written before the list, and up to the end of each element. */
  readonly ends: readonly Place[];
  /** What is known after the last element; it must learn no more. */
  readonly memory: Memory;
}

/** What is the same as stood in a place before. */
type Same = typeof NOTHING | typeof VALUE | typeof ITS_KIND;
const NOTHING = 0;
const VALUE = 1;
const ITS_KIND = 2;

/** Where a list ends that was read. */
export const endOf = ({ ends }: Grown<unknown>): Place => ends.at(-1) ?? BEGINNING;

/** Reads what a `ValueWriter` wrote, in the same order. Methods throw when the bytes are damaged, if that shows. */
export class ValueReader {
  readonly #bits: BitReader;
  readonly #long: readonly string[];
  readonly #texts: TextReader;
  #memory: Memory;

  constructor(bytes: Uint8Array, memory: Memory, chassisId: string) {
    const { texts, bits } = partsOf(bytes);
    this.#bits = new BitReader(bits);
    this.#long = texts;
    this.#texts = new TextReader(this.#bits, memory.told, chassisId, texts);
    this.#memory = memory;
  }

  /** Reads a value that was put under this name. */
  take(name: string): unknown {
    return this.#read(this.#memory.root(name));
  }

  /** Reads a list that grows at its end. */
  takeGrowing<T>(takeOne: () => T): readonly T[] {
    const list: T[] = [];
    while (this.#bits.flag()) list.push(takeOne());
    return list;
  }

  /** Reads such a list with what it takes to write it again. */
  takeGrown<T>(takeOne: () => T): Grown<T> {
    const ends = [this.#place()];
    const list = this.takeGrowing(() => {
      const element = takeOne();
      ends.push(this.#place());
      return element;
    });
    const memory = this.#memory;
    this.#memory = memory.next();
    this.#texts.told = this.#memory.told;
    return { list, ends, memory };
  }

  count(): number {
    return this.#bits.count();
  }

  flag(): boolean {
    return this.#bits.flag();
  }

  /** Throws a `RangeError` when there is more than what was read. */
  end(): void {
    const isAll = this.#bits.isAtEnd && this.#texts.longCount === this.#long.length;
    if (!isAll) throw new RangeError("there is more to read");
  }

  #place(): Place {
    return { bits: this.#bits.read, longTexts: this.#long, longCount: this.#texts.longCount };
  }

  #read(column: Column): unknown {
    const memory = this.#memory;
    const before = memory.kindIn(column);
    const same = before === null ? NOTHING : this.#readWhatIsSame(before);
    if (same === VALUE) return memory.valueIn(column);
    const kind = same === ITS_KIND && before !== null ? before : kindNumbered(this.#bits.bits(KIND_BITS));
    const value = this.#readOf(kind, column);
    memory.remember(column, value, kind);
    return value;
  }

  #readWhatIsSame(before: Kind): Same {
    if (this.#bits.flag()) return isParticular(before) ? ITS_KIND : VALUE;
    if (!this.#bits.flag()) return NOTHING;
    return isParticular(before) ? VALUE : ITS_KIND;
  }

  #readOf(kind: Kind, column: Column): unknown {
    switch (kind) {
      case KIND.null:
        return null;
      case KIND.true:
        return true;
      case KIND.false:
        return false;
      case KIND.object:
        return this.#readObject(column);
      case KIND.list:
        return this.#readList(column);
      default:
        return this.#texts.ofKind(kind, this.#memory, column);
    }
  }

  #readList(column: Column): readonly unknown[] {
    const elements = this.#memory.elementsOf(column);
    const length = this.#bits.small();
    const list: unknown[] = [];
    for (let index = 0; index < length; index += 1) list.push(this.#read(elements));
    return list;
  }

  #readObject(column: Column): Members {
    const { names, columns } = this.#readLayout(column);
    const members: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index += 1) {
      const name = names[index];
      const inside = columns[index];
      if (name !== undefined && inside !== undefined) setMember(members, name, this.#read(inside));
    }
    return members;
  }

  #readLayout(column: Column): Layout {
    const memory = this.#memory;
    const before = memory.layoutIn(column);
    if (before !== undefined && this.#bits.flag()) return before;
    const rank = this.#bits.small();
    const layout = rank === 0 ? this.#addLayout(column, before?.names ?? []) : memory.layoutsIn(column)[rank - 1];
    if (layout === undefined) throw new RangeError(`there is no layout ${rank}`);
    memory.rememberLayout(column, layout);
    return layout;
  }

  #addLayout(column: Column, before: readonly string[]): Layout {
    const names = before.slice(0, this.#bits.count());
    for (let more = this.#bits.count(); more > 0; more -= 1) names.push(this.#texts.word(this.#memory.memberNames));
    return this.#memory.addLayout(column, names);
  }
}

/** Values of one kind, those used last first, so that one used again is told by a small number. */
export class Recent<T> {
  readonly #values: T[];

  constructor(known: readonly T[] = []) {
    this.#values = [...known];
  }

  /** The rank of a value, from 1 on; 0 when it is new. It is the most recent then. */
  use(value: T): number {
    const rank = this.#values.indexOf(value) + 1;
    this.#toFront(rank, value);
    return rank;
  }

  /** The value of a rank, which is the most recent then. Throws a `RangeError` when there is none. */
  at(rank: number): T {
    const value = this.#values[rank - 1];
    if (value === undefined) throw new RangeError(`there is no value of rank ${rank}`);
    this.#toFront(rank, value);
    return value;
  }

  /** The value used last. Throws a `RangeError` when none was. */
  get latest(): T {
    return this.at(1);
  }

  #toFront(rank: number, value: T): void {
    if (rank === 0) {
      this.#values.unshift(value);
      return;
    }
    this.#values.copyWithin(1, 0, rank - 1);
    this.#values[0] = value;
  }
}

/** Values of one kind by how recently they were used, so that one used again is told by a small number. */
export class Recent<T extends string | number> {
  /** The value used last is at the end, where little has to move. */
  #values: readonly T[];
  /** The same, once they are not shared with a copy. */
  #own: T[] | null = null;

  /** Begins with values that are known, the most recent last. */
  constructor(known: readonly T[] = []) {
    this.#values = known;
  }

  /** Values used alike up to now. */
  copy(): Recent<T> {
    this.#own = null;
    return new Recent(this.#values);
  }

  /** The rank of a value, from 1 on; 0 when it is not among them. */
  rankOf(value: T): number {
    const values = this.#values;
    let place = values.length - 1;
    while (place >= 0 && values[place] !== value) place -= 1;
    return place === -1 ? 0 : values.length - place;
  }

  /** Adds a value that is known to be new. It is the most recent then. */
  add(value: T): void {
    this.#changing().push(value);
  }

  /** The value of a rank, which is the most recent then. Throws a `RangeError` when there is none. */
  at(rank: number): T {
    const place = this.#values.length - rank;
    const value = this.#values[place];
    if (value === undefined) throw new RangeError(`there is no value of rank ${rank}`);
    if (rank === 1) return value;
    const values = this.#changing();
    for (let next = place + 1; next < values.length; next += 1) values[next - 1] = values[next] ?? value;
    values[values.length - 1] = value;
    return value;
  }

  /** The value used last. Throws a `RangeError` when none was. */
  get latest(): T {
    const value = this.#values[this.#values.length - 1];
    if (value === undefined) throw new RangeError("no value was used yet");
    return value;
  }

  #changing(): T[] {
    if (this.#own === null) {
      this.#own = this.#values.slice();
      this.#values = this.#own;
    }
    return this.#own;
  }
}

/** Values of one kind by how recently they were used, so that one used again is told by a small number. */
export class Recent<T extends string | number> {
  /** The value used last is at the end, where little has to move. */
  readonly #values: T[];

  /** Begins with values that are known, the most recent last. */
  constructor(known: Iterable<T> = []) {
    this.#values = [...known];
  }

  /** Values used alike up to now. */
  copy(): Recent<T> {
    return new Recent(this.#values);
  }

  /** The rank of a value, from 1 on; 0 when it is new. It is the most recent then. */
  use(value: T): number {
    const values = this.#values;
    let place = values.length - 1;
    while (place >= 0 && values[place] !== value) place -= 1;
    if (place === -1) {
      this.add(value);
      return 0;
    }
    const rank = values.length - place;
    this.#toEnd(place, value);
    return rank;
  }

  /** Adds a value that is known to be new. */
  add(value: T): void {
    this.#values.push(value);
  }

  /** The value of a rank, which is the most recent then. Throws a `RangeError` when there is none. */
  at(rank: number): T {
    const place = this.#values.length - rank;
    const value = this.#values[place];
    if (value === undefined) throw new RangeError(`there is no value of rank ${rank}`);
    this.#toEnd(place, value);
    return value;
  }

  /** The value used last. Throws a `RangeError` when none was. */
  get latest(): T {
    const value = this.#values[this.#values.length - 1];
    if (value === undefined) throw new RangeError("no value was used yet");
    return value;
  }

  #toEnd(from: number, value: T): void {
    const values = this.#values;
    for (let place = from; place < values.length - 1; place += 1) values[place] = values[place + 1] ?? value;
    values[values.length - 1] = value;
  }
}

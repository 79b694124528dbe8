/**
 * Something kept beside objects, for as long as they are kept. A `WeakMap` would say the same, but cost the garbage
 * collector about 100 µs for each event projected.
 */
export class Beside<K extends object, V> {
  readonly #key = Symbol("beside");

  /** What is kept beside an object. */
  of(object: K): V | undefined {
    const keeper: object = object;
    return Reflect.get(keeper, this.#key);
  }

  /** Keeps something, unless nothing may be added to the object. Nobody sees it who does not ask for it here. */
  keep(object: K, value: V): void {
    if (Object.isExtensible(object)) Object.defineProperty(object, this.#key, { value, configurable: true });
  }
}

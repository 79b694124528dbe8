/** Numbers are cut into groups of so many bits, each with one more that says whether another follows. */
const GROUP = 4;

/** The same for numbers that are nearly always tiny. */
const SMALL_GROUP = 2;

const FIRST_CAPACITY = 512;

/** So many bits from the beginning of some bytes. */
export interface Bits {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** None at all. */
export const NO_BITS: Bits = { bytes: new Uint8Array(), length: 0 };

/** A number, and how many bits it takes, but for its sign. */
export interface Lengthy {
  readonly value: number;
  readonly length: number;
}

/** The most bits that are written or read at once. */
const WIDEST = 16;
const WIDEST_VALUES = 1 << WIDEST;

/** Writes numbers of any width one after the other, after bits written before. */
export class BitWriter {
  #bytes: Uint8Array;
  #length: number;
  #pending = 0;
  #pendingBits = 0;

  constructor({ bytes, length }: Bits = NO_BITS) {
    this.#length = length >>> 3;
    this.#bytes = Buffer.allocUnsafe(FIRST_CAPACITY + this.#length);
    this.#bytes.set(bytes.subarray(0, this.#length));
    const rest = length & 7;
    if (rest > 0) this.bits((bytes[this.#length] ?? 0) >>> (8 - rest), rest);
  }

  /** The lowest bits of a number, at most 16 of them. */
  bits(value: number, width: number): void {
    this.#pending = (this.#pending << width) | value;
    this.#pendingBits += width;
    while (this.#pendingBits >= 8) {
      this.#pendingBits -= 8;
      this.#push(this.#pending >>> this.#pendingBits);
    }
    this.#pending &= 0xff;
  }

  /** One bit. */
  flag(value: boolean): void {
    this.bits(value ? 1 : 0, 1);
  }

  /** A whole number from 0 on; the smaller, the shorter. */
  count(value: number): void {
    this.#grouped(value, GROUP);
  }

  /** A whole number from 0 on that is seldom above 3. */
  small(value: number): void {
    this.#grouped(value, SMALL_GROUP);
  }

  /** A whole number of either sign. */
  signed(value: number): void {
    this.count(zigzag(value));
  }

  /** A whole number of either sign that is about as long as another one was. Answers how long it is. */
  about(length: number, value: number): number {
    const magnitude = Math.abs(value);
    const own = lengthOf(magnitude);
    this.small(zigzag(own - length));
    // The highest bit is known to be set.
    let left = own - 1;
    for (; left > WIDEST; left -= WIDEST) {
      this.bits(Math.floor(magnitude / 2 ** (left - WIDEST)) & (WIDEST_VALUES - 1), WIDEST);
    }
    if (left > 0) this.bits(magnitude & ((1 << left) - 1), left);
    if (own > 0) this.flag(value < 0);
    return own;
  }

  /** All that was written, filled up to a whole byte. Nothing may be written after that. */
  toBytes(): Uint8Array {
    if (this.#pendingBits > 0) this.bits(0, 8 - this.#pendingBits);
    return this.#bytes.subarray(0, this.#length);
  }

  #grouped(value: number, width: number): void {
    const values = 1 << width;
    let rest = value;
    while (rest >= values) {
      this.bits(values | (rest & (values - 1)), width + 1);
      rest = Math.floor(rest / values);
    }
    this.bits(rest, width + 1);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = byte;
    this.#length += 1;
  }
}

/** Reads what a `BitWriter` wrote, in the same order. Methods throw a `RangeError` after the end. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #next = 0;
  #pending = 0;
  #pendingBits = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** What was read up to now. */
  get read(): Bits {
    return { bytes: this.#bytes, length: this.#next * 8 - this.#pendingBits };
  }

  /** Whether all was read, but for what fills the last byte. */
  get isAtEnd(): boolean {
    return this.#next === this.#bytes.length && this.#pendingBits < 8;
  }

  bits(width: number): number {
    while (this.#pendingBits < width) {
      const byte = this.#bytes[this.#next];
      if (byte === undefined) throw new RangeError("nothing is left to read");
      this.#pending = ((this.#pending & 0xffff) << 8) | byte;
      this.#next += 1;
      this.#pendingBits += 8;
    }
    this.#pendingBits -= width;
    return (this.#pending >>> this.#pendingBits) & ((1 << width) - 1);
  }

  flag(): boolean {
    return this.bits(1) === 1;
  }

  count(): number {
    return this.#grouped(GROUP);
  }

  small(): number {
    return this.#grouped(SMALL_GROUP);
  }

  signed(): number {
    return unzigzag(this.count());
  }

  /** A whole number of either sign that is about as long as another one was, and how long it is. */
  about(length: number): Lengthy {
    const own = length + unzigzag(this.small());
    if (own <= 0) return { value: 0, length: 0 };
    let magnitude = 1;
    let left = own - 1;
    for (; left > WIDEST; left -= WIDEST) magnitude = magnitude * WIDEST_VALUES + this.bits(WIDEST);
    magnitude = magnitude * (1 << left) + this.bits(left);
    return { value: this.flag() ? -magnitude : magnitude, length: own };
  }

  /** So many whole bytes. */
  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.bits(8));
  }

  #grouped(width: number): number {
    const values = 1 << width;
    let value = 0;
    for (let weight = 1; ; weight *= values) {
      const group = this.bits(width + 1);
      value += (group & (values - 1)) * weight;
      if (group < values) return value;
    }
  }
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);

const lengthOf = (magnitude: number): number =>
  magnitude < 2 ** 31 ? 32 - Math.clz32(magnitude) : 31 + lengthOf(Math.floor(magnitude / 2 ** 31));

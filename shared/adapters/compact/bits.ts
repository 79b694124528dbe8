/** Numbers are cut into groups of so many bits, each with one more that says whether another follows. */
const GROUP = 4;
const GROUP_VALUES = 2 ** GROUP;

/** So many bits from the beginning of some bytes. */
export interface Bits {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** None at all. */
export const NO_BITS: Bits = { bytes: new Uint8Array(), length: 0 };

const FIRST_CAPACITY = 512;

/** Writes numbers of any width one after the other, after bits written before. */
export class BitWriter {
  #bytes: Uint8Array;
  #length: number;
  #pending = 0;
  #pendingBits = 0;

  constructor({ bytes, length }: Bits = NO_BITS) {
    this.#length = Math.floor(length / 8);
    this.#bytes = new Uint8Array(FIRST_CAPACITY + this.#length);
    this.#bytes.set(bytes.subarray(0, this.#length));
    const rest = length % 8;
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
    let rest = value;
    while (rest >= GROUP_VALUES) {
      this.bits(GROUP_VALUES | (rest % GROUP_VALUES), GROUP + 1);
      rest = Math.floor(rest / GROUP_VALUES);
    }
    this.bits(rest, GROUP + 1);
  }

  /** A whole number of either sign. */
  signed(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** Bytes as they are. */
  bytes(bytes: Uint8Array): void {
    for (const byte of bytes) this.bits(byte, 8);
  }

  /** All that was written, filled up to a whole byte. */
  toBytes(): Uint8Array {
    const written = new Uint8Array(this.#length + Math.ceil(this.#pendingBits / 8));
    written.set(this.#bytes.subarray(0, this.#length));
    if (this.#pendingBits > 0) written[this.#length] = this.#pending << (8 - this.#pendingBits);
    return written;
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

/** Reads what a `BitWriter` wrote, in the same order. Reads zeros after the end. */
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

  bits(width: number): number {
    while (this.#pendingBits < width) {
      this.#pending = ((this.#pending & 0xffff) << 8) | (this.#bytes[this.#next] ?? 0);
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
    let value = 0;
    for (let weight = 1; ; weight *= GROUP_VALUES) {
      const group = this.bits(GROUP + 1);
      value += (group % GROUP_VALUES) * weight;
      if (group < GROUP_VALUES) return value;
    }
  }

  signed(): number {
    const value = this.count();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  bytes(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    // Fewer than eight bits are pending between two reads, so each byte read gives one.
    for (let index = 0; index < length; index += 1) {
      const next = this.#bytes[this.#next + index] ?? 0;
      bytes[index] = ((this.#pending << 8) | next) >>> this.#pendingBits;
      this.#pending = next;
    }
    this.#next += length;
    return bytes;
  }
}

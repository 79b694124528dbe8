import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { BitReader, BitWriter } from "../../../shared/adapters/compact/bits.ts";
import { Primed } from "../../../shared/adapters/compact/primer.ts";
import { PRIMER_1 } from "../../../shared/adapters/compact/primer-1.ts";
import { ValueReader } from "../../../shared/adapters/compact/value-reader.ts";
import { BEGINNING, ValueWriter } from "../../../shared/adapters/compact/value-writer.ts";

const CHASSIS = "bxr-lon-11";
const primed = new Primed(PRIMER_1);

/** Pairs of a name and a value. */
type Named = readonly (readonly [name: string, value: unknown])[];

const written = (values: Named): Uint8Array => {
  const writer = new ValueWriter(BEGINNING, primed.memory(), CHASSIS);
  for (const [name, value] of values) writer.put(name, value);
  return writer.toBytes();
};

const read = (bytes: Uint8Array, names: readonly string[], chassisId = CHASSIS): unknown[] => {
  const reader = new ValueReader(bytes, primed.memory(), chassisId);
  const values = names.map((name) => reader.take(name));
  reader.end();
  return values;
};

const moment = fc.integer({ min: 0, max: 253_402_300_799_999 });
const hash = fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString("base64url"));
const digest = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => `sha256:${Buffer.from(bytes).toString("hex")}`);

/** Texts that are, or nearly are, what particulars look like. */
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("&", "#", "=", "+", "*", "~", "!", "!a", "a&1", "", "0", "00", "-1", "1.0", "M1", CHASSIS),
  fc.nat().map((number) => `slot ${number}, ${CHASSIS}:0${number}`),
  fc.string({ unit: fc.constantFrom("0", "1", "9", ".", CHASSIS, "#", "&", "!", "a") }),
  hash,
  digest,
  moment.map((at) => new Date(at).toISOString()),
  fc.constantFrom("2026-02-30T00:00:00.000Z", "Mar  2 07:48:13", "Mar 12 07:48:13"),
);
const number = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }), moment);
const name = fc.oneof(fc.string(), fc.constantFrom("time", "id", "__proto__", "constructor", "1", "2"));

const value = fc
  .letrec((tie) => ({
    any: fc.oneof({ maxDepth: 4 }, text, number, fc.boolean(), fc.constant(null), tie("list"), tie("members")),
    list: fc.array(tie("any"), { maxLength: 8 }),
    members: fc.dictionary(name, tie("any"), { maxKeys: 8, noNullPrototype: true }),
  }))
  .any.map((any) => JSON.parse(JSON.stringify(any)));

const named: fc.Arbitrary<Named> = fc.array(fc.tuple(fc.constantFrom("state", "card.removed", "other"), value), {
  minLength: 1,
  maxLength: 4,
});

describe("compact data", () => {
  it("is the same JSON text after it was written and read, whatever it is and whatever was written before", () => {
    fc.assert(
      fc.property(named, (values) => {
        const again = read(
          written(values),
          values.map(([name]) => name),
        );

        expect(again.map((one) => JSON.stringify(one))).toEqual(values.map(([, one]) => JSON.stringify(one)));
      }),
      { numRuns: 500 },
    );
  });

  it("is as long for a chassis of another name, time and address", () => {
    const lengths = ["Zm9vYmFyYmF6cXV4", "QUJDREVGR0hJSktM"].map((id, index) => {
      const subject = `chassis-${index}`;
      const writer = new ValueWriter(BEGINNING, primed.memory(), subject);
      const time = new Date(1_780_000_000_000 + index * 7919).toISOString();
      const data = { slot: `S${index + 1}`, revision: 100 + index, digest: `sha256:${String(index).repeat(64)}` };
      writer.put("event", { id, source: `syslog://10.0.0.${index + 1}`, subject, time, data });
      return writer.toBytes().length;
    });

    expect(lengths[1]).toBe(lengths[0]);
  });

  it("tells again what it has told in a bit, and a part of it in a few", () => {
    const reference = { source: "syslog://10.0.0.1", id: "Zm9vYmFyYmF6cXV4" };
    const [once, often, elsewhere] = [
      written([["evidence", reference]]),
      written(Array.from({ length: 17 }, () => ["evidence", reference] as const)),
      written([
        ["evidence", reference],
        ["other", { id: reference.id }],
      ]),
    ].map(({ length }) => length);

    expect((often ?? 0) - (once ?? 0)).toBe(2);
    expect((elsewhere ?? 0) - (once ?? 0)).toBeLessThan(8);
  });

  it("leaves out what has no value, as JSON does", () => {
    const value = { a: 1, b: undefined, c: [{ d: undefined }] };

    expect(read(written([["x", value]]), ["x"])).toEqual([{ a: 1, c: [{}] }]);
  });

  it("cannot be read as another chassis's without its name showing", () => {
    expect(read(written([["x", { subject: CHASSIS }]]), ["x"], "other")).toEqual([{ subject: "other" }]);
  });

  it("goes on after a list as if the list had not been read in between", () => {
    fc.assert(
      fc.property(fc.array(value), fc.array(value), (first, more) => {
        const putAll = (writer: ValueWriter, values: readonly unknown[]): Uint8Array => {
          writer.putGrowing(values, (one) => writer.put("x", one));
          return writer.toBytes();
        };
        const begun = putAll(new ValueWriter(BEGINNING, primed.memory(), CHASSIS), first);
        const reader = new ValueReader(begun, primed.memory(), CHASSIS);
        const { ends, memory } = reader.takeGrown(() => reader.take("x"));
        const end = ends.at(-1) ?? BEGINNING;

        expect(putAll(new ValueWriter(end, memory.next(), CHASSIS), more)).toEqual(
          putAll(new ValueWriter(BEGINNING, primed.memory(), CHASSIS), [...first, ...more]),
        );
      }),
    );
  });

  it("is refused when a part of it is missing", () => {
    const bytes = written([["x", { text: "something new 4711", long: "so ".repeat(40) }]]);

    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => read(bytes.subarray(0, length), ["x"])).toThrow();
    }
    expect(() => read(bytes, ["x", "x"])).toThrow();
  });
});

describe("bits", () => {
  it("are read as they were written, numbers of any size among them", () => {
    const whole = fc.integer({ min: -(2 ** 51), max: 2 ** 51 });
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, fc.boolean(), fc.nat({ max: 2 ** 16 - 1 }))), (numbers) => {
        const writer = new BitWriter();
        for (const [signed, flag, bits] of numbers) {
          writer.signed(signed);
          writer.flag(flag);
          writer.bits(bits, 16);
          writer.small(Math.abs(signed));
        }
        const reader = new BitReader(writer.toBytes());
        for (const [signed, flag, bits] of numbers) {
          expect([reader.signed(), reader.flag(), reader.bits(16)]).toEqual([signed, flag, bits]);
          expect(reader.small()).toBe(Math.abs(signed));
        }
        expect(reader.isAtEnd).toBe(true);
        expect(() => Array.from({ length: 8 }, () => reader.flag())).toThrow(RangeError);
      }),
    );
  });
});

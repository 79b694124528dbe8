import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { BitReader, BitWriter } from "../../../shared/adapters/compact/bits.ts";
import { DICTIONARY_1 } from "../../../shared/adapters/compact/dictionary-1.ts";
import { packCompactly, unpackCompactly } from "../../../shared/adapters/compact/pack.ts";
import { takeApart } from "../../../shared/adapters/compact/take-out.ts";

const CHASSIS = "bxr-lon-11";

const throughBytes = (value: unknown): unknown =>
  unpackCompactly(packCompactly(value, CHASSIS, DICTIONARY_1), CHASSIS, DICTIONARY_1);

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

describe("compact data", () => {
  it("is the same JSON text after it was packed and unpacked, whatever it is", () => {
    fc.assert(
      fc.property(value, (any) => {
        expect(JSON.stringify(throughBytes(any))).toBe(JSON.stringify(any));
      }),
      { numRuns: 500 },
    );
  });

  it("leaves no particular in the skeleton, so that two chassis have the same", () => {
    const events = ["Zm9vYmFyYmF6cXV4", "QUJDREVGR0hJSktM"].map((id, index) => ({
      id,
      source: `syslog://10.0.0.${index + 1}`,
      subject: `chassis-${index}`,
      time: new Date(1_780_000_000_000 + index * 7919).toISOString(),
      data: { slot: `S${index + 1}`, revision: 100 + index, digest: `sha256:${String(index).repeat(64)}` },
    }));
    const skeletons = events.map((event) => takeApart(event, event.subject, DICTIONARY_1).skeleton);

    expect(skeletons[0]).toEqual(skeletons[1]);
    expect(skeletons[0]).toEqual({
      id: "$",
      source: "*",
      subject: "&",
      time: "@",
      data: { slot: "*", revision: "+", digest: "%" },
    });
  });

  it("tells again what it has told in a few bits", () => {
    const reference = { source: "syslog://10.0.0.1", id: "Zm9vYmFyYmF6cXV4" };
    const [once, often] = [1, 9].map(
      (times) => packCompactly(Array(times).fill(reference), CHASSIS, DICTIONARY_1).length,
    );

    expect((often ?? 0) - (once ?? 0)).toBeLessThan(8 * 3);
  });

  it("cannot be read as another chassis's without its name showing", () => {
    const bytes = packCompactly({ subject: CHASSIS }, CHASSIS, DICTIONARY_1);

    expect(unpackCompactly(bytes, "other", DICTIONARY_1)).toEqual({ subject: "other" });
  });

  it("is refused when a part of it is missing", () => {
    const bytes = packCompactly({ text: "something new 4711" }, CHASSIS, DICTIONARY_1);

    expect(() => unpackCompactly(bytes.subarray(0, 5), CHASSIS, DICTIONARY_1)).toThrow();
    expect(() => unpackCompactly(Buffer.of(), CHASSIS, DICTIONARY_1)).toThrow();
  });
});

describe("bits", () => {
  it("are read as they were written, numbers of any size among them", () => {
    const whole = fc.integer({ min: -(2 ** 51), max: 2 ** 51 });
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, fc.boolean(), fc.uint8Array())), (numbers) => {
        const writer = new BitWriter();
        for (const [signed, flag, bytes] of numbers) {
          writer.signed(signed);
          writer.flag(flag);
          writer.bytes(bytes);
          writer.count(Math.abs(signed));
        }
        const reader = new BitReader(writer.toBytes());
        for (const [signed, flag, bytes] of numbers) {
          expect([reader.signed(), reader.flag()]).toEqual([signed, flag]);
          expect(reader.bytes(bytes.length)).toEqual(bytes);
          expect(reader.count()).toBe(Math.abs(signed));
        }
      }),
    );
  });
});

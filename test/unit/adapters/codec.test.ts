import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { decodeCommit, decodeRecord, encodeCommit, encodeRecord } from "../../../shared/adapters/codec.ts";
import { UnknownFormat, UnreadableItem } from "../../../shared/adapters/errors.ts";
import { type ChassisRecord, type Commit, emptyRecord, type TailEntry } from "../../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../../shared/domain/events.ts";
import { stateAfter } from "../../../shared/domain/record-growth.ts";
import { initialState, type TwinState, unknownFile, unknownModule } from "../../../shared/domain/state.ts";
import { exampleCommit, exampleEvent, exampleRecord } from "../../support/record-examples.ts";

const moment = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
const sinceAny = fc.record({
  at: moment,
  evidence: fc.array(fc.record({ source: fc.string(), id: fc.string() }), { maxLength: 2 }),
});
const since = fc.option(sinceAny);
const text = fc.option(fc.string({ unit: "grapheme" }));
const contents = fc.record({ revision: fc.option(fc.nat()), digest: text });
const slot = fc.constantFrom("M1", "M2");

const moduleFacts = fc.record(
  {
    presence: fc.constantFrom("present", "absent", "unknown"),
    serialNumber: text,
    role: fc.constantFrom("active", "standby", "none", "unknown"),
    versions: fc.record({ running: text, primary: text, secondary: text, monitor: text, bootCode: text }),
    systemConfig: contents,
    cards: fc.record({ "1": fc.option(fc.boolean()), "2": fc.option(fc.boolean()) }),
    bootAwaited: since,
    changedAt: fc.option(moment),
  },
  { requiredKeys: [] },
);
const fileFacts = fc.record(
  { status: fc.constantFrom("in-sync", "different", "aborted"), transfer: since, syncedAt: fc.option(moment) },
  { requiredKeys: [] },
);

const state: fc.Arbitrary<TwinState> = fc
  .record(
    {
      eventCount: fc.nat(),
      lastEventAt: fc.option(moment),
      coldStart: since,
      activeSlot: fc.option(slot),
      retired: fc.boolean(),
      bootOrder: fc.array(fc.constantFrom("primary-flash", "tftp"), { maxLength: 3 }),
      modules: fc.record({
        M1: moduleFacts.map((facts) => ({ ...unknownModule(), ...facts })),
        M2: moduleFacts.map((facts) => ({ ...unknownModule(), ...facts })),
      }),
      files: fileFacts.map((facts) => ({ ...initialState().files, flashCode: { ...unknownFile(), ...facts } })),
      uncopied: fc.array(
        fc.tuple(sinceAny, contents).map(([begin, content]) => ({ ...begin, ...content })),
        { maxLength: 3 },
      ),
      interfaceModules: fc.dictionary(
        fc.string(),
        fc.record({ status: fc.constant(null), inSync: fc.option(fc.boolean()), overwritten: fc.boolean() }),
        { maxKeys: 3, noNullPrototype: true },
      ),
      findings: fc.array(
        fc.tuple(sinceAny, fc.string(), text).map(([begin, code, about]) => ({ ...begin, code, about })),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: [] },
  )
  .map((members) => ({ ...initialState(), ...members }));

// What arrived as JSON text; values such as -0 that no JSON text brings back are none.
const unknownMembers = fc
  .dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false }), { maxKeys: 4, noNullPrototype: true })
  .map((members) => JSON.parse(JSON.stringify(members)));
const event: fc.Arbitrary<ChassisEvent> = fc
  .tuple(unknownMembers, unknownMembers, fc.nat())
  .map(([extensions, extra, afterMs]) => {
    const example = exampleEvent("c-1", afterMs);
    return { ...extensions, ...example, data: { ...extra, ...example.data } };
  });

const record: fc.Arbitrary<ChassisRecord> = fc.record({
  chassisId: fc.constant("c-1"),
  revision: fc.nat(),
  base: state,
  tail: fc.array(fc.record({ event, folded: fc.boolean() }), { maxLength: 4 }),
  head: state,
  baseRecordedAt: fc.option(moment),
  stale: fc.array(fc.record({ from: moment, revision: fc.nat(), recordedAt: moment }), { maxLength: 3 }),
});

const commit: fc.Arbitrary<Commit> = fc.record({
  chassisId: fc.constant("c-1"),
  revision: fc.nat(),
  checkpoint: fc.option(state),
  checkpointRecordedAt: fc.option(moment),
  events: fc.array(event, { minLength: 1, maxLength: 4 }),
});

/** A record and a commit of a chassis, and a value of every kind, as the second format wrote them when it was new. */
const FORMAT_2 = JSON.parse(readFileSync(join(import.meta.dirname, "format-2.json"), "utf8"));

/** A record as the third format wrote it when it was new. */
const GOLDEN = [
  "AwBqL2pNmS4EnC3B6NxS0D0Yh5DEikz8/dRU/cqeKeKMEcXoGa2z0djMqxfOW/3fUREvww9a/zxbubyUtoY3HGe0qjfWMzi9S4Ld",
  "tmUZV4UtHG6EDK4paB6MPsUog7uHzpvRKD6XHSjwpaWF4ktPJ+CIIPUuFuJlS0awjlearRoCaBZg0p/9ugeDlZqxud+0Wyga3Nte",
  "VVasbs7AaPBSAL7kP8F5hYTbw5gRcf1WoSzMVvQgOvsgcfTrma45BayYmI6xVOKCgzV67gZPSsQdMgzy3x6l+TC4f5HZBS5Rm79o",
  "WFoGHhxB//+VuochornbA9+QLtGZO/0IZ1d8P9/Jye3nyyINd0DYfdOIntbsC9O7atRwgbkTQIQArbQgU9HZDTbX2QgEfoOHenZO",
  "n3OkyEAp9v97UtA2GABVUJomHXZJJm0+1mfwt3QVtPtS1DDbLDL5uqdps3NeM+NjDG1/gS3QOxpYspBs0lx7rGuNg60t5LZDfnSG",
  "vGLX3Nf9tKFS8aezFpNckY89Tf5HvHipprqvHgf5+GjBMPC3uCXqcdXl2klzhMZoHA0+b6bIgACteVkd3N5qDodtPax8/4LRbKSw",
  "uM1Cq68KHvaUyND17mfVVqx0IrUNA9Uw0CRBjMbIQAHUk825IzqKQSV0SbOZmooWp7zsF0QgO8IAOKi5JJ3SdSQDorK303btU2sr",
  "XNrK3btbBN7W9acLXY9a+szjmFTodegznmSNUp16MRxYpFBxsvAT+rp7jxjtA9ilxoEjHDDZCAqj5UoymvmRJkhQEFjhsugKKbIZ",
  "TuRFWpSuc2AiqVSudNejPWtv5lr9msmA7wA4ZRh/mnoY1JWNpLDw/dP/v/rdUtPiF1C3udNvT7xpfJC3dBg=",
].join("");

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, "base64");
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");

/** As the first format was written. */
const inFormat1 = (value: unknown): Uint8Array => Buffer.concat([Buffer.of(1), deflateRawSync(JSON.stringify(value))]);

describe("codec", () => {
  it("gives back every record as it was", () => {
    fc.assert(
      fc.property(record, (any) => {
        expect(decodeRecord(any, encodeRecord(any))).toEqual(any);
      }),
    );
  });

  it("writes a record that grew from a stored one as it would have written it anew", () => {
    const entries = fc.array(fc.record({ event, folded: fc.boolean() }), { maxLength: 3 });
    fc.assert(
      fc.property(record, entries, record, (any, more, { head, stale }) => {
        const stored = decodeRecord(any, encodeRecord(any));
        const grown = { ...stored, tail: [...stored.tail, ...more], head, stale };
        const anew = { ...grown, base: { ...grown.base } };

        expect(textOf(encodeRecord(grown))).toBe(textOf(encodeRecord(anew)));
        expect(decodeRecord(grown, encodeRecord(grown))).toEqual(grown);
      }),
    );
  });

  it("writes the events that a stored record lets go of as it would have written them anew", () => {
    fc.assert(
      fc.property(record, fc.nat({ max: 4 }), fc.nat(), (any, count, revision) => {
        const tail: TailEntry[] = any.tail.map(({ event }) => ({ event, folded: false }));
        const stored = decodeRecord(any, encodeRecord({ ...any, tail }));
        const commit: Commit = {
          chassisId: "c-1",
          revision,
          checkpoint: stored.base,
          checkpointRecordedAt: stored.baseRecordedAt,
          events: stored.tail.slice(0, count).map(({ event }) => event),
        };
        const anew = { ...commit, checkpoint: { ...stored.base } };

        expect(textOf(encodeCommit(commit))).toBe(textOf(encodeCommit(anew)));
        expect(decodeCommit("c-1", encodeCommit(commit))).toEqual(commit);
      }),
    );
  });

  it("knows of each event of a commit whether it was among those stored before", () => {
    const stored = decodeRecord(exampleRecord("c-1", 3), encodeRecord(exampleRecord("c-1", 3)));
    const { base: checkpoint, baseRecordedAt: checkpointRecordedAt } = stored;
    const events = [exampleEvent("c-1", 7)];
    for (const commit of [
      { ...exampleCommit("c-1", 10), checkpoint, checkpointRecordedAt, events },
      { ...exampleCommit("c-1", 10), checkpoint, checkpointRecordedAt: null, events: [exampleEvent("c-1", 3)] },
    ]) {
      expect(decodeCommit("c-1", encodeCommit(commit))).toEqual(commit);
    }
  });

  it("writes a record that is no longer as it was stored, whatever became of its events", () => {
    const stored = decodeRecord(exampleRecord("c-1"), encodeRecord(exampleRecord("c-1")));
    const event = exampleEvent("c-1", 1);
    for (const otherwise of [
      { tail: [] },
      { tail: stored.tail.slice(1) },
      { tail: [{ event, folded: true }, ...stored.tail] },
      { baseRecordedAt: 17 },
    ]) {
      const record = { ...stored, ...otherwise };

      expect(decodeRecord(record, encodeRecord(record))).toEqual(record);
    }
  });

  it("gives back every commit as it was", () => {
    fc.assert(
      fc.property(commit, (any) => {
        expect(decodeCommit("c-1", encodeCommit(any))).toEqual(any);
      }),
    );
  });

  it("gives back the text of an event, member by member in its order", () => {
    fc.assert(
      fc.property(event, (any) => {
        const [read] = decodeCommit("c-1", encodeCommit({ ...exampleCommit("c-1", 10), events: [any] })).events;
        expect(JSON.stringify(read)).toBe(JSON.stringify(any));
      }),
    );
  });

  it("keeps members named like those of every object apart from them", () => {
    const hostile: ChassisEvent = JSON.parse(
      JSON.stringify(exampleEvent("c-1")).replace('"slot"', '"__proto__":{"slot":"M1"},"constructor":null,"slot"'),
    );
    const [read] = decodeCommit("c-1", encodeCommit({ ...exampleCommit("c-1", 10), events: [hostile] })).events;

    expect(JSON.stringify(read)).toBe(JSON.stringify(hostile));
  });

  it("keeps a chassis of which nothing is known in a few bytes", () => {
    expect(encodeRecord(emptyRecord("c-1")).length).toBeLessThan(100);
  });

  it("keeps texts of any length", () => {
    const event = { ...exampleEvent("c-1"), words: ["a\ud800 ä ".repeat(50), "0".repeat(100_000), "ä\ud800"] };
    const commit = { ...exampleCommit("c-1", 10), events: [event, event] };

    expect(decodeCommit("c-1", encodeCommit(commit))).toEqual(commit);
    expect(encodeCommit(commit).length).toBeLessThan(1000);
  });

  it("reads what a state has no member for as in the initial state", () => {
    const { retired: _, files, modules, ...rest } = initialState();
    const { role: __, ...M2 } = modules.M2;
    const lacking = JSON.parse(JSON.stringify({ ...rest, phase: "up", modules: { ...modules, M2 }, files: {} }));
    const { base, head } = decodeRecord(
      emptyRecord("c-1"),
      encodeRecord({ ...emptyRecord("c-1"), base: lacking, head: lacking }),
    );

    expect(base).toEqual({ ...initialState(), phase: "up" });
    expect(head).toEqual(base);
    expect(files).toEqual(base.files);
  });

  it("lets nobody change what other records are read from", () => {
    const bytes = encodeRecord(emptyRecord("c-1"));
    const { base } = decodeRecord(emptyRecord("c-1"), bytes);
    try {
      base.modules.M1.role = "active";
      base.files.flashCode.status = "different";
    } catch (error) {
      expect(error).toBeInstanceOf(TypeError);
    }

    expect(decodeRecord(emptyRecord("c-1"), bytes)).toEqual(emptyRecord("c-1"));
  });

  it("reads what the first format wrote, for ever", () => {
    const [counted, awaited] = [exampleEvent("c-1", 3), exampleEvent("c-1", 4)];
    const difference = { eventCount: 2, modules: { M2: { role: "active" } } };
    const bytes = inFormat1([
      difference,
      [
        [counted, 1],
        [awaited, 0],
      ],
      [[1_000, 3, 2_000]],
      1_500,
    ]);
    const { M1, M2 } = initialState().modules;
    const base: TwinState = { ...initialState(), eventCount: 2, modules: { M1, M2: { ...M2, role: "active" } } };
    const tail = [
      { event: counted, folded: true },
      { event: awaited, folded: false },
    ];

    expect(decodeRecord({ chassisId: "c-1", revision: 3 }, bytes)).toEqual({
      chassisId: "c-1",
      revision: 3,
      base,
      tail,
      head: stateAfter(base, tail),
      baseRecordedAt: 1_500,
      stale: [{ from: 1_000, revision: 3, recordedAt: 2_000 }],
    });
    expect(stateAfter(base, tail).eventCount).toBe(3);
  });

  it("reads what the second format wrote, for ever", () => {
    const { record, commit, odd } = FORMAT_2;
    const { bytes, ...stored } = record;
    const { bytes: ofCommit, ...storedCommit } = commit;
    const [, [[oddEvent]]] = odd.value;

    expect(decodeRecord(stored, bytesOf(bytes))).toEqual({ ...stored, head: stateAfter(stored.base, stored.tail) });
    expect(decodeCommit("bxr-lab-11", bytesOf(ofCommit))).toEqual(storedCommit);
    expect(decodeRecord({ chassisId: "bxr-lab-11", revision: 3 }, bytesOf(odd.bytes)).tail).toEqual([
      { event: oddEvent, folded: true },
    ]);
  });

  it("reads and writes the third format for ever", () => {
    const { record } = FORMAT_2;
    const { bytes: _, ...stored } = record;
    const golden: ChassisRecord = { ...stored, head: stateAfter(stored.base, stored.tail) };

    expect(textOf(encodeRecord(golden))).toBe(GOLDEN);
    expect(decodeRecord(golden, bytesOf(GOLDEN))).toEqual(golden);
  });

  it("refuses a format it does not know", () => {
    const bytes = Buffer.from(encodeRecord(exampleRecord("c-1")));
    bytes[0] = 250;

    expect(() => decodeRecord(emptyRecord("c-1"), bytes)).toThrow(UnknownFormat);
    expect(() => decodeRecord(emptyRecord("c-1"), Buffer.of())).toThrow(UnknownFormat);
  });

  it("refuses data that was cut off or goes on, saying why", () => {
    const whole = encodeRecord(exampleRecord("c-1"));
    for (let length = 1; length < whole.length; length += 1) {
      expect(() => decodeRecord(emptyRecord("c-1"), whole.subarray(0, length))).toThrow(UnreadableItem);
    }
    const longer = Buffer.concat([whole, Buffer.of(0)]);
    expect(() => decodeRecord(emptyRecord("c-1"), longer)).toThrow(
      expect.objectContaining({ name: "UnreadableItem", cause: expect.anything() }),
    );
  });

  it("answers something or refuses it, whatever the bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(1, 2, 3), (any, format) => {
        const bytes = Buffer.concat([Buffer.of(format), any]);
        try {
          expect(decodeRecord(emptyRecord("c-1"), bytes).chassisId).toBe("c-1");
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableItem);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("refuses data of another shape", () => {
    for (const other of [
      null,
      {},
      [],
      [{}, []],
      [[], [], [], null],
      [{}, [["event", 1]], [], null],
      [{}, [], [["x", 1, 1]], null],
    ]) {
      expect(() => decodeRecord(emptyRecord("c-1"), inFormat1(other))).toThrow(UnreadableItem);
    }
    expect(() => decodeCommit("c-1", encodeRecord(exampleRecord("c-1")))).toThrow(UnreadableItem);
    expect(() => decodeRecord(emptyRecord("c-1"), encodeCommit(exampleCommit("c-1", 10)))).toThrow(UnreadableItem);
  });
});

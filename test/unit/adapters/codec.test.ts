import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { decodeCommit, decodeRecord, encodeCommit, encodeRecord } from "../../../shared/adapters/codec.ts";
import { UnknownFormat, UnreadableItem } from "../../../shared/adapters/errors.ts";
import { pack } from "../../../shared/adapters/format.ts";
import { type ChassisRecord, type Commit, emptyRecord } from "../../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../../shared/domain/events.ts";
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

/** A record as the second format wrote it when it was new. */
const GOLDEN =
  "AgAAIMBQogwtCFexnYQjC5f2GhGGlQ4AQhUQOQO5IKhp6+1gfZpBCsIwEEXvkr+TBqYoCgHP4AHExSSd4CK0UhTc5O6aCV1UQ7dZDcMbCP+/a8s4WPkFf710OdfLylfdTvp2v4A1rbIt8J4zBynJ2LjM0ADnMdXmW5/vkqJxh1LreEk1vsw5d/1NkTmbbq/8LBQZnYKTLu81j07eXD5aLkwpSahqEJGFj4jwGBiMIBggEFiiSMcTMzzDw1L/3ewH";

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
      fc.property(record, entries, record, (any, more, { stale, baseRecordedAt }) => {
        const stored = decodeRecord(any, encodeRecord(any));
        const grown = { ...stored, tail: [...stored.tail, ...more], stale, baseRecordedAt };
        const anew = { ...grown, base: { ...grown.base } };

        expect(Buffer.from(encodeRecord(grown)).toString("base64")).toBe(
          Buffer.from(encodeRecord(anew)).toString("base64"),
        );
      }),
    );
  });

  it("writes a record that is no longer as it was stored, whatever became of its events", () => {
    const stored = decodeRecord(exampleRecord("c-1"), encodeRecord(exampleRecord("c-1")));
    const event = exampleEvent("c-1", 1);
    for (const tail of [[], stored.tail.slice(1), [{ event, folded: true }, ...stored.tail]]) {
      const record = { ...stored, tail };

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
    expect(encodeRecord(emptyRecord("c-1")).length).toBeLessThan(24);
  });

  it("reads what an item says nothing of as in the initial state", () => {
    const { base } = decodeRecord(
      emptyRecord("c-1"),
      pack([{ phase: "up", modules: { M2: { role: "active" } } }, [], [], null], "c-1"),
    );

    expect(base).toEqual({
      ...initialState(),
      phase: "up",
      modules: { M1: unknownModule(), M2: { ...unknownModule(), role: "active" } },
    });
  });

  it("shares nothing between the states it reads", () => {
    const bytes = encodeRecord(emptyRecord("c-1"));
    decodeRecord(emptyRecord("c-1"), bytes).base.modules.M1.role = "active";

    expect(decodeRecord(emptyRecord("c-1"), bytes)).toEqual(emptyRecord("c-1"));
  });

  it("reads what the first format wrote, for ever", () => {
    const written = JSON.stringify([{ eventCount: 2 }, [[exampleEvent("c-1", 3), 1]], [[1_000, 3, 2_000]], 1_500]);
    const bytes = Buffer.concat([Buffer.of(1), deflateRawSync(written)]);

    expect(decodeRecord({ chassisId: "c-1", revision: 3 }, bytes)).toEqual({
      chassisId: "c-1",
      revision: 3,
      base: { ...initialState(), eventCount: 2 },
      tail: [{ event: exampleEvent("c-1", 3), folded: true }],
      baseRecordedAt: 1_500,
      stale: [{ from: 1_000, revision: 3, recordedAt: 2_000 }],
    });
  });

  it("reads what the second format wrote, for ever", () => {
    const bytes = Buffer.from(GOLDEN, "base64");

    expect(decodeRecord({ chassisId: "c-1", revision: 3 }, bytes)).toEqual({
      chassisId: "c-1",
      revision: 3,
      base: { ...initialState(), eventCount: 12, phase: "up", activeSlot: "M2", bootOrder: ["tftp"] },
      tail: [{ event: exampleEvent("c-1", 3), folded: true }],
      baseRecordedAt: 1_772_352_000_500,
      stale: [{ from: 1_772_352_000_000, revision: 3, recordedAt: 1_772_352_002_000 }],
    });
  });

  it("refuses a format it does not know", () => {
    const bytes = Buffer.from(encodeRecord(exampleRecord("c-1")));
    bytes[0] = 250;

    expect(() => decodeRecord(emptyRecord("c-1"), bytes)).toThrow(UnknownFormat);
    expect(() => decodeRecord(emptyRecord("c-1"), Buffer.of())).toThrow(UnknownFormat);
  });

  it("refuses damaged data and data of another shape, saying why", () => {
    const cut = encodeRecord(exampleRecord("c-1")).subarray(0, 20);

    expect(() => decodeRecord(emptyRecord("c-1"), cut)).toThrow(UnreadableItem);
    for (const other of [
      null,
      {},
      [],
      [{}, []],
      [[], [], [], null],
      [{}, [["event", 1]], [], null],
      [{}, [], [["x", 1, 1]], null],
    ]) {
      expect(() => decodeRecord(emptyRecord("c-1"), pack(other, "c-1"))).toThrow(UnreadableItem);
    }
    expect(() => decodeCommit("c-1", encodeRecord(emptyRecord("c-1")))).toThrow(
      expect.objectContaining({ cause: expect.anything() }),
    );
  });
});

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { EVENT_TYPES } from "../../../shared/edge/event-types.ts";
import { parseEvent } from "../../../shared/edge/parse-event.ts";
import { cloudEvent, NOW } from "../../support/api-events.ts";

const RECEIVED = new Date(NOW).toISOString();

const eventIn = (value: unknown) => {
  const parsed = parseEvent(value, NOW);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.event;
};

const faultsIn = (value: unknown) => {
  const parsed = parseEvent(value, NOW);
  return parsed.ok ? [] : parsed.faults;
};

const padded = (bytes: number) => {
  const bare = cloudEvent({ padding: "" });
  return cloudEvent({ padding: "x".repeat(bytes - JSON.stringify(bare).length) });
};

describe("an event that is taken", () => {
  it.each([
    ["2026-03-01T12:00:00Z", "2026-03-01T12:00:00.000Z"],
    ["2026-03-01T12:30:00.5+01:30", "2026-03-01T11:00:00.500Z"],
    ["2026-03-01T11:00:00.123987Z", "2026-03-01T11:00:00.123Z"],
    ["2000-01-01T00:00:00Z", "2000-01-01T00:00:00.000Z"],
    ["2026-03-01T12:05:00Z", "2026-03-01T12:05:00.000Z"],
  ])("has its time %s as %s", (time, normal) => {
    expect(eventIn(cloudEvent({ time })).time).toBe(normal);
  });

  it("is stamped with its receipt, whatever its sender says of it", () => {
    expect(eventIn(cloudEvent()).recordedtime).toBe(RECEIVED);
    expect(eventIn(cloudEvent({ recordedtime: "1999-01-01T00:00:00Z" })).recordedtime).toBe(RECEIVED);
    expect(eventIn(cloudEvent({ recordedtime: { not: "a time" } })).recordedtime).toBe(RECEIVED);
  });

  it("keeps unknown extensions and unknown fields of its data", () => {
    const sent = cloudEvent({ traceparent: "00-1", data: { slot: "S7", rack: { row: 4, labels: ["a", null] } } });

    expect(eventIn(sent)).toEqual({ ...sent, recordedtime: RECEIVED });
  });

  it("counts a null attribute as absent", () => {
    expect(eventIn(cloudEvent({ carrier: null, traceparent: null }))).toEqual(eventIn(cloudEvent()));
  });

  it.each(["application/json", "Application/JSON; charset=utf-8", "text/json", "application/vnd.acme+json"])(
    "may have the datacontenttype %s",
    (datacontenttype) => {
      expect(faultsIn(cloudEvent({ datacontenttype }))).toEqual([]);
    },
  );

  it("may be of exactly 16 KiB", () => {
    expect(faultsIn(padded(16 * 1024))).toEqual([]);
  });

  it("stays the same when it is read again later", () => {
    const { recordedtime: _, ...first } = eventIn({ ...padded(16 * 1024 - 4), time: "2026-03-01T11:59:00Z" });
    const again = parseEvent({ ...first, recordedtime: RECEIVED }, NOW + 1000);

    expect(again).toEqual({ ok: true, event: { ...first, recordedtime: "2026-03-01T12:00:01.000Z" } });
  });
});

describe("an event that is refused", () => {
  it.each(["specversion", "id", "source", "subject", "type", "time", "data"])("lacks %s", (name) => {
    expect(faultsIn(cloudEvent({ [name]: undefined }))).toEqual([
      { pointer: `/${name}`, detail: expect.stringContaining("is required") },
    ]);
  });

  it.each([
    ["another specversion", { specversion: "0.3" }, "/specversion", "must be 1.0"],
    ["an empty id", { id: "" }, "/id", "must not be empty"],
    ["an id of 129 characters", { id: "x".repeat(129) }, "/id", "must be at most 128 characters"],
    ["a source of 257 characters", { source: "x".repeat(257) }, "/source", "must be at most 256 characters"],
    ["a subject that can be no chassis", { subject: "a/b" }, "/subject", expect.stringContaining("letters, digits")],
    ["a subject that is __proto__", { subject: "__proto__" }, "/subject", expect.stringContaining("letters, digits")],
    ["a time that is none", { time: "yesterday" }, "/time", expect.stringContaining("RFC 3339")],
    ["a time without offset", { time: "2026-03-01T12:00:00" }, "/time", expect.stringContaining("RFC 3339")],
    ["a day that does not exist", { time: "2026-02-29T12:00:00Z" }, "/time", expect.stringContaining("RFC 3339")],
    ["a time before 2000", { time: "1999-12-31T23:59:59.999Z" }, "/time", expect.stringContaining("before 2000")],
    ["a time too far ahead", { time: "2026-03-01T12:05:00.001Z" }, "/time", expect.stringContaining("5 minutes")],
    ["a sequence of letters", { sequence: "x" }, "/sequence", expect.stringContaining("decimal")],
    ["an unknown carrier", { carrier: "pigeon" }, "/carrier", expect.stringContaining("syslog, trap, poll")],
    ["an unknown slot", { data: { slot: "M3" } }, "/data/slot", "must be a slot: M1, M2 or S1 to S32"],
    ["a slot beyond the last", { data: { slot: "S33" } }, "/data/slot", "must be a slot: M1, M2 or S1 to S32"],
    ["no slot", { data: {} }, "/data/slot", "is required"],
    ["data that is no object", { data: ["M1"] }, "/data", "must be an object"],
    ["data that is null", { data: null }, "/data", "must be an object"],
    ["XML data", { datacontenttype: "application/xml" }, "/datacontenttype", expect.stringContaining("JSON")],
  ])("has %s", (_, change, pointer, detail) => {
    expect(faultsIn(cloudEvent(change))).toEqual([{ pointer, detail }]);
  });

  it("has an interface slot where only a management slot can be", () => {
    const faults = faultsIn(cloudEvent({ type: "module.reset", data: { slot: "S2" } }));

    expect(faults).toEqual([{ pointer: "/data/slot", detail: "must be M1 or M2" }]);
  });

  it("carries binary data", () => {
    const faults = faultsIn(cloudEvent({ data_base64: "AAAA" }));

    expect(faults).toEqual([{ pointer: "/data_base64", detail: expect.stringContaining("send JSON in data") }]);
  });

  it("has an unknown type, and is told the types of that kind", () => {
    const [fault] = faultsIn(cloudEvent({ type: "card.swapped" }));

    expect(fault).toEqual({ pointer: "/type", detail: expect.stringContaining("card.inserted, card.removed") });
    expect(fault?.detail).not.toContain("module.inserted");
  });

  it("has a type of no known kind, and is told the kinds, not all types", () => {
    const [fault] = faultsIn(cloudEvent({ type: "com.example.thing" }));

    expect(fault).toEqual({ pointer: "/type", detail: expect.stringContaining("standby, switchover, sync") });
    expect(EVENT_TYPES.filter((type) => fault?.detail.includes(type))).toEqual(["module.inserted"]);
  });

  it("is over 16 KiB in UTF-8", () => {
    const detail = "must be at most 16384 bytes of JSON";

    expect(faultsIn(padded(16 * 1024 + 1))).toEqual([{ pointer: "", detail }]);
    expect(faultsIn(cloudEvent({ note: "é".repeat(8_190) }))).toEqual([{ pointer: "", detail }]);
    expect(faultsIn(cloudEvent({ note: "e".repeat(8_190) }))).toEqual([]);
  });

  it.each([
    ["null", null],
    ["a number", 7],
    ["a string", "x"],
    ["an array", [cloudEvent()]],
  ])("is %s", (_, value) => {
    expect(faultsIn(value)).toEqual([{ pointer: "", detail: expect.stringContaining("JSON object") }]);
  });

  it("is nested deeper than anything it could say", () => {
    const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);

    expect(faultsIn(cloudEvent({ deep }))).toEqual([{ pointer: "", detail: expect.stringContaining("nested") }]);
  });

  it("is told all that is wrong at once", () => {
    const faults = faultsIn(cloudEvent({ id: "", source: 7, data: { slot: "M9" } }));

    expect(faults.map(({ pointer }) => pointer)).toEqual(["/id", "/source", "/data/slot"]);
  });

  it("is told only the first of very many faults, and how many more there are", () => {
    const modules = new Array(1000).fill({});
    const faults = faultsIn(
      cloudEvent({ type: "chassis.observed", data: { startedAt: "2026-03-01T11:00:00Z", modules } }),
    );

    expect(faults).toHaveLength(21);
    expect(faults.at(-1)?.detail).toContain("980 more");
  });

  it("borrows nothing from members called __proto__", () => {
    const text = JSON.stringify(cloudEvent()).replace(
      '"type":"module.removed"',
      '"__proto__":{"type":"module.removed"}',
    );
    const data = JSON.stringify(cloudEvent()).replace('{"slot":"M2"}', '{"__proto__":{"slot":"M2"}}');

    expect(faultsIn(JSON.parse(text)).map(({ pointer }) => pointer)).toEqual(["/type"]);
    expect(faultsIn(JSON.parse(data)).map(({ pointer }) => pointer)).toEqual(["/data/slot"]);
  });

  it("is so without an exception, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom("id", "type", "time", "subject", "data", "x"), fc.jsonValue()),
        (change) => {
          const parsed = parseEvent(cloudEvent(change), NOW);
          if (!parsed.ok) expect(parsed.faults.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { cloudEvent, rememberingBus } from "../../support/api-events.ts";
import { postWith } from "../../support/posting.ts";

const HEADERS = {
  "content-type": "application/json",
  "ce-specversion": "1.0",
  "ce-id": "e-1",
  "ce-source": "//collector.test/syslog",
  "ce-subject": "bxr-lon-01",
  "ce-type": "module.removed",
  "ce-time": "2026-03-01T11:59:00.000Z",
};

const DATA = '{"slot":"M2"}';

const taken = async (headers: Readonly<Record<string, string>>, body: string | Buffer = DATA) => {
  const bus = rememberingBus();
  const answer = await postWith(headers, body, bus);
  return { answer, event: bus.entries[0]?.events[0] };
};

const theEvent = (changes: object = {}) =>
  cloudEvent({ datacontenttype: "application/json", recordedtime: "2026-03-01T12:00:00.000Z", ...changes });

const without = (name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(HEADERS).filter(([header]) => header !== name));

describe("POST /events in binary mode", () => {
  it("takes the attributes from the headers and the data from the body", async () => {
    const { answer, event } = await taken(HEADERS);

    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ accepted: 1, rejected: 0, results: [{ index: 0, id: "e-1", status: "accepted" }] });
    expect(event).toEqual(theEvent());
  });

  it.each([
    ["Ce-Id", (name: string) => name.replace(/(^|-)[a-z]/g, (first) => first.toUpperCase())],
    ["CE-ID", (name: string) => name.toUpperCase()],
  ])("takes header names written as %s", async (_, written) => {
    const headers = Object.fromEntries(Object.entries(HEADERS).map(([name, value]) => [written(name), value]));

    expect((await taken(headers)).event).toEqual(theEvent());
  });

  it("takes a body in base64, and extensions", async () => {
    const { event } = await taken({ ...HEADERS, "ce-sequence": "7", "ce-room": "4" }, Buffer.from(DATA));

    expect(event).toEqual(theEvent({ sequence: "7", room: "4" }));
  });

  it("keeps the media type of the data as it is, and takes JSON that does not say what it is", async () => {
    const mediaType = "application/vnd.rack+json; charset=utf-8";

    expect((await taken({ ...HEADERS, "content-type": mediaType })).event).toMatchObject({
      datacontenttype: mediaType,
    });
    expect((await taken(without("content-type"))).event).not.toHaveProperty("datacontenttype");
  });

  it.each([
    ["percent-encoded characters", "Euro%20%E2%82%AC%20%F0%9F%98%80", "Euro € 😀"],
    ["what was encoded without need", "%41%2d1", "A-1"],
    ["what is encoded twice, once", "100%2525", "100%25"],
    ["a plus sign as such", "a+b", "a+b"],
    ["quoted text", '"two words, \\"quoted\\" \\\\"', 'two words, "quoted" \\'],
    ["a quotation mark that is not closed", '5" disk', '5" disk'],
  ])("reads %s", async (_, header, value) => {
    expect((await taken({ ...HEADERS, "ce-note": header })).event).toMatchObject({ note: value });
  });

  it("reads whatever text a sender encodes by the binding", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 100 }), async (note) => {
        const { event } = await taken({ ...HEADERS, "ce-note": encodeURIComponent(note) });

        expect(event).toMatchObject({ note });
      }),
    );
  });

  it.each([
    ["/id", { "ce-id": "" }, "must not be empty"],
    ["/specversion", { "ce-specversion": "0.3" }, "must be 1.0"],
    ["/time", { "ce-time": "noon" }, "RFC 3339"],
    ["/type", { "ce-type": "module.exploded" }, "module.inserted"],
    ["/note", { "ce-note": "50%" }, "%25"],
    ["/note", { "ce-note": "%C0%A0" }, "percent-encoding"],
    ["/note", { "ce-note": "%E2%82" }, "percent-encoding"],
    ["/datacontenttype", { "content-type": "text/plain" }, "JSON"],
    ["/datacontenttype", { "content-type": "" }, "JSON"],
    ["/datacontenttype", { "ce-datacontenttype": "application/json" }, "Content-Type"],
    ["/data", { "ce-data": "x" }, "body"],
    ["/data_base64", { "ce-data_base64": "AA==" }, "data"],
  ])("names %s when the headers have %j", async (pointer, headers, detail) => {
    const { answer, event } = await taken({ ...HEADERS, ...headers });

    expect(answer).toMatchObject({
      status: 400,
      headers: { "content-type": "application/problem+json" },
      body: { errors: [{ pointer, detail: expect.stringContaining(detail) }] },
    });
    expect(event).toBeUndefined();
  });

  it.each([
    ["/data/slot", '{"slot":"M9"}', "M1"],
    ["/data/slot", "{}", "is required"],
    ["/data", "", "is required"],
    ["/data", "7", "must be an object"],
    ["/data", "{", "is not JSON"],
    ["", Buffer.from([0x7b, 0xff, 0x7d]), "UTF-8"],
  ])("names %j when the body is %j", async (pointer, body, detail) => {
    expect((await taken(HEADERS, body)).answer).toMatchObject({
      status: 400,
      body: { errors: [{ pointer, detail: expect.stringContaining(detail) }] },
    });
  });

  it("names every header that cannot be read at once", async () => {
    const { answer } = await taken({ ...HEADERS, "content-type": "text/plain", "ce-a": "%", "ce-b": "%x" }, "{");

    expect(answer).toMatchObject({
      body: { errors: [{ pointer: "/datacontenttype" }, { pointer: "/a" }, { pointer: "/b" }] },
    });
  });

  it.each(["application/json", "text/plain"])("is not what %s without ce-specversion is", async (mediaType) => {
    const { answer } = await taken({ ...without("ce-specversion"), "content-type": mediaType });

    expect(answer).toMatchObject({ status: 415, body: { type: "/problems/unsupported-media-type" } });
  });

  it.each(["application/cloudevents+avro", "application/cloudevents-batch+avro"])(
    "is not what %s is, whatever the headers",
    async (mediaType) => {
      expect((await taken({ ...HEADERS, "content-type": mediaType })).answer).toMatchObject({ status: 415 });
    },
  );

  it("is not what a whole event is, whatever the other headers", async () => {
    const headers = { ...HEADERS, "content-type": "application/cloudevents+json", "ce-id": "other" };

    expect((await taken(headers, JSON.stringify(cloudEvent()))).event).toMatchObject({ id: "e-1" });
  });

  it("refuses more than 1 MiB, and an event over 16 KiB", async () => {
    expect((await taken(HEADERS, " ".repeat(1024 * 1024 + 1))).answer).toMatchObject({ status: 413 });
    expect((await taken({ ...HEADERS, "ce-note": "x".repeat(17_000) })).answer).toMatchObject({ status: 400 });
  });
});

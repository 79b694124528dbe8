import { describe, expect, it } from "@jest/globals";
import { cloudEvent, rememberingBus } from "../../support/api-events.ts";
import { BATCH, post, postBatch, postEvent, SINGLE } from "../../support/posting.ts";

const refusal = (status: number, detail: string) => ({
  status,
  headers: { "content-type": "application/problem+json" },
  body: { status, errors: [{ pointer: "", detail: expect.stringContaining(detail) }] },
});

describe("POST /events", () => {
  it.each([
    ["is missing an attribute", { source: undefined }, "/source"],
    ["is of an unknown type", { type: "module.exploded" }, "/type"],
    ["names an unknown slot", { data: { slot: "S0" } }, "/data/slot"],
    ["has a malformed time", { time: "12:00" }, "/time"],
    ["is from before 2000", { time: "1980-01-01T00:00:00Z" }, "/time"],
    ["is more than 5 minutes ahead", { time: "2026-03-01T12:05:01Z" }, "/time"],
    ["is over 16 KiB", { note: "x".repeat(17_000) }, ""],
    ["carries binary data", { data_base64: "AA==" }, "/data_base64"],
    ["says that its data is no JSON", { datacontenttype: "text/plain" }, "/datacontenttype"],
    ["has an id of over 128 characters", { id: "x".repeat(129) }, "/id"],
    ["has a source of over 256 characters", { source: "x".repeat(257) }, "/source"],
  ])("refuses an event that %s", async (_, change, pointer) => {
    const bus = rememberingBus();
    const errors = [{ pointer, detail: expect.any(String) }];

    expect(await postEvent(cloudEvent(change), bus)).toMatchObject({
      status: 400,
      headers: { "content-type": "application/problem+json" },
      body: { type: "/problems/invalid-input", errors, results: [{ index: 0, status: "rejected", errors }] },
    });
    expect(bus.entries).toEqual([]);
  });

  it("refuses a batch of which no event is valid, with the faults of all", async () => {
    const answer = await postBatch([cloudEvent({ id: "" }), cloudEvent({ time: "x" })]);

    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: "/0/id" }, { pointer: "/1/time" }], results: [{ id: null }, { id: "e-1" }] },
    });
  });

  it.each([
    ["{", "is not JSON"],
    ['{"id":"1",}', "position 10"],
    ['{"id":wrong}', "wrong"],
    ["", "is empty"],
    [" \n", "is empty"],
    [`${"[".repeat(600_000)}`, "is not JSON"],
  ])("refuses the body %.20j, saying that it %s", async (body, detail) => {
    expect(await post(body, SINGLE)).toMatchObject(refusal(400, detail));
  });

  it("refuses a body that is not UTF-8", async () => {
    expect(await post(Buffer.from([0x7b, 0xff, 0x7d]), SINGLE)).toMatchObject(refusal(400, "UTF-8"));
  });

  it("refuses an empty batch", async () => {
    expect(await postBatch([])).toMatchObject(refusal(400, "at least one event"));
  });

  it("refuses a batch that is no array, and names the media type of a single event", async () => {
    expect(await postBatch(cloudEvent())).toMatchObject(refusal(400, SINGLE));
  });

  it("refuses an array as a single event, and names the media type of a batch", async () => {
    expect(await postEvent([cloudEvent()])).toMatchObject(refusal(400, BATCH));
  });

  it("refuses more than 500 events", async () => {
    expect(await postBatch(new Array(501).fill({}))).toMatchObject({ status: 413, body: { status: 413 } });
  });

  it.each([
    ["text", " ".repeat(1024 * 1024 + 1)],
    ["characters of two bytes", "é".repeat(512 * 1024 + 1)],
    ["base64", Buffer.alloc(1024 * 1024 + 1, " ")],
  ])("refuses more than 1 MiB of %s", async (_, body) => {
    expect(await post(body, BATCH)).toMatchObject({ status: 413, body: { type: "/problems/payload-too-large" } });
  });

  it.each(["application/json", "text/plain", "application/cloudevents+avro", "application/cloudevents", ""])(
    "refuses the media type %j and names the three that it takes",
    async (contentType) => {
      const answer = await post(JSON.stringify(cloudEvent()), contentType);

      expect(answer).toMatchObject({ status: 415, body: { type: "/problems/unsupported-media-type" } });
      for (const name of [SINGLE, BATCH, "application/json"]) expect(JSON.stringify(answer.body)).toContain(name);
    },
  );
});

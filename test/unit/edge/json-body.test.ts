import { describe, expect, it } from "@jest/globals";
import * as z from "zod/mini";
import { endpoint, json } from "../../../shared/edge/http.ts";
import { jsonBodyOf } from "../../../shared/edge/json-body.ts";
import { sendToAny } from "../../support/api.ts";
import { keptLog } from "../../support/api-events.ts";

const Body = z.strictObject({ name: z.string(), colours: z.optional(z.array(z.enum(["red", "green"]))) });
const echoing = endpoint<"accept-events">(
  { "POST /events": async (request) => json(200, jsonBodyOf(request, Body)) },
  keptLog(),
);

const post = (body: string | Buffer, contentType = "application/json") =>
  sendToAny(echoing, { method: "POST", target: "/events", headers: { "Content-Type": contentType }, body });

describe("a JSON body", () => {
  it.each(["application/json", "Application/JSON; charset=utf-8"])(
    "is read as %s, as text and as bytes",
    async (type) => {
      const body = '{"name":"Zürich","colours":["red"]}';

      for (const sent of [body, Buffer.from(body)])
        expect(await post(sent, type)).toMatchObject({ status: 200, body: JSON.parse(body) });
    },
  );

  it.each(["text/plain", "application/cloudevents+json", ""])("is refused as %j, naming what to send", async (type) => {
    expect(await post("{}", type)).toMatchObject({
      status: 415,
      headers: { accept: "application/json" },
      body: { detail: "Send the body as application/json." },
    });
  });

  it.each([
    ["", "", "is empty"],
    ["{", "", "is not JSON"],
    ["[]", "", "must be an object"],
    ["{}", "/name", "is required"],
    ['{"name":7}', "/name", "must be a string"],
    ['{"name":"a","colours":["red","blue"]}', "/colours/1", "must be red or green"],
    ['{"name":"a","colour":"red"}', "/colour", "is unknown; there are name, colours"],
    ['{"name":"a","__proto__":{}}', "/__proto__", "is unknown"],
  ])("%s is refused at %j: %s", async (body, pointer, detail) => {
    expect(await post(body)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer, detail: expect.stringContaining(detail) }] },
    });
  });

  it("names every unknown member, and of very many the first", async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`x${index}`, 1]));

    expect(await post(JSON.stringify({ name: "a", x: 1, y: 2 }))).toMatchObject({
      body: { errors: [{ pointer: "/x" }, { pointer: "/y" }] },
    });
    expect((await post(JSON.stringify({ name: "a", ...many }))).body).toMatchObject({
      errors: expect.arrayContaining([{ pointer: "", detail: "and 10 more like these" }]),
    });
  });

  it("is refused when it is no text in UTF-8", async () => {
    expect(await post(Buffer.of(0x22, 0xff, 0x22))).toMatchObject({
      status: 400,
      body: { detail: "The body is not UTF-8." },
    });
  });

  it("is refused when it is larger than 1 MiB", async () => {
    expect(await post(`"${"x".repeat(1024 * 1024)}"`)).toMatchObject({ status: 413 });
  });
});

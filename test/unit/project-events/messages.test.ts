import { describe, expect, it } from "@jest/globals";
import { readMessage } from "../../../functions/project-events/messages.ts";
import { chassisEntry, eventOf, SENT_AT, singleEvent } from "./queued.ts";

const sent = new Date(SENT_AT).toISOString();

describe("a message of the queue", () => {
  it("carries the events of one chassis", () => {
    const { entry, faulty } = readMessage(
      chassisEntry("rack-1", [eventOf("rack-1", "a"), eventOf("rack-1", "b")]),
      SENT_AT,
    );

    expect(entry?.chassisId).toBe("rack-1");
    expect(entry?.events.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(faulty).toBeNull();
  });

  it("or one CloudEvent that a producer put on the bus itself", () => {
    const { entry, faulty } = readMessage(singleEvent(eventOf("rack-1", "a")), SENT_AT);

    expect(entry).toMatchObject({ chassisId: "rack-1", events: [{ id: "a", recordedtime: sent }] });
    expect(faulty).toBeNull();
  });

  it("keeps the receipt that the API has stamped", () => {
    const stamped = { ...eventOf("rack-1", "a"), recordedtime: "2026-03-01T11:59:58.500Z" };

    const { entry } = readMessage(chassisEntry("rack-1", [stamped]), SENT_AT);

    expect(entry?.events[0]?.recordedtime).toBe("2026-03-01T11:59:58.500Z");
  });

  it.each([
    ["is missing", {}],
    ["is no time", { recordedtime: "yesterday" }],
    ["is after the queue took the message", { recordedtime: "2026-03-01T12:00:09.000Z" }],
  ])("takes as the receipt when it was sent, where the stamp %s", (_, stamp) => {
    const { entry } = readMessage(chassisEntry("rack-1", [{ ...eventOf("rack-1", "a"), ...stamp }]), SENT_AT);

    expect(entry?.events[0]?.recordedtime).toBe(sent);
  });

  it("does not believe a producer of single events when they were received", () => {
    const backdated = { ...eventOf("rack-1", "a"), recordedtime: "2026-03-01T11:00:00.000Z" };

    const { entry } = readMessage(singleEvent(backdated), SENT_AT);

    expect(entry?.events[0]?.recordedtime).toBe(sent);
  });

  it.each([
    ["is not JSON", "{", "not JSON"],
    ["is no object", "[]", "must be an object"],
    ["is not from the bus", "{}", "/detail-type is required; /detail is required"],
    ["names no chassis", chassisEntry(undefined, [eventOf("rack-1", "a")]), "/detail/chassisId is required"],
    ["has no events", chassisEntry("rack-1", []), "/detail/events must be at least 1"],
    ["is of another service", singleEvent({ bucket: "photos" }), "/detail/type is required"],
  ])("cannot be projected at all when it %s", (_, body, reason) => {
    const { entry, faulty } = readMessage(body, SENT_AT);

    expect(entry).toBeNull();
    expect(faulty?.message).toBe(body);
    expect(faulty?.reason).toContain(reason);
  });

  it("gives its right events, and of the faulty ones a message with the reason for each", () => {
    const nowhere = eventOf("rack-1", "b", { slot: "M3" });
    const stray = eventOf("rack-2", "c");

    const { entry, faulty } = readMessage(chassisEntry("rack-1", [eventOf("rack-1", "a"), nowhere, stray]), SENT_AT);

    expect(entry?.events.map(({ id }) => id)).toEqual(["a"]);
    expect(JSON.parse(faulty?.message ?? "")).toEqual(JSON.parse(chassisEntry("rack-1", [nowhere, stray])));
    expect(faulty?.reason).toMatch(
      /^\/detail\/events\/1\/data\/slot .*; \/detail\/events\/2\/subject is not the entry's rack-1$/,
    );
  });

  it("gives its faulty events in a form that can be sent again once they are right", () => {
    const nowhere = eventOf("rack-1", "b", { slot: "M3" });
    const { faulty } = readMessage(chassisEntry("rack-1", [eventOf("rack-1", "a"), nowhere]), SENT_AT);

    const corrected = readMessage(faulty?.message.replace("M3", "M2") ?? "", SENT_AT);

    expect(corrected.entry?.events.map(({ id }) => id)).toEqual(["b"]);
    expect(corrected.faulty).toBeNull();
  });
});

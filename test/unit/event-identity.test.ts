import { describe, expect, it } from "@jest/globals";
import { DistinctEvents } from "../../shared/domain/event-identity.ts";
import { exampleEvent } from "../support/record-examples.ts";

const event = exampleEvent("bxr-lon-01", 1);
const receivedLater = { ...event, recordedtime: "2026-03-02T06:00:00.000Z" };
const rival = { ...event, carrier: "operator" as const };

describe("distinct events", () => {
  it("hold an event once, as it was first received", () => {
    expect(new DistinctEvents([event, { ...event }, receivedLater]).values()).toEqual([event]);
    expect(new DistinctEvents([event]).has(receivedLater)).toBe(true);
  });

  it("hold two contents under one identity, each once", () => {
    const distinct = new DistinctEvents([event, rival, event, rival]);

    expect(distinct.values()).toEqual([event, rival]);
    expect(new DistinctEvents([event]).has(rival)).toBe(false);
  });

  it("do not take parts of an identity for each other", () => {
    const one = { ...event, id: "a b", source: "c" };
    const other = { ...event, id: "a", source: "b c" };

    expect(new DistinctEvents([one]).has(other)).toBe(false);
    expect(new DistinctEvents([one, other]).values()).toEqual([one, other]);
  });
});

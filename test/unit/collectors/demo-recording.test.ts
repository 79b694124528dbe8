import { describe, expect, test } from "@jest/globals";
import { RECORDED_FLEET, readRecording, shifted, shiftToEndAt } from "../../../infra/embedded/demo/recording.ts";
import { identityOf } from "../../../shared/domain/event-identity.ts";
import { ChassisEvent } from "../../../shared/domain/events.ts";

const { capture, observations } = await readRecording();
const events = [...capture.events, ...observations];

describe("the bundled recording", () => {
  test("holds valid events only, each with an identity of its own", () => {
    for (const event of events) expect(ChassisEvent.parse(event)).toEqual(event);
    expect(new Set(events.map((event) => `${event.subject} ${identityOf(event)}`)).size).toBe(events.length);
  });

  test("gives the same events each time it is read", async () => {
    expect(await readRecording()).toEqual({ capture, observations });
  });

  test("tells of every chassis of its fleet and of no other", () => {
    expect(new Set(events.map(({ subject }) => subject))).toEqual(new Set(RECORDED_FLEET.keys()));
  });

  test("has every line accounted for, and only one that the dialect does not know", () => {
    expect(capture.unrecognised.map(({ line }) => line)).toEqual([expect.stringContaining("OSPF")]);
    expect(capture.withoutMeaning.length).toBeGreaterThan(5);
  });

  test("names each standby that became ready, though its message does not", () => {
    const ready = capture.events.filter(({ type }) => type === "standby.ready");

    expect(ready.map(({ subject, data }) => [subject, data["slot"]])).toEqual([
      ["bxr-par-01", "M2"],
      ["bxr-fra-01", "M2"],
      ["bxr-fra-02", "M1"],
      ["bxr-lon-01", "M1"],
      ["bxr-ams-01", "M2"],
      ["bxr-ams-01", "M2"],
      ["bxr-waw-01", "M2"],
    ]);
  });

  test("can be moved as a whole to end at another time", () => {
    const end = Date.parse("2027-01-01T00:00:00.000Z");
    const shift = shiftToEndAt(events, new Date(end));
    const moved = events.map((event) => shifted(event, shift));
    const last = Math.max(...moved.map(({ time }) => Date.parse(time)));

    expect(end - last).toBeGreaterThanOrEqual(0);
    expect(end - last).toBeLessThan(1000);
    expect(moved.map((event) => shifted(event, -shift))).toEqual(events);
  });
});

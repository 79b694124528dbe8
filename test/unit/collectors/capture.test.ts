import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { collectCapture } from "../../../collectors/capture.ts";
import { newContext } from "../../../collectors/syslog-context.ts";

const collect = (...lines: string[]) =>
  collectCapture(lines.join("\n"), (host) => (host.startsWith("bxr") ? newContext(host, 8) : undefined));

describe("a capture", () => {
  test("gives each line its number as the order of receipt, blank lines counted", () => {
    const { events } = collect(
      "2026-04-06T10:57:20.400Z bxr-1 Cold start",
      "",
      "2026-04-06T12:57:21.5+02:00 bxr-2 Warm start",
    );

    expect(events.map(({ sequence, subject, time }) => [sequence, subject, time])).toEqual([
      ["1", "bxr-1", "2026-04-06T10:57:20.400Z"],
      ["3", "bxr-2", "2026-04-06T10:57:21.500Z"],
    ]);
  });

  test("keeps what it learns of one chassis apart from the others", () => {
    const { events, unrecognised } = collect(
      "2026-04-06T10:57:20Z bxr-1 Management module at slot 9 state changed from standby to active.",
      "2026-04-06T10:57:21Z bxr-2 System: Standby Management Module was ready",
      "2026-04-06T10:57:22Z bxr-1 System: Standby Management Module was ready",
    );

    expect(events.at(-1)).toMatchObject({ type: "standby.ready", subject: "bxr-1", data: { slot: "M2" } });
    expect(unrecognised.map(({ order }) => order)).toEqual([2]);
  });

  test.each([
    ["has no time", "bxr-1 Cold start"],
    ["has a time that is none", "2026-13-06T10:57:20Z bxr-1 Cold start"],
    ["comes from a host that is no known chassis", "2026-04-06T10:57:20Z printer-1 Cold start"],
  ])("reports a line that %s", (_, line) => {
    expect(collect(line)).toEqual({
      events: [],
      withoutMeaning: [],
      unrecognised: [{ order: 1, line, reason: expect.any(String) }],
    });
  });

  test("loses no line, whatever it holds", () => {
    const text = fc.string({ unit: "binary" });
    const line = fc.oneof(
      text,
      text.map((said) => `2026-04-06T10:57:20Z bxr-1 ${said}`),
    );

    fc.assert(
      fc.property(line, (said) => {
        const { events, withoutMeaning, unrecognised } = collect(said);
        const lines = said.split(/\r?\n/).filter((part) => part.trim() !== "");

        expect(events.length + withoutMeaning.length + unrecognised.length).toBe(lines.length);
      }),
    );
  });
});

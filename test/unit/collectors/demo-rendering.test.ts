import { describe, expect, test } from "@jest/globals";
import { readRecording } from "../../../infra/embedded/demo/recording.ts";
import { renderHistory } from "../../../infra/embedded/demo/story.ts";
import { LINE_WIDTH, renderFleet, wrap } from "../../../infra/embedded/demo/table.ts";
import type { FleetItem } from "../../../shared/domain/fleet-item.ts";

const ready: FleetItem = {
  chassisId: "bxr-lon-02",
  activeSlot: "M1",
  activeConfidence: "reported",
  redundancy: "ready",
  syncStatus: "in-sync",
  bootSource: "primary-flash",
  switchoverReady: true,
  findings: [],
  lastEventAt: "2026-03-02T09:12:08.000Z",
  revision: 12,
};

const lost: FleetItem = {
  ...ready,
  chassisId: "bxr-mad-01",
  activeSlot: null,
  redundancy: "no-management-module",
  syncStatus: "not-applicable",
  bootSource: null,
  switchoverReady: false,
  findings: ["no-active", "headless", "running-version-mismatch", "boot-source-fallback", "config-loss-possible"],
};

const linesOf = (text: string) => text.trimEnd().split("\n");

describe("the fleet as a table", () => {
  test("has a line for each chassis, and its findings below", () => {
    expect(renderFleet([ready, { ...ready, chassisId: "bxr-x", findings: ["boot-code-mismatch"] }])).toBe(
      [
        "CHASSIS     ACTIVE  REDUNDANCY  SYNC     BOOTS FROM     SWITCHOVER",
        "------------------------------------------------------------------",
        "bxr-lon-02  M1      ready       in-sync  primary-flash  ready",
        "bxr-x       M1      ready       in-sync  primary-flash  ready",
        "            boot-code-mismatch",
        "",
      ].join("\n"),
    );
  });

  test("keeps to the width of a terminal, whatever the fleet is like", () => {
    const lines = linesOf(renderFleet([ready, lost, { ...lost, chassisId: "x".repeat(128) }]));

    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(LINE_WIDTH);
  });
});

describe("the story of a chassis", () => {
  test("is one line an event, or more where the words do not fit, within the width of a terminal", async () => {
    const { capture, observations } = await readRecording();
    const history = [...capture.events, ...observations].map((event) => ({
      event,
      disposition: "no-effect" as const,
      reason: "it says what was known before it, by another carrier",
    }));
    const lines = linesOf(renderHistory(history));

    expect(lines.length).toBeGreaterThan(history.length);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(LINE_WIDTH);
  });

  test("says the time, the carrier, what became of the event and what it says", async () => {
    const { capture } = await readRecording();
    const removal = capture.events.filter(({ type }) => type === "module.removed").slice(0, 1);

    expect(renderHistory(removal.map((event) => ({ event, disposition: "applied", reason: null })))).toBe(
      "  2026-03-02 (UTC)\n  07:02:11  syslog    applied      the module in M1 was taken out\n",
    );
  });
});

describe("wrapping", () => {
  test("breaks between words and leaves a longer word whole", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"]);
    expect(wrap("one immeasurable word", 5)).toEqual(["one", "immeasurable", "word"]);
  });
});

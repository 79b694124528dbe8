import { readFile } from "node:fs/promises";
import { describe, expect, it } from "@jest/globals";
import { renderEventPage } from "../../../scripts/event-page.ts";
import { EVENT_TYPES } from "../../../shared/edge/event-types.ts";
import { parseEvent } from "../../../shared/edge/parse-event.ts";

const page = renderEventPage();

/** The sections of the page by their headings. */
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf("\n")), section]),
);

describe("docs/events.md", () => {
  it("says what the schemas say; if it does not, `npm run docs` refreshes it", async () => {
    const committed = await readFile(new URL("../../../docs/events.md", import.meta.url), "utf8");

    expect(committed).toBe(page);
  });

  it("has a section for every type of event", () => {
    expect([...sections.keys()]).toEqual(EVENT_TYPES);
  });

  it("says of every field which values it takes and what it means", () => {
    const rows = page.split("\n").filter((line) => line.startsWith("| `"));

    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows)
      expect(row).toMatch(/^\| `[\w.[\]]+` \| (required|optional) \| [^|]+ \| [A-Z0-9][^|]+\. \|$/);
  });

  it.each([
    ["module.removed", "| `slot` | required | `M1`, `M2`, `S1` to `S32` | The slot of the module. |"],
    ["interface-module.resynced", "| `slot` | required | `S1` to `S32` |"],
    ["module.booted", "| `versions.flashCode` | optional | text |"],
    ["module.status-changed", "| `errorCode` | optional | text or number |"],
    ["card.inserted", "| `card` | required | `1`, `2` |"],
    ["boot-source.configured", "| `order` | required | list of at most 6: `primary-flash`, "],
    ["redundancy.configured", "| `syncPeriodSeconds` | optional | whole number, at most 3600 |"],
    ["config.saved", "| `revision` | optional | whole number, 0 or more | The revision that was saved. |"],
    ["chassis.observed", "| `nextWithinSeconds` | optional | number above 0 |"],
    ["chassis.observed", "| `startedAt` | required | RFC 3339 time |"],
    ["chassis.observed", "| `modules[].slot` | required | `M1`, `M2`, `S1` to `S32` |"],
    ["chassis.observed", "| `modules[].versions.bootCode` | optional | text |"],
  ])("reads of %s: %s", (type, row) => {
    expect(sections.get(type)).toContain(row);
  });
});

describe("example of an event", () => {
  it.each(EVENT_TYPES)("of %s is a whole and valid one", (type) => {
    const [, json = ""] = /```json\n(.*?)```/s.exec(sections.get(type) ?? "") ?? [];
    const example = JSON.parse(json);
    const read = parseEvent(example, Date.parse("2026-03-01T12:00:01.000Z"));

    expect(example).toMatchObject({ type });
    expect(read).toEqual({ ok: true, event: { ...example, recordedtime: "2026-03-01T12:00:01.000Z" } });
  });
});

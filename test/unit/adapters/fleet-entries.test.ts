import { describe, expect, it } from "@jest/globals";
import { entryIn, entryText } from "../../../shared/adapters/fleet-entries.ts";
import { FINDING_CODES } from "../../../shared/domain/findings/catalogue.ts";

describe("an entry of the fleet index", () => {
  it("tells of every finding by a mark of its own, two letters long", () => {
    const findings = FINDING_CODES.map((code, index) => ({ code, count: 1 + (index % 3), oldestAt: 1_000 * index }));
    const marks = [...entryText({ chassisId: "rack-01", findings }).matchAll(/(?<=[ ,])([^:,]+):/g)].map(
      ([, mark]) => mark,
    );

    expect(marks).toHaveLength(FINDING_CODES.length);
    expect(new Set(marks).size).toBe(FINDING_CODES.length);
    for (const mark of marks) expect(mark).toMatch(/^[a-z]{2}$/);
    expect(entryIn(entryText({ chassisId: "rack-01", findings }))).toEqual({ chassisId: "rack-01", findings });
  });

  it("that an earlier version wrote is read as well", () => {
    expect(entryIn("rack-01 sync-stale:rs:2")).toEqual({
      chassisId: "rack-01",
      findings: [{ code: "sync-stale", count: 2, oldestAt: 1000 }],
    });
  });
});

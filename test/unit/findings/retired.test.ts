import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { codesOf, findings, timeAt, twinAfter } from "./finding-story.ts";

const TROUBLE: readonly Line[] = [
  [0, "module.removed", { slot: "M2" }, { id: "removal" }],
  [5, "image.updated", { slot: "M1", image: "primary", version: "2.8.0", verified: false }],
  [9, "interface-module.out-of-sync", { slot: "S3" }],
  [10, "module.inserted", { slot: "M2" }],
  [
    20,
    "chassis.observed",
    { startedAt: timeAt(19), nextWithinSeconds: 60, modules: [{ slot: "M1", status: "running", role: "active" }] },
  ],
];
const RETIRED: Line = [100, "chassis.retired", { by: "ops", reason: "replaced" }];

describe("a retired chassis", () => {
  test("has no findings and no expectations, then and later", () => {
    expect(codesOf(twinAfter(TROUBLE, 99))).not.toEqual([]);

    for (const asOf of [100, 5000]) {
      const { findings: open, expectations, retired } = twinAfter([...TROUBLE, RETIRED], asOf);
      expect({ open, expectations, retired }).toEqual({ open: [], expectations: [], retired: true });
    }
  });

  test("keeps what was known of it", () => {
    const { activeSlot, switchover, modules, revision } = twinAfter([...TROUBLE, RETIRED]);

    expect([activeSlot, switchover.count, modules.M1.versions.primary]).toEqual(["M1", 0, "2.8.0"]);
    expect(revision).toBe(twinAfter(TROUBLE).revision + 1);
  });

  test("comes back with any later event, and with the findings that are open still", () => {
    const twin = twinAfter([...TROUBLE, RETIRED, [200, "session.opened", { sessionId: "cli-2", kind: "cli" }]]);

    expect(twin.retired).toBeUndefined();
    expect(codesOf(twin)).toEqual(["image-suspect", "standby-not-ready", "interface-module-out-of-sync", "silent"]);
    expect(findings(twin, "silent")).toMatchObject([{ since: 110 }]);
  });
});

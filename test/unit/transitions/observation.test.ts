import { describe, expect, test } from "@jest/globals";
import {
  type Line,
  observed,
  openFindings,
  outcomesFromGoodOrder,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

const M1 = { slot: "M1", status: "running", role: "active", serialNumber: "A1" };
const M2 = { slot: "M2", status: "running", role: "standby", standbyState: "ready", serialNumber: "B1" };
const EMPTY = { slot: "M2", status: "empty" };

describe("T21: an observation", () => {
  test("that shows what is known confirms it, with no effect", () => {
    const story = [observed(0, [M1, M2])];

    expect(outcomesFromGoodOrder(story)).toMatchObject([{ disposition: "no-effect" }]);
    expect(tellFromGoodOrder(story)).toMatchObject({ redundancy: "ready", switchover: { ready: true }, findings: [] });
  });

  test("says nothing of a slot without a row", () => {
    expect(tellFromGoodOrder([observed(0, [M1]), observed(9, [])])).toMatchObject({
      redundancy: "ready",
      modules: { M2: { presence: "present", role: "standby", standbyState: "ready" } },
    });
  });

  test("replaces older facts slot by slot", () => {
    const twin = tellFromGoodOrder([
      observed(0, [
        { ...M1, versions: { bootCode: "2.7.9" } },
        { slot: "M2", status: "coming-up", role: "coming-up" },
      ]),
    ]);

    expect(twin).toMatchObject({
      activeSlot: "M1",
      redundancy: "simplex",
      modules: { M1: { versions: { bootCode: "2.7.9" } }, M2: { status: "coming-up", role: "standby" } },
    });
  });

  test("believes a running module absent only the second time it shows its slot empty", () => {
    expect(tellFromGoodOrder([observed(0, [M1, EMPTY])])).toMatchObject({
      redundancy: "ready",
      modules: { M2: { presence: "present", status: "running" } },
    });
    expect(tellFromGoodOrder([observed(0, [M1, EMPTY]), observed(60, [M1, EMPTY])])).toMatchObject({
      redundancy: "simplex",
      modules: { M2: { presence: "absent", serialNumber: null } },
    });
  });

  test("begins to count empty rows anew when the module is seen again", () => {
    const twin = tellFromGoodOrder([observed(0, [EMPTY]), observed(60, [M2]), observed(120, [EMPTY])]);

    expect(twin.modules.M2.presence).toBe("present");
  });

  test("believes a module absent at once that did not run", () => {
    const twin = tellFromGoodOrder([[0, "module.reset", { slot: "M2" }], observed(10, [EMPTY])]);

    expect(twin.modules.M2).toMatchObject({ presence: "absent", role: "none" });
  });

  test("cannot undo what changed since it began, but its serials and versions still count", () => {
    const reset: Line = [10, "module.reset", { slot: "M2" }];
    const row = { ...M2, versions: { bootCode: "2.7.9" } };

    expect(tellFromGoodOrder([reset, observed(12, [row], { begun: 9 })])).toMatchObject({
      redundancy: "simplex",
      modules: { M2: { status: "coming-up", versions: { bootCode: "2.7.9" } } },
    });
    expect(tellFromGoodOrder([reset, observed(12, [row], { begun: 11 })])).toMatchObject({
      redundancy: "ready",
      modules: { M2: { status: "running", role: "standby" } },
    });
  });

  test("of a module exchanged since it began names the old one", () => {
    const exchanged: Line[] = [
      [10, "module.removed", { slot: "M2" }],
      [11, "module.inserted", { slot: "M2", serialNumber: "B2" }],
    ];

    expect(tellFromGoodOrder([...exchanged, observed(12, [M2], { begun: 9 })])).toMatchObject({
      modules: { M2: { serialNumber: "B2", status: "coming-up" } },
    });
  });

  test("that shows another active module in the active's place keeps the role, until one repeats it", () => {
    const exchanged = { ...M1, serialNumber: "A9" };
    const once = tellFromGoodOrder([observed(0, [exchanged])]);

    expect(once).toMatchObject({
      activeSlot: "M1",
      activeConfidence: "unknown",
      redundancy: "synchronizing",
      sync: { status: "unknown" },
      modules: { M1: { role: "active", serialNumber: "A9", versions: { primary: null } } },
      switchover: { count: 0 },
    });
    expect(openFindings(once)).toEqual(["standby-not-ready M2", "missed-event"]);
    expect(tellFromGoodOrder([observed(0, [exchanged]), observed(60, [exchanged])]).activeConfidence).toBe("reported");
  });

  test("sets an impossible row aside, and takes the others", () => {
    const twin = tellFromGoodOrder([
      observed(0, [
        { ...M1, versions: { bootCode: "2.7.9" } },
        { ...EMPTY, role: "standby" },
      ]),
    ]);

    expect(twin).toMatchObject({
      redundancy: "ready",
      modules: { M1: { versions: { bootCode: "2.7.9" } }, M2: { presence: "present" } },
    });
    expect(openFindings(twin)).toEqual(["boot-code-mismatch M1 M2", "contradictory-report"]);
  });

  test("that agrees with the state closes a contradiction before it", () => {
    const garbage: Line = [0, "standby.ready", { slot: "M1" }];

    expect(openFindings(tellFromGoodOrder([garbage], 24 * 3600 - 1))).toEqual(["contradictory-report"]);
    expect(openFindings(tellFromGoodOrder([garbage], 24 * 3600))).toEqual([]);
    expect(openFindings(tellFromGoodOrder([garbage, observed(60, [M1, M2])]))).toEqual([]);
    expect(openFindings(tellFromGoodOrder([garbage, observed(60, [M1, M2], { begun: -1 })]))).toEqual([
      "contradictory-report",
    ]);
  });

  test("learns the management address, which stays known", () => {
    const story = [observed(0, [M1], { managementAddress: "192.0.2.7" }), observed(9, [M1])];

    expect(tellFromGoodOrder(story).management.address).toBe("192.0.2.7");
  });

  test("that promised the next one opens silence after one and a half times the promised time", () => {
    const promise = observed(0, [M1, M2], { nextWithinSeconds: 60 });

    expect(tellFromGoodOrder([promise], 89)).toMatchObject({
      switchover: { ready: true },
      expectations: [{ code: "silent", dueAt: "2026-01-01T00:01:30.000Z" }],
    });
    expect(tellFromGoodOrder([promise], 90).switchover).toMatchObject({ ready: false, reasons: [{ code: "silent" }] });
    expect(openFindings(tellFromGoodOrder([promise], 90))).toEqual(["silent"]);
    expect(tellFromGoodOrder([promise, observed(90, [M1])], 900)).toMatchObject({ expectations: [], findings: [] });
  });

  test("that shows the other module active and the old one rebooting tells of a switchover, not of its cause (T11)", () => {
    const twin = tellFromGoodOrder([
      observed(10, [
        { slot: "M1", status: "coming-up", role: "coming-up" },
        { slot: "M2", status: "running", role: "active" },
      ]),
    ]);

    expect(twin).toMatchObject({
      activeSlot: "M2",
      switchover: { count: 1, last: { cause: "unknown", approximate: true } },
      modules: { M1: { status: "coming-up", role: "standby" } },
    });
    expect(openFindings(twin)).toContain("missed-event");
  });
});

import { describe, expect, test } from "@jest/globals";
import { type Line, outcomesFromGoodOrder, tellFromGoodOrder } from "../../support/chassis-story.ts";

describe("P13: interface modules", () => {
  test("one that was overwritten is said to have interrupted traffic when it is in sync again", () => {
    const outcomes = outcomesFromGoodOrder([
      [10, "interface-module.out-of-sync", { slot: "S3" }],
      [20, "interface-module.resynced", { slot: "S3", overwritten: true }],
    ]);

    expect(outcomes.at(-1)).toMatchObject({
      disposition: "applied",
      note: "its data was overwritten, so traffic on S3 may have been interrupted",
    });
  });

  test("one that comes back as it was says nothing of traffic", () => {
    const outcomes = outcomesFromGoodOrder([
      [10, "interface-module.out-of-sync", { slot: "S3" }],
      [20, "interface-module.resynced", { slot: "S3", overwritten: false }],
    ]);

    expect(outcomes.at(-1)).toEqual({ disposition: "applied", reason: null, sameAs: null });
  });

  test("one that was said to be overwritten when it fell out of sync may have interrupted traffic, told once", () => {
    const resynced: Line = [20, "interface-module.resynced", { slot: "S3" }];
    const overwritten: Line = [10, "interface-module.out-of-sync", { slot: "S3", overwritten: true }];
    const story = [overwritten, resynced, resynced];

    expect(outcomesFromGoodOrder(story)).toMatchObject([
      { disposition: "applied" },
      { disposition: "applied", note: expect.any(String) },
      { disposition: "no-effect" },
    ]);
    expect(outcomesFromGoodOrder(story)[2]).not.toHaveProperty("note");
  });

  test.each([
    ["nothing was known of", []],
    ["was not overwritten", [[10, "interface-module.out-of-sync", { slot: "S3" }]]],
  ] satisfies [string, Line[]][])("one that %s comes back in sync without a word of traffic", (_what, before) => {
    const outcome = outcomesFromGoodOrder([...before, [20, "interface-module.resynced", { slot: "S3" }]]).at(-1);

    expect(outcome).toEqual({ disposition: "applied", reason: null, sameAs: null });
  });

  test("one that is put in comes up, and nothing is known yet of what it holds", () => {
    const twin = tellFromGoodOrder([
      [10, "interface-module.out-of-sync", { slot: "S3" }],
      [20, "module.inserted", { slot: "S3" }],
    ]);

    expect(twin.interfaceModules).toEqual({ S3: { status: "coming-up", inSync: null } });
    expect(twin.findings).toEqual([]);
  });

  test("their coming and going changes no management role", () => {
    const before = tellFromGoodOrder([], 30);
    const after = tellFromGoodOrder(
      [
        [10, "module.removed", { slot: "S3" }],
        [20, "module.inserted", { slot: "S3" }],
        [25, "module.status-changed", { slot: "S3", to: "running" }],
      ],
      30,
    );

    expect(after.interfaceModules).toEqual({ S3: { status: "running", inSync: null } });
    expect({ modules: after.modules, redundancy: after.redundancy, findings: after.findings }).toEqual({
      modules: before.modules,
      redundancy: before.redundancy,
      findings: before.findings,
    });
  });
});

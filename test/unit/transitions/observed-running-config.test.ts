import { describe, expect, test } from "@jest/globals";
import {
  type Line,
  observed,
  openFindings,
  outcomesFromGoodOrder,
  tell,
  tellFromGoodOrder,
} from "../../support/chassis-story.ts";

const shown = (seconds: number, runningConfig: Record<string, unknown>): Line =>
  observed(seconds, [{ slot: "M1", status: "running", role: "active" }], { runningConfig });
const CHANGED: Line = [-30, "config.changed", { revision: 11, digest: "aa" }];

describe("T7: the running-config as an observation shows it", () => {
  test.each([{ revision: 10 }, {}])("is no change when it is the known one, or unnamed (%j)", (config) => {
    const twin = tellFromGoodOrder([shown(0, config)]);

    expect(outcomesFromGoodOrder([shown(0, config)])).toMatchObject([{ disposition: "no-effect" }]);
    expect(twin).toMatchObject({
      sync: { runningConfig: { status: "in-sync" } },
      modules: { M1: { runningConfig: { revision: 10, digest: null } } },
    });
  });

  test.each([
    ["revision", { revision: 12 }],
    ["digest", { digest: "bb" }],
    ["digest under the same revision", { revision: 11, digest: "bb" }],
    ["revision under the same digest", { revision: 12, digest: "aa" }],
  ])("is an unseen change when it has another %s: the standby's copy is on its way", (_what, config) => {
    const twin = tellFromGoodOrder([CHANGED, shown(0, config)]);

    expect(twin.sync.runningConfig.status).toBe("synchronizing");
    expect(twin.modules.M1.runningConfig).toEqual({ revision: null, digest: null, ...config });
    expect(twin.modules.M2.runningConfig).toEqual({ revision: 11, digest: "aa" });
  });

  test.each([{ revision: 11 }, { digest: "aa" }, { revision: 11, digest: "aa" }])(
    "is none when what it names is the same (%j), and nothing known is forgotten",
    (config) => {
      const twin = tellFromGoodOrder([CHANGED, shown(0, config)]);

      expect(twin.sync.runningConfig.status).toBe("in-sync");
      expect(twin.modules.M1.runningConfig).toEqual({ revision: 11, digest: "aa" });
    },
  );

  test("is learnt where it was not known, which is no change either", () => {
    const digest = tellFromGoodOrder([shown(0, { digest: "cc" })]);
    const revision = tell([[-9, "standby.ready", { slot: "M2" }], shown(0, { revision: 5 })]);

    expect(digest).toMatchObject({
      sync: { runningConfig: { status: "in-sync" } },
      modules: { M1: { runningConfig: { revision: 10, digest: "cc" } } },
    });
    expect(revision).toMatchObject({
      sync: { runningConfig: { status: "in-sync" } },
      modules: { M1: { runningConfig: { revision: 5, digest: null } } },
    });
  });

  test("is nobody's while none is known to be active, or two claim to be", () => {
    const nobody = tell([observed(0, [], { runningConfig: { revision: 5 } })]);
    const two = tellFromGoodOrder([
      observed(
        0,
        [
          { slot: "M1", status: "running", role: "active" },
          { slot: "M2", status: "running", role: "active" },
        ],
        { runningConfig: { revision: 12 } },
      ),
    ]);

    expect(nobody.modules).toMatchObject({ M1: { runningConfig: { revision: null } } });
    expect(two).toMatchObject({ redundancy: "disputed", modules: { M1: { runningConfig: { revision: 10 } } } });
    expect(openFindings(two)).not.toContain("sync-stale M2");
  });
});

import { describe, expect, test } from "@jest/globals";
import { type Line, tell } from "../../support/chassis-story.ts";
import { twinAfter } from "../findings/finding-story.ts";

const M2_EXCHANGED: readonly Line[] = [
  [0, "module.removed", { slot: "M2" }],
  [9, "module.inserted", { slot: "M2", serialNumber: "B2" }],
  [60, "module.booted", { slot: "M2", bootSource: "tftp" }],
];
const UNKNOWN_PAIR: readonly Line[] = [
  [0, "module.role-changed", { slot: "M1", to: "active" }],
  [1, "module.role-changed", { slot: "M2", to: "standby" }],
];
const image = (seconds: number, slot: string, name: string, version: string): Line => [
  seconds,
  "image.updated",
  { slot, image: name, version },
];
const completed = (file: string, contents: Record<string, unknown> = {}): Line => [
  90,
  "sync.completed",
  { file, ...contents },
];
const same = (seconds: number, file: string): Line => [seconds, "sync.compared", { file, result: "same" }];

describe("P19: what a completed copy of the system-config tells", () => {
  const saved = (contents: Record<string, unknown>): Line => [0, "config.saved", contents];

  test.each([
    ["names nothing", { revision: 11, digest: "aa" }, {}, { revision: 11, digest: "aa" }],
    ["names a part", { revision: 11, digest: "aa" }, { digest: "aa" }, { revision: 11, digest: "aa" }],
    ["names the other part", { revision: 11, digest: "aa" }, { revision: 11 }, { revision: 11, digest: "aa" }],
    ["adds the digest", { revision: 11 }, { revision: 11, digest: "aa" }, { revision: 11, digest: "aa" }],
    ["names the digest alone", { revision: 11 }, { digest: "aa" }, { revision: 11, digest: "aa" }],
    ["adds the revision", { digest: "aa" }, { revision: 11, digest: "aa" }, { revision: 11, digest: "aa" }],
    ["names the revision alone", { digest: "aa" }, { revision: 11 }, { revision: 11, digest: "aa" }],
  ])("when it %s, both hold what is known together", (_, known, copied, together) => {
    const { M1, M2 } = twinAfter([saved(known), completed("system-config", copied)]).modules;

    expect([M1.systemConfig, M2.systemConfig]).toEqual([together, together]);
  });

  test.each([
    ["revision", { revision: 12 }, { revision: 12, digest: null }],
    ["revision of the same digest", { revision: 12, digest: "aa" }, { revision: 12, digest: "aa" }],
    ["digest", { digest: "bb" }, { revision: null, digest: "bb" }],
    ["digest of the same revision", { revision: 11, digest: "bb" }, { revision: 11, digest: "bb" }],
  ])("another %s than the active's is the standby's alone, and makes the file different", (_, copied, held) => {
    const known = { revision: 11, digest: "aa" };
    const { modules, sync } = twinAfter([saved(known), completed("system-config", copied)]);

    expect([modules.M1.systemConfig, modules.M2.systemConfig]).toEqual([known, held]);
    expect(sync.systemConfig.status).toBe("different");
  });
});

describe("P19: what a completed copy of the flash code tells", () => {
  const primaries = (lines: readonly Line[]) => {
    const { M1, M2 } = tell(lines).modules;
    return [M1.versions.primary, M2.versions.primary];
  };

  test("the version that it names is the active's too, where that was not known", () => {
    expect(primaries([...UNKNOWN_PAIR, completed("flash-code", { version: "2.8.0" })])).toEqual(["2.8.0", "2.8.0"]);
    expect(primaries([...UNKNOWN_PAIR, completed("flash-code")])).toEqual([null, null]);
  });

  test("another version than the active's is the standby's alone, and makes the file different", () => {
    const lines = [...UNKNOWN_PAIR, image(5, "M1", "primary", "2.7.2a"), completed("flash-code", { version: "2.9.0" })];

    expect(primaries(lines)).toEqual(["2.7.2a", "2.9.0"]);
    expect(tell(lines).sync.flashCode.status).toBe("different");
  });
});

describe("P19: what a comparison that finds a file the same tells", () => {
  test("each image that only one of the modules was known to hold, the other holds too", () => {
    const twin = tell([
      ...UNKNOWN_PAIR,
      image(2, "M1", "primary", "2.8.0"),
      image(3, "M2", "secondary", "2.8.1"),
      image(4, "M1", "monitor", "2.8.2"),
      same(9, "flash-code"),
    ]);
    const held = { primary: "2.8.0", secondary: "2.8.1", monitor: "2.8.2" };

    expect(twin.modules).toMatchObject({ M1: { versions: held }, M2: { versions: held } });
  });

  test("the other way round as well, but never the boot code", () => {
    const twin = tell([
      ...UNKNOWN_PAIR,
      image(2, "M2", "primary", "2.8.0"),
      image(3, "M1", "secondary", "2.8.1"),
      image(4, "M2", "monitor", "2.8.2"),
      image(5, "M2", "boot", "2.8.3"),
      same(9, "flash-code"),
    ]);
    const held = { primary: "2.8.0", secondary: "2.8.1", monitor: "2.8.2" };

    expect(twin.modules.M1.versions).toEqual({ ...held, running: null, bootCode: null });
    expect(twin.modules.M2.versions).toEqual({ ...held, running: null, bootCode: "2.8.3" });
  });

  test.each(["systemConfig", "runningConfig"] as const)(
    "a standby that was exchanged holds the active's %s",
    (part) => {
      const file = part === "systemConfig" ? "system-config" : "running-config";
      const { M1, M2 } = twinAfter([...M2_EXCHANGED, same(70, file)]).modules;
      const other = part === "systemConfig" ? "runningConfig" : "systemConfig";

      expect(M1[part]).toEqual({ revision: 10, digest: null });
      expect(M2[part]).toEqual({ revision: 10, digest: null });
      expect(M2[other]).toEqual({ revision: null, digest: null });
    },
  );

  test("an active that was exchanged holds the standby's system-config", () => {
    const twin = twinAfter([
      [0, "config.saved", { revision: 11, digest: "aa" }],
      [5, "sync.completed", { file: "system-config" }],
      [9, "module.booted", { slot: "M1", serialNumber: "A2" }],
      same(70, "system-config"),
    ]);

    expect(twin.modules.M1.systemConfig).toEqual({ revision: 11, digest: "aa" });
    expect(twin.modules.M2.systemConfig).toEqual({ revision: 11, digest: "aa" });
  });
});

import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { findings, twinAfter } from "./finding-story.ts";

const update = (seconds: number, slot: string, more: Record<string, unknown>, id = "update"): Line => [
  seconds,
  "image.updated",
  { slot, image: "primary", version: "2.8.0", ...more },
  { id },
];
const FAILED_COPY: readonly Line[] = [
  update(0, "M1", { verified: true }),
  [9, "sync.failed", { file: "flash-code" }, { id: "failure" }],
];

describe("image-suspect (P10)", () => {
  const open = (slots: readonly string[], since: number, by: readonly string[]) => [
    { severity: "critical", slots, since, by },
  ];

  test("opens when the verification of a primary image failed, before its copy completes", () => {
    expect(findings(twinAfter([update(0, "M1", { verified: false })], 5), "image-suspect")).toEqual(
      open(["M1"], 0, ["update"]),
    );
  });

  test("opens for the target of a transfer of flash code that ended without completing", () => {
    expect(findings(twinAfter(FAILED_COPY), "image-suspect")).toEqual(open(["M2"], 9, ["failure"]));
  });

  test("opens when the standby is lost, but still there, while flash code is copied to it", () => {
    const twin = twinAfter([update(0, "M1", {}), [9, "module.reset", { slot: "M2" }, { id: "reset" }]]);

    expect(findings(twin, "image-suspect")).toEqual(open(["M2"], 9, ["reset"]));
  });

  test("names both modules once the suspect image was copied, since the first", () => {
    const twin = twinAfter([
      update(0, "M1", { verified: false }),
      [30, "sync.completed", { file: "flash-code", version: "2.8.0" }],
    ]);

    expect(findings(twin, "image-suspect")).toEqual(open(["M1", "M2"], 0, ["update"]));
  });

  test.each<[string, Line]>([
    [
      "another image than the primary",
      [0, "image.updated", { slot: "M2", image: "secondary", version: "2", verified: false }],
    ],
    ["a primary image that was not verified at all", update(0, "M2", {})],
    ["a failed copy of another file", [0, "sync.failed", { file: "system-config" }]],
  ])("stays closed for %s", (_, line) => {
    expect(findings(twinAfter([line]), "image-suspect")).toEqual([]);
  });

  test.each<[string, Line]>([
    ["a copy from a sound source completes", [40, "sync.completed", { file: "flash-code", version: "2.8.0" }]],
    [
      "a comparison with a sound source finds it the same",
      [40, "sync.compared", { file: "flash-code", result: "same" }],
    ],
    ["a verified image replaces it", update(40, "M2", { verified: true })],
    ["its module is removed", [40, "module.removed", { slot: "M2" }]],
  ])("closes when %s", (_, line) => {
    expect(findings(twinAfter([...FAILED_COPY, line]), "image-suspect")).toEqual([]);
  });

  test.each<[string, readonly Line[]]>([
    [
      "a boot",
      [
        [40, "module.reset", { slot: "M2" }],
        [90, "module.booted", { slot: "M2", bootSource: "primary-flash" }],
      ],
    ],
    ["a ready report", [[40, "standby.ready", { slot: "M2" }]]],
    [
      "a comparison that finds another file the same",
      [[40, "sync.compared", { file: "system-config", result: "same" }]],
    ],
  ])("stays open after %s", (_, lines) => {
    expect(findings(twinAfter([...FAILED_COPY, ...lines]), "image-suspect")).toEqual(open(["M2"], 9, ["failure"]));
  });

  test("stays open when a copy from a suspect source completes", () => {
    const lines = [...FAILED_COPY, update(20, "M1", { verified: false, version: "2.9.0" }, "bad")];

    expect(
      findings(twinAfter([...lines, [60, "sync.completed", { file: "flash-code" }]]), "image-suspect"),
    ).toMatchObject([{ slots: ["M1", "M2"], since: 9 }]);
  });
});

describe("boot-code-mismatch (P9)", () => {
  const UPDATED: Line = [0, "image.updated", { slot: "M1", image: "boot", version: "2.8.0" }, { id: "update" }];
  const INSERTED: readonly Line[] = [
    [20, "module.removed", { slot: "M2" }],
    [30, "module.inserted", { slot: "M2" }],
  ];

  test("opens when the boot code of one module becomes another than the other's", () => {
    expect(findings(twinAfter([UPDATED], 600), "boot-code-mismatch")).toEqual([
      { severity: "warning", slots: ["M1", "M2"], since: 0, by: ["update"] },
    ]);
  });

  test("opens when a module boots with another boot code", () => {
    const lines: readonly Line[] = [
      ...INSERTED,
      [90, "module.booted", { slot: "M2", versions: { bootCode: "2.6.0" } }, { id: "boot" }],
    ];

    expect(findings(twinAfter(lines), "boot-code-mismatch")).toMatchObject([{ since: 90, by: ["boot"] }]);
  });

  test("is not closed by a copy of the flash code, which never carries boot code", () => {
    const lines: readonly Line[] = [UPDATED, [10, "sync.completed", { file: "flash-code", version: "2.8.0" }]];

    expect(findings(twinAfter(lines), "boot-code-mismatch")).toHaveLength(1);
  });

  test.each<[string, readonly Line[]]>([
    [
      "the other module gets the same boot code",
      [[10, "image.updated", { slot: "M2", image: "boot", version: "2.8.0" }]],
    ],
    ["one module is absent", INSERTED.slice(0, 1)],
    ["the boot code of one module is not known", INSERTED],
  ])("closes when %s", (_, lines) => {
    expect(findings(twinAfter([UPDATED, ...lines]), "boot-code-mismatch")).toEqual([]);
  });
});

describe("running-version-mismatch", () => {
  const reboot = (seconds: number, flashCode: string): readonly Line[] => [
    [seconds, "module.reset", { slot: "M2" }],
    [seconds + 60, "module.booted", { slot: "M2", versions: { flashCode } }, { id: `boot-${flashCode}` }],
  ];

  test("opens when the standby boots another version than the active runs", () => {
    expect(findings(twinAfter(reboot(0, "2.6.0"), 900), "running-version-mismatch")).toEqual([
      { severity: "info", slots: ["M2"], since: 60, by: ["boot-2.6.0"] },
    ]);
  });

  test("stays closed when an image is updated and copied: what runs is the same on both", () => {
    const lines: readonly Line[] = [
      update(0, "M1", { verified: true }),
      [30, "sync.completed", { file: "flash-code", version: "2.8.0" }],
    ];

    expect(findings(twinAfter(lines), "running-version-mismatch")).toEqual([]);
  });

  test("stays open when the standby is copied the active's image, which it does not run yet", () => {
    const lines: readonly Line[] = [...reboot(0, "2.6.0"), [90, "sync.completed", { file: "flash-code" }]];

    expect(findings(twinAfter(lines), "running-version-mismatch")).toHaveLength(1);
  });

  test.each<[string, readonly Line[]]>([
    ["the standby boots the active's version", reboot(200, "2.7.2a")],
    ["the standby is lost", reboot(200, "2.6.0").slice(0, 1)],
    ["the standby is removed", [[200, "module.removed", { slot: "M2" }]]],
  ])("closes when %s", (_, lines) => {
    expect(findings(twinAfter([...reboot(0, "2.6.0"), ...lines]), "running-version-mismatch")).toEqual([]);
  });
});

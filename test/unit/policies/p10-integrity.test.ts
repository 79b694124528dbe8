import { describe, expect, test } from "@jest/globals";
import type { Twin } from "../../../shared/domain/twin.ts";
import type { Line } from "../../support/chassis-story.ts";
import { twinAfter } from "../findings/finding-story.ts";

const integrity = ({ modules: { M1, M2 } }: Twin) => [M1.integrity, M2.integrity];
const update = (seconds: number, slot: string, verified?: boolean): Line => [
  seconds,
  "image.updated",
  { slot, image: "primary", version: "2.8.0", ...(verified === undefined ? {} : { verified }) },
];
const EXCHANGED: readonly Line[] = [
  [0, "module.removed", { slot: "M2" }],
  [9, "module.inserted", { slot: "M2", serialNumber: "B2" }],
];
const booted = (bootSource?: string): Line => [
  60,
  "module.booted",
  { slot: "M2", ...(bootSource === undefined ? {} : { bootSource }) },
];
const FAILED_COPY: readonly Line[] = [update(0, "M1", true), [9, "sync.failed", { file: "flash-code" }]];

describe("P10: integrity of the primary image", () => {
  test("is unknown after an insertion", () => {
    expect(integrity(twinAfter(EXCHANGED))).toEqual(["ok", "unknown"]);
  });

  test("is ok after a boot from primary flash, when it was unknown", () => {
    expect(integrity(twinAfter([...EXCHANGED, booted("primary-flash")]))).toEqual(["ok", "ok"]);
  });

  test.each(["secondary-flash", "pcmcia-slot-1", "tftp"])("stays unknown after a boot from %s", (source) => {
    expect(integrity(twinAfter([...EXCHANGED, booted(source)]))).toEqual(["ok", "unknown"]);
  });

  test.each<[string, boolean | undefined, string]>([
    ["ok when the update was verified", true, "ok"],
    ["unknown when the update was not verified", undefined, "unknown"],
    ["suspect when the verification failed", false, "suspect"],
  ])("is %s", (_, verified, expected) => {
    expect(integrity(twinAfter([update(0, "M1", verified)]))[0]).toBe(expected);
  });

  test("is not changed by an update of another image", () => {
    const twin = twinAfter([
      [0, "image.updated", { slot: "M1", image: "secondary", version: "2.8.0", verified: false }],
    ]);

    expect(integrity(twin)).toEqual(["ok", "ok"]);
  });

  test.each<[string, Line]>([
    ["fails", [9, "sync.failed", { file: "flash-code" }]],
    ["is broken off by a reset of its target", [9, "module.reset", { slot: "M2" }]],
    ["is broken off by the loss of its source", [9, "module.power-lost", { slot: "M1" }]],
    ["is broken off by a takeover", [9, "module.role-changed", { slot: "M2", to: "active" }]],
    ["is broken off by a cold start", [9, "chassis.cold-started"]],
  ])("is suspect when a transfer onto it %s", (_, line) => {
    expect(integrity(twinAfter([update(0, "M1", true), line]))).toEqual(["ok", "suspect"]);
  });

  test("is not changed when the transfer of another file ends", () => {
    expect(
      integrity(
        twinAfter([
          [0, "config.saved"],
          [9, "module.reset", { slot: "M2" }],
        ]),
      ),
    ).toEqual(["ok", "ok"]);
  });

  test.each<[string, boolean | undefined, string]>([
    ["ok, when it is", true, "ok"],
    ["unknown, when it is", undefined, "unknown"],
    ["suspect, when it is", false, "suspect"],
  ])("is, after a completed copy, what the source's is: %s", (_, verified, expected) => {
    const twin = twinAfter([update(0, "M1", verified), [30, "sync.completed", { file: "flash-code" }]]);

    expect(integrity(twin)).toEqual([expected, expected]);
  });

  test.each<[string, readonly Line[]]>([
    ["a boot from primary flash", [[40, "module.reset", { slot: "M2" }], booted("primary-flash")]],
    ["a ready report", [[40, "standby.ready", { slot: "M2" }]]],
    [
      "an observation that calls it ready",
      [
        [
          40,
          "chassis.observed",
          {
            startedAt: "2026-01-01T00:00:39.000Z",
            modules: [
              {
                slot: "M2",
                status: "running",
                role: "standby",
                standbyState: "ready",
                versions: { flashCode: "2.8.0" },
              },
            ],
          },
        ],
      ],
    ],
  ])("suspect is not cleared by %s", (_, lines) => {
    expect(integrity(twinAfter([...FAILED_COPY, ...lines]))).toEqual(["ok", "suspect"]);
  });

  test.each<[string, Line]>([
    ["a completed copy from a sound source", [40, "sync.completed", { file: "flash-code" }]],
    [
      "a comparison with a sound source that finds it the same",
      [40, "sync.compared", { file: "flash-code", result: "same" }],
    ],
    ["a verified update", update(40, "M2", true)],
  ])("suspect is cleared by %s", (_, line) => {
    expect(integrity(twinAfter([...FAILED_COPY, line]))).toEqual(["ok", "ok"]);
  });

  test("suspect is not cleared by a copy of another file", () => {
    expect(integrity(twinAfter([...FAILED_COPY, [40, "sync.completed", { file: "system-config" }]]))).toEqual([
      "ok",
      "suspect",
    ]);
  });

  test("unknown becomes what the source's is when a ready report shows the flash code copied", () => {
    const lines: readonly Line[] = [...EXCHANGED, booted("tftp"), [70, "standby.ready", { slot: "M2" }]];

    expect(integrity(twinAfter(lines))).toEqual(["ok", "ok"]);
    expect(integrity(twinAfter([update(0, "M1", false), ...lines]))).toEqual(["suspect", "suspect"]);
  });

  test("ok stays ok when a comparison finds an active of unknown integrity the same", () => {
    const lines: readonly Line[] = [
      [0, "module.booted", { slot: "M1", serialNumber: "A2", bootSource: "tftp" }],
      [9, "sync.compared", { file: "flash-code", result: "same" }],
    ];

    expect(integrity(twinAfter(lines))).toEqual(["unknown", "ok"]);
  });

  test("a comparison with a suspect source that finds it the same clears nothing", () => {
    const lines: readonly Line[] = [...FAILED_COPY, update(20, "M1", false)];

    expect(integrity(twinAfter([...lines, [40, "sync.compared", { file: "flash-code", result: "same" }]]))).toEqual([
      "suspect",
      "suspect",
    ]);
  });
});

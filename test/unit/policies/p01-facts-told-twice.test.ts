import { describe, expect, test } from "@jest/globals";
import type { Line } from "../../support/chassis-story.ts";
import { twinAfter } from "../findings/finding-story.ts";
import { dispositionsOf, fatesOf } from "./policy-story.ts";

const changed = (seconds: number, source: string, contents: Record<string, unknown> = { revision: 11 }): Line => [
  seconds,
  "config.changed",
  contents,
  { source, id: `change-${source}-${seconds}` },
];
const saved = (seconds: number, source: string): Line => [seconds, "config.saved", { revision: 11 }, { source }];
const updated = (seconds: number, source: string, version: string): Line => [
  seconds,
  "image.updated",
  { slot: "M1", image: "boot", version },
  { source },
];
const runningOf = (lines: readonly Line[]) => twinAfter(lines).modules.M1.runningConfig;

describe("P1: how far a witness reaches", () => {
  test("60 seconds from the first report, not from its last witness", () => {
    expect(dispositionsOf([changed(0, "a"), changed(60, "b")])).toEqual(["applied", "no-effect"]);
    expect(dispositionsOf([changed(0, "a"), saved(1, "a"), saved(62, "b")])).toEqual(["applied", "applied", "applied"]);
    expect(dispositionsOf([saved(0, "a"), saved(50, "b"), saved(100, "c")])).toEqual([
      "applied",
      "no-effect",
      "applied",
    ]);
  });

  test("every other reporter is a witness of the first report", () => {
    expect(fatesOf([changed(0, "a"), changed(1, "b"), changed(2, "c")]).map(({ sameAs }) => sameAs)).toEqual([
      null,
      "change-a-0",
      "change-a-0",
    ]);
  });

  test.each(["a", "b"])("%s, who told it before, tells a new fact", (source) => {
    expect(dispositionsOf([saved(0, "a"), saved(1, "b"), saved(2, source)]).at(-1)).toBe("applied");
  });

  test("facts of several kinds, told in turn, have each their own witnesses", () => {
    expect(dispositionsOf([changed(0, "a"), saved(1, "a"), changed(2, "b"), saved(3, "b")])).toEqual([
      "applied",
      "applied",
      "no-effect",
      "no-effect",
    ]);
  });

  test("a report of something else is no witness, whoever tells it", () => {
    expect(twinAfter([changed(0, "a"), saved(1, "b")]).modules.M1.systemConfig.revision).toBe(11);
  });

  test("to the last eight facts, however fast they follow one another", () => {
    const told = ["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((version, second) => updated(second, "a", version));

    expect(dispositionsOf([...told, updated(20, "b", "2")]).at(-1)).toBe("no-effect");
    expect(dispositionsOf([...told, updated(20, "b", "1")]).at(-1)).toBe("applied");
  });
});

describe("P1: particulars that two reports give", () => {
  test.each([
    ["revisions", { revision: 11 }, { revision: 12 }],
    ["digests", { digest: "aa" }, { digest: "bb" }],
  ])("different %s are different changes", (_, one, other) => {
    expect(runningOf([changed(0, "a", one), changed(2, "b", other)])).toMatchObject(other);
  });

  test("different digests are different images", () => {
    const image = (seconds: number, source: string, digest: string): Line => [
      seconds,
      "image.updated",
      { slot: "M1", image: "primary", version: "2.8.0", digest },
      { source },
    ];

    expect(dispositionsOf([image(0, "a", "aa"), image(2, "b", "bb")])).toEqual(["applied", "applied"]);
    expect(dispositionsOf([image(0, "a", "aa"), image(2, "b", "aa")])).toEqual(["applied", "no-effect"]);
  });

  test("different modes are different transfers", () => {
    const twinAfterStart = (mode: string) =>
      twinAfter([
        [0, "sync.started", { file: "system-config", mode: "compared" }, { source: "a" }],
        [5, "sync.completed", { file: "system-config" }],
        [9, "sync.started", { file: "system-config", mode }, { source: "b" }],
      ]);

    expect(twinAfterStart("unconditional").sync.systemConfig.status).toBe("synchronizing");
    expect(twinAfterStart("compared").sync.systemConfig.status).toBe("in-sync");
  });

  test.each([
    [{ revision: 11 }, {}],
    [{ revision: 11, digest: "aa" }, { digest: "aa" }],
    [{ digest: "aa" }, { revision: 11 }],
    [{}, { revision: 11 }],
  ])("what only one of %j and %j names tells them not apart", (one, other) => {
    expect(dispositionsOf([changed(0, "a", one), changed(2, "b", other)])).toEqual(["applied", "no-effect"]);
  });

  test("what a witness names tells later reports apart, though the first did not name it", () => {
    const revisions = [changed(0, "a", {}), changed(1, "b", { revision: 11 }), changed(2, "c", { revision: 12 })];
    const digests = [changed(0, "a", {}), changed(1, "b", { digest: "aa" }), changed(2, "c", { digest: "bb" })];

    expect(dispositionsOf(revisions)).toEqual(["applied", "no-effect", "applied"]);
    expect(runningOf(revisions).revision).toBe(12);
    expect(runningOf(digests).digest).toBe("bb");
  });

  test("a mode that only the second of three reporters names tells the third one apart", () => {
    const started = (seconds: number, source: string, mode?: string): Line => [
      seconds,
      "sync.started",
      { file: "system-config", mode },
      { source },
    ];
    const story = [started(0, "a"), started(1, "b", "compared"), started(9, "c", "unconditional")];

    expect(fatesOf(story).map(({ reason }) => reason)).toEqual([
      null,
      "another report had said the same",
      "the transfer was known to run",
    ]);
  });
});

import { describe, expect, test } from "@jest/globals";
import type { Twin } from "../../../shared/domain/twin.ts";
import { type Line, tell } from "../../support/chassis-story.ts";
import { timeAt, twinAfter } from "../findings/finding-story.ts";
import { dispositionsOf } from "./policy-story.ts";

const sessions = ({ management }: Twin) => management.sessions.map(({ sessionId }) => sessionId);
const open = (seconds: number, sessionId: string): Line => [
  seconds,
  "session.opened",
  { sessionId, kind: "web", peerAddress: "192.0.2.7" },
];
const PREDICTED: Line = [0, "module.power-lost", { slot: "M1" }];
const TAKEN_OVER: Line = [2, "module.role-changed", { slot: "M2", to: "active" }];

describe("P20: sessions", () => {
  test("are open from their opening to their closing", () => {
    expect(twinAfter([open(0, "web-1")]).management.sessions.at(-1)).toEqual({
      sessionId: "web-1",
      kind: "web",
      peerAddress: "192.0.2.7",
      since: timeAt(0),
    });
    expect(sessions(twinAfter([[0, "session.closed", { sessionId: "cli-1" }]]))).toEqual(["inm-1"]);
  });

  test("opened twice are one, and the closing of an unknown one has no effect", () => {
    expect(dispositionsOf([open(0, "web-1"), open(5, "web-1"), [6, "session.closed", { sessionId: "web-9" }]])).toEqual(
      ["applied", "no-effect", "no-effect"],
    );
    expect(twinAfter([open(0, "web-1"), open(5, "web-1")]).management.sessions.at(-1)?.since).toBe(timeAt(0));
  });

  test.each<[string, readonly Line[]]>([
    ["the active is removed", [[0, "module.removed", { slot: "M1" }]]],
    ["the active is reset", [[0, "module.reset", { slot: "M1" }]]],
    ["the active loses its power", [PREDICTED]],
    ["the active's management port goes down", [[0, "management-port.down", { slot: "M1" }]]],
    ["another module takes over", [[0, "module.role-changed", { slot: "M2", to: "active" }]]],
    ["the chassis starts cold", [[0, "chassis.cold-started"]]],
  ])("close when %s", (_, lines) => {
    expect(sessions(twinAfter(lines))).toEqual([]);
  });

  test.each<[string, readonly Line[]]>([
    ["the standby is removed", [[0, "module.removed", { slot: "M2" }]]],
    ["the standby's management port goes down", [[0, "management-port.down", { slot: "M2" }]]],
    ["a switchover is asked for", [[0, "switchover.requested"]]],
    ["the active's management port comes up", [[0, "management-port.up", { slot: "M1" }]]],
  ])("stay open when %s", (_, lines) => {
    expect(sessions(twinAfter(lines))).toEqual(["cli-1", "inm-1"]);
  });

  test("opened on the predicted active survive its confirmation", () => {
    expect(sessions(twinAfter([PREDICTED, open(1, "web-1"), TAKEN_OVER]))).toEqual(["web-1"]);
  });

  test("opened on the predicted active close when it turns out that the old one still is", () => {
    const poll: Line = [
      9,
      "chassis.observed",
      { startedAt: timeAt(8), modules: [{ slot: "M1", status: "running", role: "active" }] },
    ];

    expect(sessions(twinAfter([PREDICTED, open(1, "web-1"), poll]))).toEqual([]);
  });

  test("opened on the predicted active close when the old one is named active after the prediction has lapsed", () => {
    const lines: readonly Line[] = [
      PREDICTED,
      open(1, "web-1"),
      [90, "module.booted", { slot: "M1" }],
      [95, "module.role-changed", { slot: "M1", to: "active" }],
    ];

    expect(sessions(twinAfter(lines))).toEqual([]);
  });

  test("opened while no active is known belong to the next", () => {
    const start: readonly Line[] = [
      [0, "chassis.cold-started"],
      open(59, "web-1"),
      [60, "module.booted", { slot: "M1" }],
    ];

    expect(sessions(twinAfter(start))).toEqual(["web-1"]);
    expect(sessions(twinAfter([...start, [70, "management-port.down", { slot: "M1" }]]))).toEqual([]);
    expect(sessions(tell([open(0, "web-1"), [5, "module.role-changed", { slot: "M2", to: "active" }]]))).toEqual([
      "web-1",
    ]);
  });

  test("opened while no active is known stay open when a port of another module goes down", () => {
    const lines: readonly Line[] = [
      [0, "chassis.cold-started"],
      open(59, "web-1"),
      [60, "module.booted", { slot: "M1" }],
      [62, "management-port.down", { slot: "M2" }],
    ];

    expect(sessions(twinAfter(lines))).toEqual(["web-1"]);
  });
});

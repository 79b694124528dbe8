import { describe, expect, test } from "@jest/globals";
import { newContext, type SyslogContext } from "../../../collectors/syslog-context.ts";
import { parseIronware } from "../../../collectors/syslog-ironware.ts";

const began = Date.parse("2026-04-06T10:57:20.400Z");
const ready = "System: Standby Management Module was ready";
const takeover = "Management module at slot 10 state changed from standby to active.";

const read = (line: string, context: SyslogContext, secondsLater = 0) => {
  const receivedAt = new Date(began + secondsLater * 1000).toISOString();
  return parseIronware({ receivedAt, host: "bxr-1", order: 7, line }, context);
};

/** The context after some lines, each a second after the one before. */
const contextAfter = (...lines: string[]): SyslogContext =>
  lines.reduce((context, line, index) => read(line, context, index).context, newContext("bxr-1", 8));

const said = (line: string, context: SyslogContext) =>
  read(line, context).events.map(({ type, data }) => ({ type, data }));

describe("the slot of a standby that the message does not name", () => {
  test("is the one beside the last reported active", () => {
    expect(said(ready, contextAfter(takeover))).toEqual([{ type: "standby.ready", data: { slot: "M1" } }]);
    expect(said("Standby Management Module was down, reason x. Error Code 1", contextAfter(takeover))).toEqual([
      { type: "standby.down", data: { slot: "M1", reason: "x", errorCode: "1" } },
    ]);
  });

  test.each([
    ["a standby's own role", "Management module at slot 9 state changed from coming-up to standby."],
    ["the removal of the other module", "System: Module was removed from slot 9"],
    ["a completed reload", "HITLESS-RELOAD COMPLETED - Mgmt Module in slot 10 is now Active"],
  ])("is learnt from %s", (_, line) => {
    expect(said(ready, contextAfter(line))).toEqual([{ type: "standby.ready", data: { slot: "M1" } }]);
  });

  test.each([
    ["the start of its boot", "Management module at slot 9 state changed from active to coming-up."],
    ["its module up", "System: Module up in slot 9"],
    ["the active's module up", "System: Module up in slot 10"],
    ["the removal of an interface module", "System: Module was removed from slot 3"],
    ["the warm start that comes with the takeover", "System: Warm start"],
  ])("stays known through %s", (_, line) => {
    expect(said(ready, contextAfter(takeover, line))).toEqual([{ type: "standby.ready", data: { slot: "M1" } }]);
  });

  test.each([
    ["a cold start", "System: Cold start"],
    ["the active going down", "System: Module down in slot 10, reason x. Error Code 1"],
    ["the active crashing", "Management module at slot 10 state changed from active to crashed."],
    ["another module in the active's slot", "System: Module was inserted to slot 10"],
  ])("is forgotten at %s", (_, line) => {
    expect(contextAfter(takeover, line).active).toBeNull();
    expect(read(ready, contextAfter(takeover, line))).toMatchObject({ events: [], unrecognised: expect.any(String) });
  });

  test("is forgotten at a warm start long after the last report of a role", () => {
    const known = contextAfter(takeover);
    const confirmed = read(takeover, known, 299).context;

    expect(read("Warm start", known, 300).context.active).toBeNull();
    expect(read("Warm start", confirmed, 300).context.active?.slot).toBe("M2");
  });
});

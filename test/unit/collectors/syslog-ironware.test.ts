import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import type { InterfaceSlotCount } from "../../../collectors/slot-aliases.ts";
import { newContext, type SyslogContext } from "../../../collectors/syslog-context.ts";
import { parseIronware } from "../../../collectors/syslog-ironware.ts";
import { ChassisEvent } from "../../../shared/domain/events.ts";

const receivedAt = "2026-04-06T10:57:20.400Z";
const unread = newContext("bxr-1", 8);

const read = (line: string, context = unread) => parseIronware({ receivedAt, host: "bxr-1", order: 7, line }, context);

const said = (line: string, context = unread) => {
  const { events, unrecognised, withoutMeaning } = read(line, context);
  return events.map(({ type, data }) => ({ type, data }))[0] ?? { unrecognised, withoutMeaning };
};

describe("a line of a device with a management module", () => {
  test.each([
    ["System: Module up in slot 3", "module.status-changed", { slot: "S3", to: "running" }],
    ["System: Module up in slot 9", "module.status-changed", { slot: "M1", to: "running" }],
    [
      "System: Module down in slot 10, reason heartbeat lost. Error Code 3",
      "module.status-changed",
      { slot: "M2", to: "going-down", reason: "heartbeat lost", errorCode: "3" },
    ],
    [
      "System: Module down in slot 2, reason low voltage, 3.1 V. Error Code 0x1f",
      "module.status-changed",
      { slot: "S2", to: "going-down", reason: "low voltage, 3.1 V", errorCode: "0x1f" },
    ],
    ["System: Module down in slot M2", "module.status-changed", { slot: "M2", to: "going-down" }],
    [
      "System: Standby Management Module was down, reason card removed. Error Code 0",
      "standby.down",
      { reason: "card removed", errorCode: "0" },
    ],
    ["System: Standby Management Module was down, reason . Error Code 4", "standby.down", { errorCode: "4" }],
    ["HITLESS-RELOAD COMPLETED – Mgmt Module in slot 10 is now Active", "switchover.completed", { to: "M2" }],
    ["HITLESS-RELOAD COMPLETED - Mgmt Module in slot 9 is now Active", "switchover.completed", { to: "M1" }],
    ["Cold start", "chassis.cold-started", {}],
    ["System: Cold start", "chassis.cold-started", {}],
    ["Warm start", "chassis.warm-started", {}],
    ["System: Warm start", "chassis.warm-started", {}],
    ["Module was inserted to slot 9", "module.inserted", { slot: "M1" }],
    ["System: Module was removed from slot 4", "module.removed", { slot: "S4" }],
    [
      "Management module at slot 10 state changed from standby to active.",
      "module.role-changed",
      { slot: "M2", from: "standby", to: "active" },
    ],
    [
      "Management module at slot 9 state changed from active to coming-up.",
      "module.role-changed",
      { slot: "M1", from: "active", to: "coming-up" },
    ],
    [
      "Management module at slot 9 state changed from coming up to crashed",
      "module.role-changed",
      { slot: "M1", from: "coming-up", to: "crashed" },
    ],
    [
      "Management module at slot m1 state changed from unknown to standby.",
      "module.role-changed",
      { slot: "M1", to: "standby" },
    ],
    [
      "Management module at slot 9 state changed from standby to unknown.",
      "module.role-changed",
      { slot: "M1", from: "standby", to: "other" },
    ],
  ])("%s: %s", (text, type, data) => {
    expect(said(`Apr 6 10:57:20:N:${text}`)).toEqual({ type, data });
    expect(said(`<13>Apr  6 10:57:20 10.44.9.11 ${text}`)).toEqual({ type, data });
  });

  test.each([
    "Apr 6 10:57:20:E: Fabric Monitoring Link Up : SFM 3/FE 3/Link 37, LP 5/TM 1",
    "0d00h05m34s:I:System: Interface ethernet mgmt1, state up",
    "SYSLOG: <14>Jan 1 00:00:00 10.44.9.11 MAC Filter applied to port 0/1/2 by tester from telnet session (filter id=5 ).",
    "System: Health Monitoring: SFM 2 powered off due to failure detection",
    "Stack: Stack is operational due to SWITCH-OVER",
    "Stack: Stack is operational due to FAIL-OVER",
    "Stack: Stack unit 2 has been assigned as STANDBY unit of the stack system",
    "Stack: Stack unit 1 has been elected as ACTIVE unit of the stack system",
    "ACTIVE: Detected Stdby heart-beat",
    "ACTIVE: Standby is ready for baseline synchronization.",
    "ACTIVE: Baseline SYNC is completed. Protocol Sync is in progress.",
    "ACTIVE: State synchronization is complete.",
    "STBY: Baseline SYNC is completed. Protocol Sync is in progress.",
    "STBY: State synchronization is complete.",
  ])("is known to mean nothing for the twin: %s", (line) => {
    const parsed = read(line);

    expect(parsed).toEqual({ events: [], context: unread, withoutMeaning: expect.any(String) });
  });

  test.each([
    ["a text of no known message", "Apr 6 10:57:20:I:OSPF: neighbor 10.1.1.1 state changed to full"],
    ["no text", "Apr 6 10:57:20:I:"],
    ["nothing at all", ""],
    ["a slot that the chassis does not have", "System: Module up in slot 17"],
    ["an interface slot with a role", "Management module at slot 3 state changed from standby to active."],
    ["a role that is none", "Management module at slot 9 state changed from standby to leader."],
    ["a standby of which it is not known where it is", "System: Standby Management Module was ready"],
  ])("is unrecognised, with the reason, when it has %s", (_, line) => {
    const parsed = read(line);

    expect(parsed).toEqual({ events: [], context: unread, unrecognised: expect.any(String) });
  });

  test("maps its numbers by the size of its chassis", () => {
    const slots = ([4, 8, 16, 32] satisfies InterfaceSlotCount[]).map((interfaceSlots) =>
      said(`Module up in slot ${interfaceSlots + 2}`, newContext("bxr-1", interfaceSlots)),
    );

    expect(new Set(slots.map((event) => JSON.stringify(event)))).toEqual(
      new Set([JSON.stringify({ type: "module.status-changed", data: { slot: "M2", to: "running" } })]),
    );
  });
});

describe("the event of a line", () => {
  test("says when it was, in which order it came, by which collector, and of which chassis", () => {
    expect(read("<14>Apr  6 10:57:20 10.44.9.11 System: Cold start").events).toEqual([
      {
        specversion: "1.0",
        id: expect.stringMatching(/^[\w-]{16}$/),
        source: "syslog://bxr-1",
        subject: "bxr-1",
        time: "2026-04-06T10:57:20.000Z",
        carrier: "syslog",
        sequence: "7",
        devicetime: "Apr  6 10:57:20",
        type: "chassis.cold-started",
        data: {},
      },
    ]);
  });

  test("keeps the stamp of an unset clock but takes the time of receipt", () => {
    const [byUptime] = read("0d00h05m34s:I:System: Cold start").events;
    const [byDate] = read("<14>Jan 1 00:00:00 10.44.9.11 System: Cold start").events;

    expect(byUptime).toMatchObject({ time: receivedAt, devicetime: "0d00h05m34s" });
    expect(byDate).toMatchObject({ time: receivedAt, devicetime: "Jan 1 00:00:00" });
  });

  test("has an id of its own for each line, time and place, and the same on each reading", () => {
    const line = "Apr 6 10:57:20:I:Cold start";
    const idOf = (change: object) =>
      parseIronware({ receivedAt, host: "bxr-1", order: 7, line, ...change }, unread).events[0]?.id;
    const others = [{ order: 8 }, { receivedAt: "2026-04-06T10:57:20.401Z" }, { line: "Apr 6 10:57:21:I:Cold start" }];

    expect(idOf({})).toBe(idOf({}));
    expect(new Set([idOf({}), ...others.map(idOf)]).size).toBe(4);
  });
});

describe("whatever a line holds", () => {
  const pieces = fc.constantFrom(
    ...["SYSLOG: ", "<14>", "Apr 6 10:57:20", "Jan  1 00:00:00", "0d00h05m34s", ":N:", " 10.44.9.11 ", "System: "],
    ...["Module up in slot ", "Module down in slot ", "Module was removed from slot ", "9", "10", "3", " to "],
    ...["Management module at slot ", " state changed from ", ", reason ", ". Error Code ", "active", "\n"],
  );
  const line = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => parts.join("")),
  );
  const contexts: SyslogContext[] = [unread, { ...unread, active: { slot: "M1", since: receivedAt } }];

  test("it becomes valid events, or nothing with a reason, and never an error", () => {
    fc.assert(
      fc.property(line, fc.constantFrom(...contexts), (text, context) => {
        const { events, unrecognised, withoutMeaning } = read(text, context);

        for (const event of events) expect(ChassisEvent.parse(event)).toEqual(event);
        expect([events[0], unrecognised, withoutMeaning].filter((outcome) => outcome !== undefined)).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});

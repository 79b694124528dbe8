import { describe, expect, test } from "@jest/globals";
import { readHeader } from "../../../collectors/syslog-header.ts";

describe("the header of a line", () => {
  test.each([
    [
      "of the local buffer, clock set",
      "Apr 6 10:57:20:E: Fabric Monitoring Link Up : SFM 3/FE 3/Link 37, LP 5/TM 1",
      "Apr 6 10:57:20",
      "Fabric Monitoring Link Up : SFM 3/FE 3/Link 37, LP 5/TM 1",
    ],
    [
      "of the local buffer, clock not set",
      "0d00h05m34s:I:System: Interface ethernet mgmt1, state up",
      "0d00h05m34s",
      "System: Interface ethernet mgmt1, state up",
    ],
    [
      "on the wire, with the name of its facility before",
      "SYSLOG: <14>Jan 1 00:00:00 10.44.9.11 MAC Filter applied to port 0/1/2 by tester from telnet session (filter id=5 ).",
      "Jan 1 00:00:00",
      "MAC Filter applied to port 0/1/2 by tester from telnet session (filter id=5 ).",
    ],
    ["on the wire", "<14>Jan  1 00:00:00 10.44.9.11 System: Cold start", "Jan  1 00:00:00", "System: Cold start"],
    [
      "on the wire from an IPv6 address",
      "<14>Apr 12 01:02:03 2001:db8::11 Cold start",
      "Apr 12 01:02:03",
      "Cold start",
    ],
    [
      "on the wire from a device by its name",
      "<14>Apr 12 01:02:03 core System: Cold start",
      "Apr 12 01:02:03",
      "System: Cold start",
    ],
    ["on the wire without a sender", "<14>Apr 12 01:02:03 Cold start", "Apr 12 01:02:03", "Cold start"],
    ["on the wire with an uptime", "<14>3d10h05m34s:N:Module up in slot 3", "3d10h05m34s", "Module up in slot 3"],
  ])("is taken off %s", (_, line, stamp, text) => {
    expect(readHeader(line, "core")).toEqual({ stamp, text });
  });

  test("may be absent", () => {
    expect(readHeader("  System:   Cold start ", "core")).toEqual({ text: "System: Cold start" });
    expect(readHeader("", "core")).toEqual({ text: "" });
  });
});

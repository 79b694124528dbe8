import { describe, expect, test } from "@jest/globals";
import { timeOf } from "../../../collectors/device-clock.ts";

describe("the time of a line", () => {
  const receivedAt = "2026-04-06T10:57:21.300Z";

  test("is the device's clock when that is within 2 s of receipt", () => {
    expect(timeOf("Apr  6 10:57:20", receivedAt)).toBe("2026-04-06T10:57:20.000Z");
    expect(timeOf("Apr 6 10:57:23", receivedAt)).toBe("2026-04-06T10:57:23.000Z");
  });

  test.each([
    ["a clock that is late", "Apr 6 10:57:19"],
    ["a clock that is early", "Apr 6 10:57:24"],
    ["a clock of another zone", "Apr 6 12:57:21"],
    ["an unset clock", "Jan  1 00:00:41"],
    ["an uptime", "0d00h05m34s"],
    ["a day that is not in the calendar", "Feb 30 10:57:21"],
    ["an hour that is not of the day", "Apr 6 25:57:21"],
    ["no stamp", undefined],
  ])("is the time of receipt for %s", (_, stamp) => {
    expect(timeOf(stamp, receivedAt)).toBe(receivedAt);
  });

  test("is of the year that puts it nearest to its receipt", () => {
    expect(timeOf("Dec 31 23:59:59", "2027-01-01T00:00:00.400Z")).toBe("2026-12-31T23:59:59.000Z");
    expect(timeOf("Jan  1 00:00:00", "2026-12-31T23:59:59.100Z")).toBe("2027-01-01T00:00:00.000Z");
    expect(timeOf("Feb 29 08:00:00", "2028-02-29T08:00:00.900Z")).toBe("2028-02-29T08:00:00.000Z");
  });
});

import { describe, expect, test } from "@jest/globals";
import { type InterfaceSlotCount, readSlot } from "../../../collectors/slot-aliases.ts";

describe("slot aliases", () => {
  test.each<[InterfaceSlotCount, string, string]>([
    [4, "5", "6"],
    [8, "9", "10"],
    [16, "17", "18"],
    [32, "33", "34"],
  ])("of a chassis with %i interface slots, %s is M1 and %s is M2", (interfaceSlots, first, second) => {
    expect(readSlot(first, interfaceSlots)).toBe("M1");
    expect(readSlot(second, interfaceSlots)).toBe("M2");
  });

  test("the numbers below the management slots are the interface slots", () => {
    expect(readSlot("1", 8)).toBe("S1");
    expect(readSlot("8", 8)).toBe("S8");
    expect(readSlot("9", 16)).toBe("S9");
  });

  test("names pass in either case", () => {
    expect(["M1", "m2", "S3", "s4"].map((name) => readSlot(name, 4))).toEqual(["M1", "M2", "S3", "S4"]);
  });

  test.each(["0", "11", "99", "100", "-1", "9.0", "S0", "S9", "S03", "M3", "F1", "", "slot"])(
    "a chassis with 8 interface slots has no slot %j",
    (spelling) => {
      expect(readSlot(spelling, 8)).toBeUndefined();
    },
  );
});

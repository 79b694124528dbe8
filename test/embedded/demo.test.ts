import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";

describe("npm run demo -- --once", () => {
  test("shows the recorded fleet within 80 columns, the story of a chassis, and ends", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--import",
      "tsx",
      "infra/embedded/demo.ts",
      "--once",
      "--port",
      "0",
    ]);
    const lines = stdout.split("\n");
    const row = (chassisId: string) => lines.find((line) => line.startsWith(chassisId)) ?? "";

    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(row("bxr-mad-01")).toMatch(/M1 +simplex +not-applicable +primary-flash +not ready/);
    expect(row("bxr-par-01")).toMatch(/M1 +ready +in-sync +pcmcia-slot-1 +ready/);
    expect(stdout).toContain("the module in M1 was taken out");
    expect(stdout).toMatch(/Who is active\? +M2, reported, since the switchover/);
  });
});

import { Metrics } from "@aws-lambda-powertools/metrics";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { cloudWatchCounter } from "../../../shared/adapters/cloudwatch-counter.ts";

describe("a counter of CloudWatch", () => {
  const lines: unknown[] = [];
  beforeEach(() => {
    lines.length = 0;
    jest.spyOn(console, "log").mockImplementation((line) => void lines.push(JSON.parse(String(line))));
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  // The library writes past the console unless it is told to develop, and then nothing unless it is told to.
  Object.assign(process.env, { POWERTOOLS_DEV: "true", POWERTOOLS_METRICS_DISABLED: "false" });
  const fresh = () => cloudWatchCounter(new Metrics({ namespace: "twin", serviceName: "project-events" }));

  it("writes out the sums of a run when it ends, and begins anew with the next", async () => {
    const { count, counting } = fresh();
    const run = counting(async (times: number) => {
      count("EventsProjected", times);
      count("EventsProjected");
      count("EventsRepeated", 0);
      return "done";
    });

    expect(await run(2, undefined)).toBe("done");
    await run(5, undefined);

    expect(lines).toMatchObject([
      { service: "project-events", EventsProjected: [2, 1], _aws: { CloudWatchMetrics: [{ Namespace: "twin" }] } },
      { EventsProjected: [5, 1] },
    ]);
    expect(lines[0]).not.toHaveProperty("EventsRepeated");
  });

  it("writes out what was counted by a run that failed", async () => {
    const { count, counting } = fresh();
    const run = counting(async () => {
      count("DeadlinesLeft", 7);
      throw new Error("failed");
    });

    await expect(run(undefined, undefined)).rejects.toThrow("failed");
    expect(lines).toMatchObject([{ DeadlinesLeft: 7 }]);
  });

  it("writes nothing when nothing was counted", async () => {
    await fresh().counting(async () => undefined)(undefined, undefined);

    expect(lines).toEqual([]);
  });
});

import { describe, expect, it } from "@jest/globals";
import { cloudWatchCounter } from "../../../shared/adapters/cloudwatch-counter.ts";

/** The line of which CloudWatch makes metrics, by its embedded metric format. */
const metricsOf = (sums: Readonly<Record<string, number>>) => ({
  _aws: {
    Timestamp: expect.any(Number),
    CloudWatchMetrics: [
      {
        Namespace: "twin",
        Dimensions: [["service"]],
        Metrics: Object.keys(sums).map((name) => ({ Name: name, Unit: "Count" })),
      },
    ],
  },
  service: "project-events",
  ...sums,
});

describe("a counter of CloudWatch", () => {
  const start = () => {
    const lines: unknown[] = [];
    const write = (line: string) => lines.push(JSON.parse(line));
    return { lines, ...cloudWatchCounter({ namespace: "twin", service: "project-events", write }) };
  };

  it("writes out the sums of a run when it ends, and begins anew with the next", async () => {
    const { lines, count, counting } = start();
    const run = counting(async (times: number) => {
      count("EventsProjected", times);
      count("EventsProjected");
      count("EventsRepeated", 0);
      return "done";
    });

    expect(await run(2, undefined)).toBe("done");
    await run(5, undefined);

    expect(lines).toEqual([metricsOf({ EventsProjected: 3 }), metricsOf({ EventsProjected: 6 })]);
  });

  it("writes out what was counted by a run that failed", async () => {
    const { lines, count, counting } = start();
    const run = counting(async () => {
      count("DeadlinesLeft", 7);
      throw new Error("failed");
    });

    await expect(run(undefined, undefined)).rejects.toThrow("failed");
    expect(lines).toEqual([metricsOf({ DeadlinesLeft: 7 })]);
  });

  it("writes nothing when nothing was counted", async () => {
    const { lines, counting } = start();
    await counting(async () => undefined)(undefined, undefined);

    expect(lines).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { startDeadlineTimer } from "../../../infra/embedded/deadline-timer.ts";
import { POLLED, watchWorld } from "./watch-world.ts";

describe("the timer of the embedded watch", () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const seconds = (count: number) => jest.advanceTimersByTimeAsync(count * 1000);

  it("lets the fleet lag by a second only", async () => {
    const { at, happen, bucketOf, dependencies } = watchWorld();
    const timer = startDeadlineTimer(dependencies);
    await happen("rack-1", POLLED);
    await seconds(5);
    expect(await bucketOf("rack-1")).toMatchObject({ switchoverReady: "true" });

    at(150);
    await seconds(1);

    expect(await bucketOf("rack-1")).toMatchObject({ switchoverReady: "false" });
    await timer.close();
  });

  it("never runs twice at once, and is closed when its run has ended", async () => {
    let runs = 0;
    let endRun = (): void => undefined;
    const { dependencies } = watchWorld({
      due: () => {
        runs += 1;
        return new Promise((resolve) => {
          endRun = () => resolve([]);
        });
      },
    });
    const timer = startDeadlineTimer(dependencies);
    await seconds(10);
    expect(runs).toBe(1);

    let closed = false;
    const closing = timer.close().then(() => {
      closed = true;
    });
    await seconds(1);
    expect(closed).toBe(false);

    endRun();
    await closing;
    await seconds(10);
    expect(runs).toBe(1);
  });

  it("begins no further chassis once it is being closed", async () => {
    const { at, happen, dueTimes, dependencies, store } = watchWorld({
      due: async (...asked) => {
        const due = await store.due(...asked);
        closing = timer.close();
        return due;
      },
    });
    let closing: Promise<void> | undefined;
    await happen("rack-1", POLLED);
    at(1000);

    const timer = startDeadlineTimer(dependencies);
    await seconds(1);
    await closing;

    expect(await dueTimes()).toEqual({ "rack-1": 150 });
  });

  it("tells of a failure, rests for a minute and tries again", async () => {
    let runs = 0;
    const { dependencies, logged } = watchWorld({
      due: () => {
        runs += 1;
        return Promise.reject(new Error("no index"));
      },
    });
    const timer = startDeadlineTimer(dependencies);

    await seconds(30);
    expect(runs).toBe(1);
    expect(logged).toEqual([
      { level: "error", message: "Could not look for chassis that are due", details: { error: new Error("no index") } },
    ]);

    await seconds(60);
    expect(runs).toBe(2);
    await timer.close();
  });
});

import { stdout } from "node:process";
import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { ChassisEvent } from "../../shared/domain/events.ts";
import { anyHistory } from "../support/invariants/any-history.ts";
import { INVARIANTS } from "../support/invariants/catalogue.ts";
import { type Sight, walk } from "../support/invariants/history-walk.ts";
import { runs } from "../support/property.ts";
import { simulate } from "../support/simulator/simulator.ts";

const seen = { histories: 0, events: 0, moments: 0 };

/** Fails at the first moment at which an invariant does not hold, with its sentence and the events that led there. */
const check = (sight: Sight): void => {
  seen.moments += 1;
  for (const [sentence, holds] of INVARIANTS) {
    if (!holds(sight)) throw new Error(`${sentence}: not so at ${sight.twin.asOf} after ${trailOf(sight)}`);
  }
};

const trailOf = ({ past, before, twin, outcome }: Sight): string =>
  [
    ...past.slice(-25).map(({ time, type, data }) => `${time} ${type} ${JSON.stringify(data)}`),
    `outcome ${JSON.stringify(outcome)}`,
    `before ${JSON.stringify(before)}`,
    `after ${JSON.stringify(twin)}`,
  ].join("\n");

const checkHistory = (events: readonly ChassisEvent[], start?: Parameters<typeof walk>[2]): void => {
  seen.histories += 1;
  seen.events += events.length;
  walk(events, check, start);
};

afterAll(() => {
  stdout.write(`${seen.histories} histories, ${seen.events} events, ${seen.moments} moments\n`);
});

describe("the invariants hold after every event and every deadline", () => {
  test("of histories that a device lives through", () => {
    const history = fc.record({ seed: fc.nat(), actions: fc.integer({ min: 1, max: 4 }) });

    fc.assert(
      fc.property(history, (options) => {
        checkHistory(simulate(options).events);
      }),
      runs(2500),
    );
  });

  test("of histories of any events in any order, which no device could live through", () => {
    fc.assert(
      fc.property(anyHistory(20), ({ events, start }) => {
        checkHistory(events, start);
      }),
      runs(7500),
    );
  });

  test("and those histories consist of valid events", () => {
    fc.assert(
      fc.property(anyHistory(20), ({ events }) => {
        for (const event of events) expect(ChassisEvent.safeParse(event).success).toBe(true);
      }),
      runs(100),
    );
  });
});

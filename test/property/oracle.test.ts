import { stdout } from "node:process";
import { afterAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { otherSlot } from "../../shared/domain/vocabulary.ts";
import { type Checkpoint, type Comparison, compare, follow, type Verdict, verdictOf } from "../support/oracle.ts";
import { EXCUSES } from "../support/oracle-evidence.ts";
import { supportsReady } from "../support/oracle-lossy.ts";
import { runs } from "../support/property.ts";
import { Random } from "../support/simulator/random.ts";
import { simulate } from "../support/simulator/simulator.ts";

const options = fc.record({ seed: fc.nat(), actions: fc.integer({ min: 2, max: 14 }) });
const LOSS_SHARE = 0.2;

const isExcused = (comparison: Comparison, checkpoint: Checkpoint): boolean =>
  EXCUSES.some(({ covers }) => covers(comparison, checkpoint));

const inWords = (checkpoint: Checkpoint, comparisons: readonly Comparison[]): string[] =>
  comparisons.map(
    ({ field, slot = "", said, so }) => `${checkpoint.truth.at} ${slot} ${field}: said ${said}, but it is ${so}`,
  );

/** What the twin says that is not so, or, at the end, what it does not say though something told it. */
const errors = (checkpoint: Checkpoint): string[] =>
  inWords(
    checkpoint,
    compare(checkpoint.twin, checkpoint.truth).filter((comparison) => {
      const verdict = verdictOf(comparison);
      const isError = checkpoint.isLast ? verdict !== "right" : verdict === "wrong";
      return isError && !isExcused(comparison, checkpoint);
    }),
  );

describe("when every event arrives", () => {
  test("the twin is never wrong on the way, and knows at the end all that was told", () => {
    fc.assert(
      fc.property(options, (history) => {
        expect(follow(simulate({ ...history, settle: true })).flatMap(errors)).toEqual([]);
      }),
      runs(400),
    );
  });

  test("a switchover is called ready exactly when the standby is, once everything has settled", () => {
    fc.assert(
      fc.property(options, (history) => {
        const last = follow(simulate({ ...history, settle: true })).at(-1);

        expect(last?.twin.redundancy === "ready").toBe(last?.truth.standbyReady);
      }),
      runs(200),
    );
  });
});

describe("when each event is lost with 20 %", () => {
  const rates = new Map<string, Record<Verdict, number>>();
  const ready = { calls: 0, unready: 0 };

  const count = (comparison: Comparison): void => {
    const rate = rates.get(comparison.field) ?? { right: 0, unknown: 0, wrong: 0 };
    rate[verdictOf(comparison)] += 1;
    rates.set(comparison.field, rate);
  };

  afterAll(() => {
    const share = (part: number, all: number) => `${((100 * part) / Math.max(all, 1)).toFixed(1).padStart(5)} %`;
    const lines = [...rates].map(([field, { right, unknown, wrong }]) => {
      const all = right + unknown + wrong;
      return `${field.padEnd(18)} ${[right, unknown, wrong].map((part) => share(part, all)).join("  ")}  of ${all}`;
    });
    stdout.write(`with ${LOSS_SHARE} of the events lost    right    unknown    wrong\n${lines.join("\n")}\n`);
    stdout.write(
      `called ready ${ready.calls} times, of which ${ready.unready} by evidence that was overtaken unheard\n`,
    );
  });

  test("the twin never calls a switchover ready when the standby is not, unless what arrived supports it", () => {
    fc.assert(
      fc.property(options, (history) => {
        const chance = new Random(history.seed ^ 0x1055);
        for (const checkpoint of follow(simulate({ ...history, settle: true }), () => !chance.chance(LOSS_SHARE))) {
          const { twin, truth, known } = checkpoint;
          compare(twin, truth).forEach(count);
          if (!twin.switchover.ready) continue;
          ready.calls += 1;
          if (truth.standbyReady && truth.activeSlot === twin.activeSlot) continue;
          ready.unready += 1;
          const supported =
            twin.activeSlot !== null && supportsReady(known, otherSlot(twin.activeSlot), Date.parse(truth.at));
          expect([truth.at, supported]).toEqual([truth.at, true]);
        }
      }),
      runs(400),
    );
  });
});

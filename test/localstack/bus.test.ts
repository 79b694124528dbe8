import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { eventOf, newChassis } from "./support/events.ts";
import { eventually } from "./support/eventually.ts";
import { reasonsOf } from "./support/letters.ts";
import { ROOT } from "./support/paths.ts";
import { runProgram, runToEnd } from "./support/program.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { STAGES } from "./support/stages.ts";

const MINUTE_MS = 60_000;

const redrive = (...args: readonly string[]) =>
  [
    join(ROOT, "node_modules/.bin/tsx"),
    ["infra/redrive/main.ts", "--stage", STAGES.signed, ...args],
    { cwd: ROOT },
  ] as const;

describe("a producer that puts events on the bus of a deployed stage", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(STAGES.signed);
  });

  const isDeadLetter = async (text: string): Promise<readonly (string | null)[]> =>
    eventually(
      () => reasonsOf(stage.outputs.DeadLetterQueueUrl, text),
      (reasons) => reasons.length > 0,
    );

  test("may put one CloudEvent as the detail of an entry", async () => {
    const chassisId = newChassis("bus-one");
    await stage.put("standby.ready", eventOf(chassisId, "standby.ready", { slot: "M2" }));

    expect((await stage.twinOf(chassisId, 1)).activeSlot).toBe("M1");
  });

  test("may put several events of a chassis in one entry", async () => {
    const chassisId = newChassis("bus-several");
    const events = [
      eventOf(chassisId, "standby.ready", { slot: "M1" }),
      eventOf(chassisId, "module.removed", { slot: "M1" }, { secondsAgo: 30 }),
    ];
    await stage.put("chassis-events", { chassisId, events });

    expect(await stage.twinOf(chassisId, 2)).toMatchObject({ activeSlot: "M2", redundancy: "simplex" });
  });

  test("finds what is no event among the dead letters with the reason, and its neighbours applied", async () => {
    const chassisId = newChassis("bus-poison");
    const poison = eventOf(chassisId, "module.exploded", { slot: "M1" });
    await stage.put("chassis-events", {
      chassisId,
      events: [eventOf(chassisId, "standby.ready", { slot: "M2" }), poison],
    });

    expect(await isDeadLetter(chassisId)).toEqual([expect.stringContaining("/detail/events/1/type")]);
    expect((await stage.twinOf(chassisId, 1)).activeSlot).toBe("M1");
  });

  test("has an event that was dated too far ahead counted by npm run redrive, when that is so no more", async () => {
    const chassisId = newChassis("bus-ahead");
    const time = Date.now() + 5 * MINUTE_MS + 4000;
    const ahead = eventOf(chassisId, "module.removed", { slot: "M2" }, { time: new Date(time).toISOString() });
    await stage.put("chassis-events", {
      chassisId,
      events: [eventOf(chassisId, "standby.ready", { slot: "M2" }), ahead],
    });
    const [reason] = await isDeadLetter(chassisId);
    expect(reason).toContain("/detail/events/1/time must not be more than 5 minutes ahead");

    expect(await runProgram(...redrive("--from", "dead-letters", "--dry-run"))).toContain(`1  ${reason}`);
    expect(await isDeadLetter(chassisId)).toHaveLength(1);

    await eventually(
      async () => Date.now(),
      (now) => now > time - 5 * MINUTE_MS,
    );
    const { output } = await runToEnd(...redrive());
    expect(output).toMatch(/^dead-letters: moved [1-9]/);
    await stage.twinOf(chassisId, 2);
    expect(await reasonsOf(stage.outputs.DeadLetterQueueUrl, chassisId)).toEqual([]);
  });
});

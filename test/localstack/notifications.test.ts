import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eventOf, newChassis } from "./support/events.ts";
import { eventually } from "./support/eventually.ts";
import { type Heard, type Listener, listen } from "./support/listener.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { STAGES } from "./support/stages.ts";

describe("whoever has a rule on the bus of a deployed stage", () => {
  const [switching, waiting] = [newChassis("switching"), newChassis("waiting")];
  let stage: Stage;
  let listener: Listener;

  /** The first notification about a chassis of a type whose data hold a word, once it is heard. */
  const announced = async (chassisId: string, type: string, code = ""): Promise<unknown> => {
    const isIt = ({ "detail-type": its, detail }: Heard) =>
      its === type && detail.subject === chassisId && JSON.stringify(detail.data).includes(code);
    const heard = await eventually(
      () => listener.heard(),
      (all) => all.some(isIt),
    );
    return heard.find(isIt)?.detail;
  };

  beforeAll(async () => {
    stage = await openStage(STAGES.signed);
    listener = await listen(stage.outputs.EventBusName, newChassis("listener"));
    await stage.post([
      eventOf(switching, "standby.ready", { slot: "M2" }, { secondsAgo: 30 }),
      // Overdue in two seconds, with nothing more to come: a copy may take ten minutes.
      eventOf(waiting, "standby.ready", { slot: "M2" }, { secondsAgo: 700 }),
      eventOf(waiting, "sync.started", { file: "system-config" }, { secondsAgo: 598 }),
    ]);
  });
  afterAll(() => listener.close());

  test("hears of a switchover", async () => {
    await stage.twinOf(switching, 1);
    await stage.post([eventOf(switching, "switchover.completed", { from: "M1", to: "M2" }, { secondsAgo: 5 })]);

    expect(await announced(switching, "twin.switchover-detected")).toMatchObject({
      source: "chassis-twin",
      data: { switchover: { from: "M1", to: "M2" } },
    });
  });

  test("hears of what did not arrive in time, which the schedule found with no event", async () => {
    expect(await announced(waiting, "twin.finding-opened", "sync-overdue")).toMatchObject({
      data: { finding: { code: "sync-overdue" } },
    });
    expect((await stage.twinOf(waiting, 2)).activeSlot).toBe("M1");
  });
});

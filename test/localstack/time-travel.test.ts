import { beforeAll, describe, expect, test } from "@jest/globals";
import { eventOf, newChassis } from "./support/events.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { STAGES } from "./support/stages.ts";

describe("the deployed API, asked for the past", () => {
  const chassisId = newChassis("past");
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(STAGES.signed);
    // The later one first: what counts is when things happened.
    await stage.post([eventOf(chassisId, "module.removed", { slot: "M2" }, { time: "2026-01-31T13:00:00Z" })]);
    await stage.post([eventOf(chassisId, "standby.ready", { slot: "M2" }, { time: "2026-01-31T12:00:00Z" })]);
    await stage.twinOf(chassisId, 2);
  });

  test.each([
    ["2026-01-31T12:30:00Z", "ready"],
    ["2026-01-31T13:30:00Z", "simplex"],
  ])("shows the twin as the device was at %s: %s", async (at, redundancy) => {
    expect(await stage.read(`/chassis/${chassisId}?at=${at}`)).toMatchObject({ activeSlot: "M1", redundancy });
  });

  test("knows nothing of the time before the first event", async () => {
    expect((await stage.ask(`/chassis/${chassisId}?at=2026-01-31T11:30:00Z`)).status).toBe(404);
  });
});

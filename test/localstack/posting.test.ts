import { beforeAll, describe, expect, test } from "@jest/globals";
import { eventOf, newChassis } from "./support/events.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { STAGES } from "./support/stages.ts";

describe("the deployed API", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(STAGES.signed);
  });

  test("takes one event, and soon its twin counts it", async () => {
    const chassisId = newChassis("single");
    const answer = await stage.ask("/events", {
      method: "POST",
      headers: { "content-type": "application/cloudevents+json" },
      body: JSON.stringify(eventOf(chassisId, "standby.ready", { slot: "M2" }, { id: "a" })),
    });

    expect(answer.status).toBe(202);
    expect(await answer.json()).toEqual({
      accepted: 1,
      rejected: 0,
      results: [{ index: 0, id: "a", status: "accepted" }],
    });
    expect(await stage.twinOf(chassisId, 1)).toMatchObject({ chassisId, activeSlot: "M1", redundancy: "ready" });
  });

  test("takes what is right of a batch, and says of the rest what is wrong with it", async () => {
    const [london, paris] = [newChassis("batch-lon"), newChassis("batch-par")];
    const events = [
      eventOf(london, "standby.ready", { slot: "M2" }),
      eventOf(paris, "module.role-changed", { slot: "M9", to: "active" }),
      eventOf(paris, "module.role-changed", { slot: "M2", to: "active" }),
    ];
    const answer = await stage.ask("/events", {
      method: "POST",
      headers: { "content-type": "application/cloudevents-batch+json" },
      body: JSON.stringify(events),
    });

    expect(await answer.json()).toMatchObject({
      accepted: 2,
      rejected: 1,
      results: [{ status: "accepted" }, { status: "rejected", errors: [{ pointer: "/1/data/slot" }] }, {}],
    });
    expect((await stage.twinOf(london, 1)).activeSlot).toBe("M1");
    expect((await stage.twinOf(paris, 1)).activeSlot).toBe("M2");
  });

  test("keeps an event that contradicts what is known, as quarantined", async () => {
    const chassisId = newChassis("contradiction");
    await stage.post([
      eventOf(chassisId, "module.role-changed", { slot: "M1", to: "active" }, { secondsAgo: 90 }),
      eventOf(chassisId, "standby.ready", { slot: "M1" }, { id: "impossible" }),
    ]);
    await stage.twinOf(chassisId, 2);

    expect(await stage.read(`/chassis/${chassisId}/events?disposition=quarantined`)).toEqual({
      items: [
        {
          event: expect.objectContaining({ id: "impossible" }),
          disposition: "quarantined",
          reason: expect.stringContaining("M1"),
          sameAs: null,
        },
      ],
    });
  });

  test("tells anyone whether it is up, and whoever is known what there is", async () => {
    const health = await fetch(`${stage.apiUrl}/health`);

    expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
    expect(await stage.read("/")).toMatchObject({ name: "chassis-twin" });
  });
});

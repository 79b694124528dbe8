import { describe, expect, it } from "@jest/globals";
import { apiWorld, eventAt, POWER_ON, poweredOn } from "../../support/api-world.ts";

const ID = "bxr-lon-01";
const timeAt = (seconds: number) => new Date(POWER_ON + seconds * 1000).toISOString();

const pulledAndReplaced = [
  eventAt(150, ID, "session.opened", { sessionId: "cli-1", kind: "cli" }),
  eventAt(200, ID, "module.removed", { slot: "M1" }),
  eventAt(202, ID, "module.role-changed", { slot: "M2", to: "active" }),
  eventAt(300, ID, "module.inserted", { slot: "M1", serialNumber: "A2" }),
  eventAt(360, ID, "module.booted", { slot: "M1" }),
  eventAt(370, ID, "sync.compared", { file: "flash-code", result: "same" }),
  eventAt(380, ID, "sync.compared", { file: "system-config", result: "same" }),
  eventAt(400, ID, "standby.ready", { slot: "M1" }),
];

const switchedBack = [
  eventAt(500, ID, "switchover.requested"),
  eventAt(505, ID, "module.role-changed", { slot: "M1", to: "active" }),
];

describe("GET /chassis/{id}/switchovers", () => {
  it("tells each switchover from the loss of the active until the chassis was redundant again", async () => {
    const { get, happen } = apiWorld();
    await happen(...poweredOn(ID), ...pulledAndReplaced);

    const { status, body } = await get(`/chassis/${ID}/switchovers`);

    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          from: "M1",
          to: "M2",
          cause: "active-removed",
          at: timeAt(202),
          approximate: false,
          confirmedBy: [],
          phases: {
            requestedAt: null,
            lostAt: timeAt(200),
            newActiveAt: timeAt(202),
            oldModuleBackAt: timeAt(360),
            inSyncAt: timeAt(380),
            readyAt: timeAt(400),
          },
          durations: {
            takeoverSeconds: 2,
            oldModuleBackSeconds: 158,
            inSyncSeconds: 178,
            withoutRedundancySeconds: 200,
          },
          sessionsClosed: 1,
          configuration: "kept",
        },
      ],
    });
  });

  it("lists the newest first, page by page, without loss or repetition", async () => {
    const { get, happen } = apiWorld();
    await happen(...poweredOn(ID), ...pulledAndReplaced, ...switchedBack);

    const first = await get(`/chassis/${ID}/switchovers?limit=1`);
    expect(first.body).toMatchObject({ items: [{ to: "M1", cause: "manual", phases: { readyAt: null } }] });
    const { nextCursor } = Object(first.body);
    const second = await get(`/chassis/${ID}/switchovers?limit=1&cursor=${nextCursor}`);

    expect(second.body).toEqual({ items: [expect.objectContaining({ to: "M2", cause: "active-removed" })] });
  });

  it("says what of the configuration may have been lost, and was", async () => {
    const { get, happen } = apiWorld();
    await happen(
      ...poweredOn(ID),
      eventAt(200, ID, "config.changed", { revision: 11 }),
      eventAt(202, ID, "module.power-lost", { slot: "M1" }),
      eventAt(203, ID, "module.role-changed", { slot: "M2", to: "active" }),
    );
    expect((await get(`/chassis/${ID}/switchovers`)).body).toMatchObject({
      items: [{ configuration: "possibly-lost" }],
    });

    const modules = [{ slot: "M2", status: "running", role: "active" }];
    await happen(
      eventAt(230, ID, "chassis.observed", { startedAt: timeAt(229), modules, runningConfig: { revision: 10 } }),
    );

    expect((await get(`/chassis/${ID}/switchovers`)).body).toMatchObject({ items: [{ configuration: "lost" }] });
  });

  it("counts a requested switchover from the request, and the sessions that closed on the way", async () => {
    const { get, happen } = apiWorld();
    await happen(
      ...poweredOn(ID),
      eventAt(150, ID, "session.opened", { sessionId: "cli-1", kind: "cli" }),
      eventAt(160, ID, "session.opened", { sessionId: "web-1", kind: "web" }),
      eventAt(200, ID, "switchover.requested"),
      eventAt(203, ID, "module.reset", { slot: "M1", cause: "switchover" }),
      eventAt(204, ID, "module.role-changed", { slot: "M2", to: "active" }),
    );

    expect((await get(`/chassis/${ID}/switchovers`)).body).toMatchObject({
      items: [
        {
          cause: "manual",
          phases: { requestedAt: timeAt(200), lostAt: timeAt(203), newActiveAt: timeAt(204) },
          sessionsClosed: 2,
        },
      ],
    });
  });

  it("answers an empty list for a chassis without any, and 404 for one never seen", async () => {
    const { get, happen } = apiWorld();
    await happen(...poweredOn(ID));

    expect((await get(`/chassis/${ID}/switchovers`)).body).toEqual({ items: [] });
    expect(await get("/chassis/bxr-nowhere/switchovers")).toMatchObject({ status: 404 });
  });
});

describe("GET /chassis/{id}?knownAt=", () => {
  it("answers the twin by what had been received by then", async () => {
    const { get, happen, time } = apiWorld();
    await happen(...poweredOn(ID));
    const before = new Date(time.now).toISOString();
    time.now += 60_000;
    await happen(eventAt(200, ID, "module.removed", { slot: "M2" }));

    expect((await get(`/chassis/${ID}?at=${timeAt(300)}`)).body).toMatchObject({ redundancy: "simplex" });
    expect((await get(`/chassis/${ID}?at=${timeAt(300)}&knownAt=${before}`)).body).toMatchObject({
      redundancy: "ready",
    });
    expect((await get(`/chassis/${ID}?knownAt=${before}`)).body).toMatchObject({ asOf: before, redundancy: "ready" });
  });
});

describe("GET /chassis/{id}?include=provenance", () => {
  it("adds the events on which the main fields and the findings rest", async () => {
    const { get, happen } = apiWorld();
    await happen(...poweredOn(ID), eventAt(200, ID, "module.removed", { slot: "M2" }));

    const { body } = await get(`/chassis/${ID}?include=provenance`);

    expect(body).toMatchObject({
      provenance: {
        "/redundancy": [{ id: "module.removed@200" }],
        "/modules/M2/role": [{ id: "module.removed@200" }],
        "/findings/0": [{ id: "module.removed@200" }],
        "/activeSlot": [{ id: expect.not.stringContaining("@200") }],
      },
    });
    expect(Object((await get(`/chassis/${ID}`)).body)).not.toHaveProperty("provenance");
  });

  it("refuses to include what there is not", async () => {
    const { get, happen } = apiWorld();
    await happen(...poweredOn(ID));

    expect(await get(`/chassis/${ID}?include=secrets`)).toMatchObject({ status: 400 });
  });
});

import { describe, expect, it } from "@jest/globals";
import { apiWorld, eventAt, POWER_ON, poweredOn } from "../../support/api-world.ts";

const ID = "bxr-lon-01";
const SOURCE = "//collector.test/syslog";

const timeAt = (seconds: number) => new Date(POWER_ON + seconds * 1000).toISOString();

/** M1 is pulled at +200 s, M2 reports that it has taken over at +201 s, and a new M1 is ready at +400 s. */
const EXCHANGED = [
  ...poweredOn(ID),
  eventAt(100, ID, "session.opened", { sessionId: "cli-1", kind: "cli" }),
  eventAt(200, ID, "module.removed", { slot: "M1" }),
  eventAt(201, ID, "module.role-changed", { slot: "M2", to: "active" }),
  eventAt(300, ID, "module.inserted", { slot: "M1", serialNumber: "A2" }),
  eventAt(360, ID, "module.booted", { slot: "M1" }),
  eventAt(400, ID, "standby.ready", { slot: "M1" }),
];

const worldWith = async (...events: readonly object[]) => {
  const world = apiWorld();
  await world.happen(...events);
  return world;
};

const changesOf = async (query: string) => {
  const { get } = await worldWith(...EXCHANGED);
  const { status, body } = await get(`/chassis/${ID}/diff?${query}`);
  expect(status).toBe(200);
  return body;
};

const change = (pointer: string, before: unknown, after: unknown, ...ids: readonly string[]) => ({
  pointer,
  before,
  after,
  evidence: ids.map((id) => ({ source: SOURCE, id })),
});

describe("GET /chassis/{id}/diff", () => {
  it("answers what changed between two moments, each with the event that made it so", async () => {
    expect(await changesOf(`from=${timeAt(150)}&to=${timeAt(250)}`)).toMatchObject({
      from: timeAt(150),
      to: timeAt(250),
      changes: expect.arrayContaining([
        change("/activeSlot", "M1", "M2", "module.removed@200"),
        change("/redundancy", "ready", "simplex", "module.role-changed@201"),
        change("/switchover/count", 0, 1, "module.role-changed@201"),
        change("/modules/M1/presence", "present", "absent", "module.removed@200"),
        change("/management/sessions", [expect.objectContaining({ sessionId: "cli-1" })], [], "module.removed@200"),
      ]),
    });
  });

  it("names what came back to its value as no change", async () => {
    const { changes } = Object(await changesOf(`from=${timeAt(150)}&to=${timeAt(450)}`));

    expect(changes.map(({ pointer }: { pointer: string }) => pointer)).not.toContain("/redundancy");
    expect(changes).toContainEqual(change("/modules/M1/serialNumber", null, "A2", "module.inserted@300"));
  });

  it("rests what time alone changed on the event that had promised otherwise", async () => {
    const { get } = await worldWith(...poweredOn(ID), eventAt(200, ID, "module.removed", { slot: "M1" }));
    const { body } = await get(`/chassis/${ID}/diff?from=${timeAt(210)}&to=${timeAt(300)}`);

    expect(body).toMatchObject({
      changes: expect.arrayContaining([change("/activeSlot", "M2", null, "module.removed@200")]),
    });
  });

  it("compares with the present when it is not told with what", async () => {
    const { get, time } = await worldWith(...EXCHANGED);

    expect(await get(`/chassis/${ID}/diff?from=${timeAt(450)}`)).toEqual({
      status: 200,
      headers: expect.anything(),
      body: { from: timeAt(450), to: new Date(time.now).toISOString(), changes: [] },
    });
  });

  it.each([
    ["no moment to compare with", `to=${timeAt(100)}`, "/query/from"],
    ["moments that are reversed", `from=${timeAt(100)}&to=${timeAt(99)}`, "/query/from"],
    ["a moment that is none", `from=yesterday`, "/query/from"],
    ["a moment in the future", `from=${timeAt(1)}&to=${timeAt(1801)}`, "/query/to"],
  ])("refuses %s", async (_, query, pointer) => {
    const { get } = await worldWith(...EXCHANGED);

    expect(await get(`/chassis/${ID}/diff?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer, detail: expect.stringMatching(/./) }] },
    });
  });

  it("knows nothing of a chassis never seen, or of a time before its first event", async () => {
    const { get } = await worldWith(...EXCHANGED);

    expect(await get(`/chassis/never-seen/diff?from=${timeAt(1)}`)).toMatchObject({ status: 404 });
    expect(await get(`/chassis/${ID}/diff?from=${timeAt(1)}`)).toMatchObject({ status: 404 });
  });
});

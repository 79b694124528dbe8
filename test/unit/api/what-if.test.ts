import { describe, expect, it } from "@jest/globals";
import { NOW } from "../../support/api-events.ts";
import { apiWorld, eventAt, POWER_ON, poweredOn } from "../../support/api-world.ts";

const ID = "bxr-lon-01";

const GOOD_ORDER = [
  ...poweredOn(ID),
  eventAt(80, ID, "session.opened", { sessionId: "cli-1", kind: "cli" }),
  eventAt(81, ID, "session.opened", { sessionId: "inm-1", kind: "inm" }),
];

/** A switchover that takes 60 s until the former active is a ready standby again. */
const exchanged = (chassisId: string) => [
  ...poweredOn(chassisId),
  eventAt(200, chassisId, "module.reset", { slot: "M1" }),
  eventAt(201, chassisId, "module.role-changed", { slot: "M2", to: "active" }),
  eventAt(250, chassisId, "module.booted", { slot: "M1" }),
  eventAt(260, chassisId, "standby.ready", { slot: "M1" }),
];

const timeAt = (seconds: number) => new Date(POWER_ON + seconds * 1000).toISOString();

const askWith = async (events: readonly object[], body: unknown, contentType = "application/json") => {
  const world = apiWorld();
  await world.happen(...events);
  const { status, body: answer } = await world.request({
    method: "POST",
    target: `/chassis/${ID}/what-if`,
    headers: { "content-type": contentType },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status, answer: Object(answer), world };
};

describe("POST /chassis/{id}/what-if", () => {
  it("tells that a ready standby takes over when the active is pulled, and what that costs", async () => {
    const { status, answer } = await askWith(GOOD_ORDER, { action: "remove-active" });

    expect({ status, answer }).toMatchObject({
      status: 200,
      answer: {
        before: { activeSlot: "M1", redundancy: "ready" },
        after: { activeSlot: "M2", redundancy: "simplex", modules: { M1: { presence: "absent" } } },
        impact: {
          switchover: true,
          sessionsClosed: 2,
          bootSource: "primary-flash",
          configLossPossible: false,
          serviceLoss: false,
          withoutRedundancySeconds: null,
          recovery: { from: "unknown", switchovers: 0 },
        },
        refusals: [],
      },
    });
    expect(answer.explanation).toEqual([
      "M2 is ready and takes over.",
      "M2 runs a version that is not known from primary-flash.",
      "2 management sessions would close.",
      "The chassis is without redundancy then, for how long is not known: no past switchover tells.",
    ]);
    expect(answer.changes).toContainEqual(
      expect.objectContaining({ pointer: "/activeSlot", before: "M1", after: "M2" }),
    );
  });

  it("stores nothing", async () => {
    const { world } = await askWith(GOOD_ORDER, { action: "remove-active" });

    expect(await world.get(`/chassis/${ID}`)).toMatchObject({
      body: { revision: GOOD_ORDER.length, activeSlot: "M1" },
    });
  });

  it("carries a switchover command out, after which the former active is to be the standby", async () => {
    const { answer } = await askWith(GOOD_ORDER, { action: "switchover" });

    expect(answer).toMatchObject({
      after: {
        activeSlot: "M2",
        switchover: { count: 1, last: { cause: "manual" } },
        modules: { M1: { role: "standby" } },
      },
      impact: { switchover: true, sessionsClosed: 2, serviceLoss: false },
    });
    expect(answer.explanation[0]).toBe("M2 is ready and takes over; M1 restarts and becomes the standby.");
  });

  it.each([
    ["the standby is not ready", eventAt(100, ID, "standby.down", { slot: "M2" }), "standby-not-ready"],
    ["a file is being synchronized", eventAt(100, ID, "config.saved", { revision: 11 }), "standby-not-ready"],
    ["there is no standby", eventAt(100, ID, "module.removed", { slot: "M2" }), "standby-missing"],
  ])("refuses a switchover when %s, and changes nothing", async (_, event, code) => {
    const { answer } = await askWith([...GOOD_ORDER, event], { action: "switchover" });

    expect(answer).toMatchObject({ changes: [], impact: { switchover: false, sessionsClosed: 0, serviceLoss: false } });
    expect(answer.refusals).toContainEqual(expect.objectContaining({ code, message: expect.stringMatching(/./) }));
    expect(answer.explanation.at(-1)).toBe("Nothing changes.");
  });

  it("tells that nothing takes over from an active that loses its power beside no ready standby", async () => {
    const { answer } = await askWith([...GOOD_ORDER, eventAt(100, ID, "standby.down", { slot: "M2" })], {
      action: "power-loss-active",
    });

    expect(answer).toMatchObject({
      after: { activeSlot: null },
      impact: { switchover: false, sessionsClosed: 2, bootSource: null, serviceLoss: true },
    });
  });

  it("tells that the loss of the standby is no switchover", async () => {
    const { answer } = await askWith(GOOD_ORDER, { action: "remove-standby" });

    expect(answer).toMatchObject({
      after: { activeSlot: "M1", redundancy: "simplex" },
      impact: { switchover: false, sessionsClosed: 0, serviceLoss: false, bootSource: "primary-flash" },
    });
  });

  it("tells that a reload elects the saved default slot, and loses service and what is not saved", async () => {
    const { answer } = await askWith(
      [
        ...GOOD_ORDER,
        eventAt(100, ID, "redundancy.configured", { defaultActiveSlot: "M2", saved: true }),
        eventAt(110, ID, "config.changed", { revision: 11 }),
      ],
      { action: "reload" },
    );

    expect(answer).toMatchObject({
      after: { activeSlot: "M2", bootEpoch: 2, startKind: "cold", switchover: { count: 0 } },
      impact: { switchover: false, serviceLoss: true, configLossPossible: true, sessionsClosed: 2 },
    });
  });

  it("takes events as they would be reported, one without a time as happening now", async () => {
    const { answer } = await askWith(GOOD_ORDER, {
      events: [{ type: "module.removed", data: { slot: "M1" } }],
    });

    expect(answer).toMatchObject({
      before: { asOf: new Date(NOW).toISOString() },
      after: { asOf: new Date(NOW).toISOString(), activeSlot: "M2", activeConfidence: "predicted" },
      impact: { switchover: true },
    });
  });

  it("takes events at any time after what is known, and looks from the first of them", async () => {
    const { answer } = await askWith(GOOD_ORDER, {
      events: [
        { type: "module.removed", data: { slot: "M2" }, time: timeAt(100) },
        { type: "module.removed", data: { slot: "M1" }, time: timeAt(110) },
      ],
    });

    expect(answer).toMatchObject({
      before: { asOf: timeAt(100), redundancy: "ready" },
      after: { asOf: timeAt(110), activeSlot: null, forwarding: "headless" },
      impact: { serviceLoss: true },
    });
  });

  it("expects the chassis to be without redundancy as long as after its own past switchovers", async () => {
    const { answer } = await askWith(exchanged(ID), { action: "remove-active" });

    expect(answer.impact).toMatchObject({
      withoutRedundancySeconds: 60,
      recovery: { seconds: 60, from: "chassis", switchovers: 1 },
    });
    expect(answer.explanation.at(-1)).toBe(
      "The chassis is without redundancy then, for about 60 s: the median of 1 past switchover of this chassis.",
    );
  });

  it("goes by the fleet when the chassis has had no switchover", async () => {
    const { answer } = await askWith([...GOOD_ORDER, ...exchanged("lon-1"), ...exchanged("lon-2")], {
      action: "remove-active",
    });

    expect(answer.impact).toMatchObject({ withoutRedundancySeconds: 60, recovery: { from: "fleet", switchovers: 2 } });
  });

  it.each([
    ["no such slot", { events: [{ type: "module.removed", data: { slot: "M3" } }] }, "/events/0/data/slot"],
    ["an event without a type", { events: [{ data: {} }] }, "/events/0/type"],
    ["an unknown action", { action: "explode" }, "/action"],
    ["neither an action nor events", {}, ""],
    ["both", { action: "reload", events: [{ type: "chassis.cold-started" }] }, ""],
    ["something unknown", { action: "reload", now: true }, "/now"],
    ["another chassis", { events: [{ type: "chassis.cold-started", subject: "lon-1" }] }, "/events/0/subject"],
    ["a time before what is known", { events: [{ type: "chassis.cold-started", time: timeAt(79) }] }, "/events/0/time"],
    ["no JSON", "reload", ""],
  ])("refuses %s", async (_, body, pointer) => {
    const { status, answer } = await askWith(GOOD_ORDER, body);

    expect({ status, answer }).toMatchObject({ status: 400, answer: { errors: [{ pointer }] } });
  });

  it("takes JSON only", async () => {
    expect(await askWith(GOOD_ORDER, { action: "reload" }, "text/plain")).toMatchObject({ status: 415 });
  });

  it("knows nothing of a chassis never seen", async () => {
    expect(await askWith(poweredOn("lon-1"), { action: "reload" })).toMatchObject({ status: 404 });
  });
});

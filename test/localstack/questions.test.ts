import { beforeAll, describe, expect, test } from "@jest/globals";
import { eventOf, newChassis } from "./support/events.ts";
import { eventually } from "./support/eventually.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { STAGES } from "./support/stages.ts";

const READY = "2026-01-31T12:00:00Z";
const BETWEEN = "2026-01-31T12:30:00Z";
const REMOVED = "2026-01-31T13:00:00Z";

const JSON_BODY = { "content-type": "application/json" };
const BATCH = { "content-type": "application/cloudevents-batch+json" };

describe("the deployed API, asked what an operator asks", () => {
  const fleet = newChassis("asked");
  const [whole, alone] = [`${fleet}-a`, `${fleet}-b`];
  let stage: Stage;

  const send = async (path: string, body: unknown, headers: Readonly<Record<string, string>> = JSON_BODY) => {
    const answer = await stage.ask(path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  };

  beforeAll(async () => {
    stage = await openStage(STAGES.signed);
    await stage.post([
      eventOf(whole, "standby.ready", { slot: "M2" }, { time: READY }),
      eventOf(alone, "standby.ready", { slot: "M2" }, { time: READY }),
      eventOf(alone, "module.removed", { slot: "M2" }, { time: REMOVED, id: "pulled" }),
    ]);
    await stage.twinOf(whole, 1);
    await stage.twinOf(alone, 2);
  });

  test("tells what changed between two moments, and by which event", async () => {
    expect(await stage.read(`/chassis/${alone}/diff?from=${BETWEEN}`)).toMatchObject({
      changes: expect.arrayContaining([
        {
          pointer: "/redundancy",
          before: "ready",
          after: "simplex",
          evidence: [expect.objectContaining({ id: "pulled" })],
        },
      ]),
    });
  });

  test("tells what would be if the active module were pulled", async () => {
    expect(await send(`/chassis/${whole}/what-if`, { action: "remove-active" })).toMatchObject({
      status: 200,
      body: { after: { activeSlot: "M2" }, impact: { switchover: true, serviceLoss: false } },
    });
  });

  test("tells the fleet as it was", async () => {
    const then = () => stage.read(`/chassis?prefix=${fleet}&redundancy=ready&at=${BETWEEN}`);

    expect(
      await eventually(then, (page) => JSON.stringify(page).includes(whole) && JSON.stringify(page).includes(alone)),
    ).toMatchObject({ items: [{ redundancy: "ready" }, { redundancy: "ready" }] });
    expect(await stage.read(`/fleet/summary?prefix=${fleet}&at=${BETWEEN}`)).toMatchObject({ total: 2 });
  });

  test("tells the open findings of the fleet", async () => {
    const findings = () => stage.read(`/fleet/findings?prefix=${fleet}`);

    expect(await eventually(findings, (page) => JSON.stringify(page).includes(alone))).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ chassisId: alone, code: "standby-missing", severity: "warning" }),
      ]),
    });
  });

  test("tells whether what is asserted of the fleet holds", async () => {
    const assertions = [
      { name: "no chassis without a ready standby", where: { prefix: fleet }, expect: { redundancy: "ready" } },
    ];

    expect(await send("/fleet/assertions", { assertions })).toMatchObject({
      status: 200,
      body: { passed: false, results: [{ checked: 2, failed: 1, failures: [{ chassisId: alone }] }] },
    });
  });

  test("lets a read wait for what a post brought", async () => {
    const chassisId = newChassis("written");
    const posted = await send("/events", [eventOf(chassisId, "standby.ready", { slot: "M2" })], BATCH);
    const token = posted.headers.get("twin-token");
    const read = await stage.ask(`/chassis/${chassisId}`, { headers: { "twin-token": token ?? "" } });

    // A busy emulator may take longer than a read waits, which it says.
    expect([200, 504]).toContain(read.status);
    if (read.status === 200) expect(await read.json()).toMatchObject({ chassisId, revision: 1 });
  });

  test("takes nothing of a strict batch of which a part is wrong", async () => {
    const chassisId = newChassis("strict");
    const events = [
      eventOf(chassisId, "standby.ready", { slot: "M2" }),
      eventOf(chassisId, "standby.ready", { slot: "M9" }),
    ];

    expect(await send("/events", events, { ...BATCH, prefer: "handling=strict" })).toMatchObject({ status: 400 });
    expect((await stage.ask(`/chassis/${chassisId}`)).status).toBe(404);
  });

  test("describes itself, to programs and to people", async () => {
    expect(await stage.read("/openapi.json")).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
    const page = await stage.ask("/docs");

    expect([page.status, page.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  });
});

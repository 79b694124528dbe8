import { describe, expect, test } from "@jest/globals";
import { projectChassis } from "../../../functions/project-events/project-chassis.ts";
import { RECORDED_FLEET, readRecording } from "../../../infra/embedded/demo/recording.ts";
import { renderTwin } from "../../../infra/embedded/demo/story.ts";
import { memoryStore } from "../../../shared/adapters/memory-store.ts";
import { eventHistory } from "../../../shared/history/event-history.ts";
import { currentTwin } from "../../../shared/history/read-twin.ts";

const { capture, observations } = await readRecording();
const events = [...capture.events, ...observations];
const now = Math.max(...events.map(({ time }) => Date.parse(time))) + 3000;

const store = memoryStore();
for (const chassisId of RECORDED_FLEET.keys()) {
  const ofChassis = events.filter(({ subject }) => subject === chassisId);
  await projectChassis(store, { chassisId, events: ofChassis }, () => now);
}

const twinOf = (chassisId: string) => currentTwin(store, { chassisId }, now);

describe("the fleet that the recording leaves", () => {
  test.each([
    ["bxr-ams-01", "M1", "ready", ["boot-code-mismatch"]],
    ["bxr-fra-01", "M1", "ready", []],
    ["bxr-fra-02", "M2", "ready", ["role-not-default"]],
    ["bxr-lon-01", "M2", "ready", ["running-version-mismatch", "role-not-default"]],
    ["bxr-lon-02", "M1", "ready", []],
    ["bxr-mad-01", "M1", "simplex", ["standby-missing"]],
    ["bxr-par-01", "M1", "ready", []],
    ["bxr-waw-01", "M1", "synchronizing", ["standby-not-ready"]],
  ])("has %s led by %s, %s, with findings %j", async (chassisId, activeSlot, redundancy, codes) => {
    const { findings, switchover, ...twin } = await twinOf(chassisId);

    expect(twin).toMatchObject({ activeSlot, redundancy, activeConfidence: "reported" });
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(switchover.ready).toBe(redundancy === "ready");
  });

  test("boots one chassis from a card, and the others from flash", async () => {
    const twins = await Promise.all([...RECORDED_FLEET.keys()].map(twinOf));
    const fromCards = twins.filter(({ bootSource }) => bootSource !== "primary-flash");

    expect(fromCards.map(({ chassisId, bootSource }) => [chassisId, bootSource])).toEqual([
      ["bxr-par-01", "pcmcia-slot-1"],
    ]);
  });

  test("knows why each switchover was", async () => {
    expect((await twinOf("bxr-fra-02")).switchover.last).toMatchObject({ cause: "manual", to: "M2" });
    expect((await twinOf("bxr-lon-01")).switchover.last).toMatchObject({ cause: "active-removed", to: "M2" });
  });

  test("has no report that contradicts another", async () => {
    for (const chassisId of RECORDED_FLEET.keys()) {
      const query = { chassisId, types: [], dispositions: ["quarantined" as const], limit: 1 };

      expect((await eventHistory(store, query)).items).toEqual([]);
    }
  });
});

describe("what is said of a chassis now", () => {
  test("answers an operator's questions when all is well", async () => {
    expect(renderTwin(await twinOf("bxr-fra-01"))).toBe(
      [
        "  Who is active?            M1, reported",
        "  What does it boot from?   primary-flash",
        "  Is the standby in sync?   M2: flash code in-sync, system-config in-sync,",
        "                            running-config in-sync",
        "  Would a switchover work?  yes, now",
        "  What else is there?       nothing",
        "",
      ].join("\n"),
    );
  });

  test("says why a switchover would not work", async () => {
    const said = renderTwin(await twinOf("bxr-mad-01"));

    expect(said).toContain("Is the standby in sync?   M2 is not a standby now (absent)\n");
    expect(said).toMatch(/Would a switchover work\? {2}no:\n {28}M2 is empty/);
    expect(said).toMatch(/What else is there\? {7}warning: M2 is empty/);
  });
});

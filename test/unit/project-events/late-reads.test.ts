import { expect, test } from "@jest/globals";
import { projectChassis } from "../../../functions/project-events/project-chassis.ts";
import { memoryStore } from "../../../shared/adapters/memory-store.ts";
import type { TwinStore } from "../../../shared/ports.ts";
import { eventsOf, type Line, STORY_START } from "../../support/chassis-story.ts";

const CHASSIS = "bxr-lab-01";

test("for a late event the commits from its time on are read but once", async () => {
  const asked: string[] = [];
  const memory = memoryStore();
  const store: TwinStore = {
    ...memory,
    commitsFrom: (chassisId, from) => {
      asked.push(`from ${from - STORY_START}`);
      return memory.commitsFrom(chassisId, from);
    },
  };
  const events = eventsOf(
    Array.from(
      { length: 40 },
      (_, index): Line => [index, "session.opened", { sessionId: `cli-${index}`, kind: "cli" }],
    ),
    CHASSIS,
  );
  const late = events.filter((_, index) => index === 10);
  const others = events.filter((_, index) => index !== 10);
  const project = (some: typeof events) =>
    projectChassis(store, { chassisId: CHASSIS, events: some }, () => STORY_START + 3_600_000);

  for (const event of others) await project([event]);
  await project(late);

  expect(asked).toEqual(["from 10000"]);
  expect((await store.load(CHASSIS))?.base.eventCount).toBeGreaterThan(0);
  expect((await store.load(CHASSIS))?.revision).toBe(40);
});

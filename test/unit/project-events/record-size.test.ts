import { describe, expect, test } from "@jest/globals";
import { projectChassis } from "../../../functions/project-events/project-chassis.ts";
import { memoryStore } from "../../../shared/adapters/memory-store.ts";
import type { ChassisWrite, TwinStore } from "../../../shared/ports.ts";
import { eventsOf, type Line, STORY_START } from "../../support/chassis-story.ts";

const CHASSIS = "bxr-lab-01";
const NOW = STORY_START + 30 * 86_400_000;
const UNIT = 1024;

/** Writes in which a record takes as many bytes as a test says. */
const writesOf = async (batch: number, bytesOf: TwinStore["bytesOf"]): Promise<readonly ChassisWrite[]> => {
  const writes: ChassisWrite[] = [];
  const memory = memoryStore();
  const store: TwinStore = {
    ...memory,
    bytesOf,
    save: async (write) => {
      writes.push(write);
      await memory.save(write);
    },
  };
  const events = eventsOf(
    Array.from(
      { length: 60 },
      (_, index): Line => [index, "session.opened", { sessionId: `cli-${index}`, kind: "cli" }],
    ),
    CHASSIS,
  );
  for (let from = 0; from < events.length; from += batch) {
    await projectChassis(store, { chassisId: CHASSIS, events: events.slice(from, from + batch) }, () => NOW);
  }
  return writes;
};

const heldBy = ({ record }: Pick<ChassisWrite, "record">): number => record.tail.length;

describe("a record", () => {
  test("lets go of events as soon as it takes more than one unit to write, but of six or more", async () => {
    const growing: TwinStore["bytesOf"] = (write) => UNIT - 9 + heldBy(write);
    const writes = await writesOf(1, growing);
    const spills = writes.flatMap(({ commits }) => commits);

    expect(spills.length).toBeGreaterThan(5);
    expect(Math.max(...writes.map(heldBy))).toBe(9);
    expect(spills.every(({ events }) => events.length === 6)).toBe(true);
  });

  test("keeps its events when letting go of them would not make it cheaper", async () => {
    const writes = await writesOf(1, () => 2 * UNIT);

    expect(Math.max(...writes.map(heldBy))).toBe(16);
  });

  test("keeps those that bursts bring until many can go at once", async () => {
    const writes = await writesOf(5, (write) => (heldBy(write) > 5 ? 2 * UNIT : UNIT));
    const spills = writes.flatMap(({ commits }) => commits);

    expect(spills.length).toBeGreaterThan(1);
    expect(Math.min(...spills.map(({ events }) => events.length))).toBe(15);
  });
});

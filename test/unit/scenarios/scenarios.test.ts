import { env, stdout } from "node:process";
import { describe, expect, test } from "@jest/globals";
import { projectChassis } from "../../../functions/project-events/project-chassis.ts";
import { memoryStore } from "../../../shared/adapters/memory-store.ts";
import { parseEvent } from "../../../shared/edge/parse-event.ts";
import { currentTwin } from "../../../shared/history/read-twin.ts";
import { eventsOf, foldStory, IN_GOOD_ORDER, momentAt, STORY_START, tell } from "../../support/chassis-story.ts";
import { factsOf, SCENARIOS, type Scenario, storyOf } from "./scenario.ts";

const CHASSIS = "bxr-lab-01";

/** Prints the facts as they are, to compare them by eye: `SHOW_TWINS=1`. Expectations are written by hand only. */
const show = (title: string, facts: unknown): void => {
  if (env["SHOW_TWINS"] !== undefined) stdout.write(`${title}\n${JSON.stringify(facts, null, 2)}\n`);
};

const endOf = ({ checkpoints }: Scenario): number => STORY_START + Math.max(...checkpoints.map(({ at }) => at)) * 1000;

describe.each(SCENARIOS)("$title ($name)", (scenario) => {
  test.each(scenario.checkpoints)("at second $at: $says", ({ at, twin }) => {
    const facts = factsOf(tell(storyOf(scenario, at), at));

    show(`${scenario.name} at ${at}`, facts);
    expect(facts).toEqual(twin);
  });

  test("its events are applied, without effect or quarantined as they should be", () => {
    const outcomes = foldStory(storyOf(scenario)).outcomes.slice(IN_GOOD_ORDER.length);

    const judged = outcomes.map(({ disposition }, index) =>
      scenario.dispositions[index] === null ? null : disposition,
    );
    expect(judged).toEqual(scenario.dispositions);
    for (const { disposition, reason } of outcomes) expect(reason === null).toBe(disposition === "applied");
  });

  test("every finding and reason says a sentence and names its evidence", () => {
    for (const { at } of scenario.checkpoints) {
      const { findings, switchover, reload } = tell(storyOf(scenario, at), at);
      for (const { message, evidence } of [...findings, ...switchover.reasons, ...reload.reasons]) {
        expect(message).toMatch(/^[A-Z].*\.$/);
        expect(evidence).not.toEqual([]);
      }
    }
  });

  test("replaying all of it, in any batches, changes nothing", async () => {
    const store = memoryStore();
    const events = eventsOf(storyOf(scenario));
    const end = endOf(scenario);

    for (const batch of [events.slice(0, 9), events, events.toReversed()]) {
      await projectChassis(store, { chassisId: CHASSIS, events: batch }, () => end);
    }

    expect(await currentTwin(store, { chassisId: CHASSIS }, end)).toEqual(
      tell(storyOf(scenario), (end - STORY_START) / 1000),
    );
  });
});

const REFUSED = SCENARIOS.flatMap(({ name, refused }) =>
  refused.map(([seconds, type, data, attributes = {}]) => ({ name, seconds, type, data, attributes })),
);

test.each(REFUSED)(
  "the edge refuses a $type of $data with $attributes ($name)",
  ({ seconds, type, data, attributes }) => {
    const event = { specversion: "1.0", id: "g-1", source: "collector.example", subject: CHASSIS, type, data };

    expect(parseEvent({ ...event, time: momentAt(seconds), ...attributes }, STORY_START).ok).toBe(false);
  },
);

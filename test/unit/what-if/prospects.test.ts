import { describe, expect, test } from "@jest/globals";
import { advance } from "../../../shared/domain/fold.ts";
import { courseOf, eventsOf, type WhatIfAction } from "../../../shared/domain/what-if/course.ts";
import type { Prospect } from "../../../shared/domain/what-if/prospect.ts";
import { foresee } from "../../../shared/domain/what-if/what-if.ts";
import { foldStory, IN_GOOD_ORDER, type Line, STORY_START } from "../../support/chassis-story.ts";

const CHASSIS = "bxr-lab-01";
const UNTOLD = { seconds: null, from: "unknown", switchovers: 0 } as const;

/** What an action on a chassis in good order would lead to, ten seconds into a story. */
const prospect = (action: WhatIfAction, lines: readonly Line[] = [], story = IN_GOOD_ORDER): Prospect => {
  const at = STORY_START + 10_000;
  const situation = { chassisId: CHASSIS, state: advance(foldStory([...story, ...lines]).state, at), at };
  const course = courseOf(action, situation);
  return foresee({ ...situation, ...course, events: eventsOf(course, situation), recovery: UNTOLD });
};

const down: Line = [1, "standby.down", { slot: "M2" }];
const removed: Line = [1, "module.removed", { slot: "M2" }];
const bootOrder = (...order: readonly string[]): Line => [2, "boot-source.configured", { order }];

const FOR_HOW_LONG = ", for how long is not known: no past switchover tells.";
const WITHOUT = `The chassis is without redundancy then${FOR_HOW_LONG}`;
const STILL_WITHOUT = `There is no ready standby${FOR_HOW_LONG}`;
const NOBODY = "Nobody is known to be active then: service may be lost.";
const HEADLESS = "No management module is left: interface modules go on forwarding for a short while only.";
const RESTARTS = "The whole chassis restarts: service is lost until it has booted.";
const M1_RUNS = "M1 runs 2.7.2a from primary-flash.";
const SESSIONS = "2 management sessions would close.";

describe("what is said of a prospect", () => {
  test.each<[string, WhatIfAction, readonly Line[], readonly string[]]>([
    [
      "the active is pulled beside a ready standby",
      "remove-active",
      [],
      ["M2 is ready and takes over.", "M2 runs 2.7.2a from primary-flash.", SESSIONS, WITHOUT],
    ],
    [
      "the active loses its power beside an empty slot",
      "power-loss-active",
      [removed],
      ["M2 is empty: no module is left to take over.", HEADLESS, SESSIONS, STILL_WITHOUT],
    ],
    [
      "the active is pulled beside a module that does not run",
      "remove-active",
      [down],
      ["M2 does not run: no module is left to take over.", HEADLESS, SESSIONS, STILL_WITHOUT],
    ],
    [
      "the active is pulled beside a standby that is copying",
      "remove-active",
      [[1, "sync.started", { file: "flash-code" }]],
      [
        "M2 is not a ready standby, so it is not known to take over; the chassis may have to restart.",
        NOBODY,
        SESSIONS,
        STILL_WITHOUT,
      ],
    ],
    ["the standby is pulled", "remove-standby", [], ["M1 stays active, without a standby.", WITHOUT]],
    [
      "there is no standby to pull",
      "remove-standby",
      [removed],
      ["M2 is empty: there is no standby.", "Nothing changes."],
    ],
    [
      "a reload of a chassis in good order",
      "reload",
      [],
      ["M1 becomes active: it is the saved default active slot.", RESTARTS, M1_RUNS, SESSIONS, WITHOUT],
    ],
    [
      "a reload while the default slot is without power",
      "reload",
      [
        [1, "redundancy.configured", { defaultActiveSlot: "M2", saved: true }],
        [2, "module.power-lost", { slot: "M2" }],
      ],
      [
        "M1 becomes active: nothing boots in M2, the saved default active slot.",
        RESTARTS,
        M1_RUNS,
        SESSIONS,
        STILL_WITHOUT,
      ],
    ],
    [
      "a switchover to a module that runs another version",
      "switchover",
      [
        [
          1,
          "chassis.observed",
          { startedAt: "2026-01-01T00:00:00.500Z", modules: [{ slot: "M2", versions: { flashCode: "2.8.0" } }] },
        ],
      ],
      [
        "M2 is ready and takes over; M1 restarts and becomes the standby.",
        "M2 runs 2.8.0 from primary-flash, where M1 ran 2.7.2a.",
        SESSIONS,
        WITHOUT,
      ],
    ],
    [
      "the active is pulled just after a change of its configuration",
      "remove-active",
      [[9, "config.changed", { revision: 11 }]],
      [
        "M2 is ready and takes over.",
        "M2 runs 2.7.2a from primary-flash.",
        SESSIONS,
        "Changes of the configuration that are not saved, or not copied yet, may be lost.",
        WITHOUT,
      ],
    ],
  ])("%s", (_, action, lines, explanation) => {
    expect(prospect(action, lines).explanation).toEqual(explanation);
  });

  test.each(["remove-active", "remove-standby", "power-loss-active"] as const)(
    "%s is refused while nobody is known to be active",
    (action) => {
      const { explanation, refusals, changes } = prospect(action, [], [[0, "card.inserted", { slot: "M1", card: 1 }]]);

      expect(changes).toEqual([]);
      expect(refusals).toHaveLength(1);
      expect(explanation).toEqual([expect.stringMatching(/^No module is known to be active/), "Nothing changes."]);
    },
  );
});

describe("where the chassis would boot from", () => {
  const card: Line = [1, "card.inserted", { slot: "M1", card: 1 }];
  const noCard: Line = [1, "card.removed", { slot: "M1", card: 1 }];

  test.each([
    ["the source it came from when none is configured", [], "primary-flash", "2.7.2a"],
    ["the first configured source", [bootOrder("primary-flash", "tftp")], "primary-flash", "2.7.2a"],
    ["a card that is known to be there", [card, bootOrder("pcmcia-slot-1")], "pcmcia-slot-1", null],
    [
      "the next source when a card is known to be absent",
      [noCard, bootOrder("pcmcia-slot-1", "primary-flash")],
      "primary-flash",
      "2.7.2a",
    ],
    ["nothing known when nobody knows of a card", [bootOrder("pcmcia-slot-2", "primary-flash")], null, null],
    ["nothing known when a server on the network may answer", [bootOrder("tftp", "primary-flash")], null, null],
    ["nothing known of a secondary image that nobody reported", [bootOrder("secondary-flash")], null, null],
    [
      "a secondary image that was reported",
      [[1, "image.updated", { slot: "M1", image: "secondary", version: "2.7.1" }], bootOrder("secondary-flash")],
      "secondary-flash",
      "2.7.1",
    ],
  ] as readonly [string, readonly Line[], string | null, string | null][])("%s", (_, lines, bootSource, version) => {
    const { impact, after } = prospect("reload", lines);

    expect({ ...impact, activeSlot: after.activeSlot }).toMatchObject({
      bootSource,
      activeSlot: "M1",
      serviceLoss: true,
    });
    expect(impact.runningVersion).toBe(version);
  });
});

import { stdout } from "node:process";
import { describe, expect, test } from "@jest/globals";
import { advance, fold, orderedForFold } from "../../shared/domain/fold.ts";
import { initialState } from "../../shared/domain/state.ts";
import { type ManagementSlot, otherSlot } from "../../shared/domain/vocabulary.ts";
import { courseOf, eventsOf, type WhatIfAction } from "../../shared/domain/what-if/course.ts";
import type { Prospect } from "../../shared/domain/what-if/prospect.ts";
import { foresee } from "../../shared/domain/what-if/what-if.ts";
import { runs } from "../support/property.ts";
import { Random } from "../support/simulator/random.ts";
import type { SimulatedDevice } from "../support/simulator/simulated-device.ts";
import { type SimulatedHistory, simulate } from "../support/simulator/simulator.ts";
import type { SimulatedTruth } from "../support/simulator/truth.ts";

/** How an action is done to a device whose active module is in a slot, and how long, in seconds, until it has had its effect. */
interface Deed {
  readonly isPossible: (device: SimulatedDevice, active: ManagementSlot) => boolean;
  readonly act: (device: SimulatedDevice, active: ManagementSlot) => void;
  readonly seconds: number;
}

const DEEDS: Readonly<Record<WhatIfAction, Deed>> = {
  "remove-active": { isPossible: () => true, act: (device, active) => device.pull(active), seconds: 4 },
  "power-loss-active": { isPossible: () => true, act: (device, active) => device.losePower(active), seconds: 4 },
  "remove-standby": {
    isPossible: ({ chassis }, active) => chassis.modules[otherSlot(active)] !== null,
    act: (device, active) => device.pull(otherSlot(active)),
    seconds: 0,
  },
  switchover: {
    isPossible: ({ chassis }) => chassis.request === null,
    act: (device) => device.requestSwitchover(),
    seconds: 6,
  },
  reload: { isPossible: () => true, act: (device) => device.reload(), seconds: 100 },
};

const ACTIONS = Object.keys(DEEDS).filter((name): name is WhatIfAction => name in DEEDS);

const foreseen = (action: WhatIfAction, { chassisId, events, device }: SimulatedHistory): Prospect => {
  const at = Date.parse(device.now);
  const state = advance(fold(initialState(), orderedForFold(events)).state, at);
  const situation = { chassisId, state, at };
  const course = courseOf(action, situation);
  const recovery = { seconds: null, from: "unknown", switchovers: 0 } as const;
  return foresee({ ...situation, ...course, events: eventsOf(course, situation), recovery });
};

/** What was foreseen and what came about; where a boot source is not known, nothing was foreseen of it. */
const outcomes = ({ after, impact }: Prospect, truth: SimulatedTruth) => ({
  foreseen: {
    activeSlot: after.activeSlot,
    sessions: after.management.sessions.map(({ sessionId }) => sessionId).toSorted(),
    bootSource: impact.bootSource,
  },
  cameAbout: {
    activeSlot: truth.activeSlot,
    sessions: truth.openSessions.toSorted(),
    bootSource:
      truth.activeSlot === null || impact.bootSource === null ? null : truth.modules[truth.activeSlot].bootedFrom,
  },
});

/** A device in some state, and what may be done to it now; `null` when nobody could do anything. */
const someCase = (seed: number) => {
  const random = new Random(seed ^ 0x3a7);
  const history = simulate({ seed, actions: random.within([1, 12]), traits: { transferFailureShare: 0 } });
  const { device } = history;
  const active = device.truth().activeSlot;
  if (active === null) return null;
  const action = random.pick(ACTIONS.filter((name) => DEEDS[name].isPossible(device, active)));
  return { history, active, action };
};

describe("what is foreseen", () => {
  test("is what the device then does, in at least 99 % of its states", () => {
    const { seed, numRuns } = runs(1000);
    const surprises: unknown[] = [];
    let tried = 0;
    let unknown = 0;
    for (let next = seed; tried < numRuns; next += 1) {
      const drawn = someCase(next);
      if (drawn === null) continue;
      tried += 1;
      const { history, active, action } = drawn;
      const prospect = foreseen(action, history);
      DEEDS[action].act(history.device, active);
      history.device.runFor(DEEDS[action].seconds);
      if (prospect.after.activeSlot !== null && prospect.impact.bootSource === null) unknown += 1;
      const { foreseen: said, cameAbout } = outcomes(prospect, history.device.truth());
      if (JSON.stringify(said) !== JSON.stringify(cameAbout)) surprises.push({ seed: next, action, said, cameAbout });
    }
    stdout.write(`${tried - surprises.length} of ${tried} prospects came about, ${unknown} without a boot source\n`);

    expect(surprises.slice(Math.floor(numRuns / 100))).toEqual([]);
    expect(unknown).toBeLessThan(numRuns / 25);
  });
});

import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { ChassisLife } from "../workload/chassis-life.ts";
import { disordered, inBursts, singly } from "../workload/deliveries.ts";
import type { Plan, Scenario } from "./cost-per-event.ts";

/** What an event may cost at most: calls, write units and read units; those of the `due` index are not among them. */
export interface Target {
  readonly calls: number;
  readonly write: number;
  readonly read: number;
}

/** A scenario, and the most that it may cost. */
export interface TargetedScenario extends Scenario {
  readonly target: Target;
}

/** How many events of each chassis are counted. */
const COUNTED = 300;

const HISTORY = 2000;
const FAR_BACK = 200;

/** At least so many events of happenings, cut to the number. */
const some = (count: number, tell: () => readonly ChassisEvent[]): ChassisEvent[] => {
  const events: ChassisEvent[] = [];
  while (events.length < count) events.push(...tell());
  return events.slice(0, count);
};

const routine = (life: ChassisLife, count = COUNTED) => some(count, () => life.routine());

/** Three events in ten move the chassis to another bucket. */
const mixed = (life: ChassisLife): ChassisEvent[] => {
  const events: ChassisEvent[] = [];
  let moving = 0;
  while (events.length < COUNTED) {
    const isDue = moving < 0.3 * events.length;
    const more = isDue ? life.commotion() : life.routine();
    if (isDue) moving += more.length;
    events.push(...more);
  }
  return events;
};

/** The scenario of bursts. */
export const BURSTS = "bursts of 5 on a chassis";

const UNCHANGED: TargetedScenario = {
  name: "single events, place in the fleet unchanged",
  plan: (life) => ({ before: life.livedInStart(), deliveries: singly(routine(life)) }),
  target: { calls: 2.15, write: 1.15, read: 1.05 },
};

/** The scenarios whose cost has a bound, on chassis that have been lived in unless they say otherwise. */
export const SCENARIOS: readonly TargetedScenario[] = [
  UNCHANGED,
  {
    ...UNCHANGED,
    name: "the same on a bare chassis",
    plan: (life) => ({ before: life.bareStart(), deliveries: singly(some(COUNTED, () => life.bareRoutine())) }),
  },
  {
    name: "single events, place changed by each",
    plan: (life) => ({ before: life.livedInStart(), deliveries: singly(some(COUNTED, () => life.commotion())) }),
    target: { calls: 2.15, write: 3.15, read: 1.05 },
  },
  {
    name: BURSTS,
    plan: (life) => ({ before: life.livedInStart(), deliveries: inBursts(routine(life), 5) }),
    target: { calls: 0.5, write: 0.65, read: 0.22 },
  },
  {
    name: "30 % of events change the place",
    plan: (life) => ({ before: life.livedInStart(), deliveries: singly(mixed(life)) }),
    target: { calls: 2.2, write: 1.75, read: 1.05 },
  },
  {
    name: "10 % duplicates and 5 % late, by 1 to 12 events",
    plan: (life) => {
      const disorder = { duplicates: 0.1, late: 0.05, places: [1, 12] } as const;
      return { before: life.livedInStart(), deliveries: disordered(routine(life), life.random, disorder) };
    },
    target: { calls: 2.1, write: 1.6, read: 1.1 },
  },
];

/** The most units of the `due` index per event, those of the watch included, in the mix of events named here. */
export const DUE_TARGET = { scenario: "30 % of events change the place", units: 0.4 };

/** The first scenario after a long history, and how many times its cost that may be. */
export const LONG_HISTORY = {
  scenario: {
    name: `single events after ${HISTORY} events of history`,
    plan: (life: ChassisLife): Plan => {
      const before = [...life.livedInStart(), ...routine(life, HISTORY)];
      return { before, deliveries: singly(routine(life)) };
    },
  },
  beside: UNCHANGED.name,
  most: 1.1,
};

/** Events from far back, one for each chassis, and the most read units that one may cost. */
export const FAR_BACK_SCENARIOS: readonly (Scenario & { readonly mostRead: number })[] = [
  {
    name: `a duplicate of an event ${FAR_BACK} events back`,
    plan: (life) => {
      const before = [...life.livedInStart(), ...routine(life, 2 * FAR_BACK)];
      return { before, deliveries: arrivingLast(before.slice(-FAR_BACK, 1 - FAR_BACK), before) };
    },
    mostRead: 8,
  },
  {
    name: `a late event ${FAR_BACK} events back`,
    plan: (life) => {
      const all = [...life.livedInStart(), ...routine(life, 2 * FAR_BACK)];
      const held = all.splice(-FAR_BACK, 1);
      return { before: all, deliveries: arrivingLast(held, all) };
    },
    mostRead: 8,
  },
];

const arrivingLast = (events: readonly ChassisEvent[], others: readonly ChassisEvent[]) => {
  const last = singly(others).at(-1)?.at ?? 0;
  return [{ events, at: last + 1 }];
};

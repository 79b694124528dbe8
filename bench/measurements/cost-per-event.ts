import { momentOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import { currentTwin } from "../../shared/history/read-twin.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { addTo, type Consumption, nothing } from "../support/capacity.ts";
import { foldedTwin, requireSame } from "../support/independent-fold.ts";
import { Processes } from "../support/processes.ts";
import { ChassisLife } from "../workload/chassis-life.ts";
import { type Delivery, inBursts } from "../workload/deliveries.ts";

const START = Date.parse("2026-03-02T06:00:00.000Z");
const WATCH_EVERY_MS = 60_000;
const PRELUDE_BURST = 20;

/** What happens to one chassis. */
export interface Plan {
  /** What has happened before anything is counted. */
  readonly before: readonly ChassisEvent[];
  /** What is counted. */
  readonly deliveries: readonly Delivery[];
}

/** What is done to some chassis, to see what it costs. */
export interface Scenario {
  readonly name: string;
  readonly plan: (life: ChassisLife) => Plan;
}

/** How many chassis there are, and the chance by which they live. */
export interface Sample {
  readonly seed: number;
  readonly chassis: number;
}

/** What a scenario consumed. */
export interface ScenarioCost {
  readonly events: number;
  readonly projection: Consumption;
  readonly watch: Consumption;
}

/**
 * Plays a scenario on a new table, through the use cases that project events and watch over deadlines, and answers what
 * they consumed. Throws `WrongTwin` when a twin is not the plain fold of its events then.
 */
export const costOf = async (database: RunningDynamoDb, scenario: Scenario, sample: Sample): Promise<ScenarioCost> => {
  const plans = Array.from({ length: sample.chassis }, (_, index) => planFor(scenario, sample.seed, index));
  const processes = await Processes.begin(database);
  await play(
    processes,
    plans.flatMap(({ before }) => inBursts(before, PRELUDE_BURST)),
  );
  processes.meter.take();
  processes.restart();
  const cost = await play(
    processes,
    plans.flatMap(({ deliveries }) => deliveries),
  );
  for (const plan of plans) await checkTwin(processes, plan);
  return cost;
};

interface ChassisPlan extends Plan {
  readonly chassisId: string;
}

const planFor = ({ plan }: Scenario, seed: number, index: number): ChassisPlan => {
  const chassisId = `bxr-${["lon", "par", "fra", "ams"][index % 4]}-${String(index + 11)}`;
  const life = new ChassisLife({ chassisId, seed: seed + index, start: START });
  return { chassisId, ...plan(life) };
};

/** Delivers everything at its time, and lets the watch run every minute in between. */
const play = async (processes: Processes, deliveries: readonly Delivery[]): Promise<ScenarioCost> => {
  const cost = { events: 0, projection: nothing(), watch: nothing() };
  let watchAt = START;
  for (const delivery of deliveries.toSorted((a, b) => a.at - b.at)) {
    if (delivery.at >= watchAt) {
      await processes.watch(delivery.at);
      watchAt = delivery.at + WATCH_EVERY_MS;
      addTo(cost.watch, processes.meter.take());
    }
    await processes.project(delivery);
    addTo(cost.projection, processes.meter.take());
    cost.events += delivery.events.length;
  }
  return cost;
};

const checkTwin = async (processes: Processes, { chassisId, before, deliveries }: ChassisPlan): Promise<void> => {
  const events = [...before, ...deliveries.flatMap((delivery) => delivery.events)];
  const asOf: Moment = Math.max(...events.map(momentOf)) + 600_000;
  const found = await currentTwin(processes.reader(), { chassisId, withProvenance: true }, asOf);
  requireSame(foldedTwin(chassisId, events, asOf), found);
};

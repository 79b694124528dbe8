import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { type EventUnits, MEASURED_UNITS, UNITS_TOLERANCE } from "../money/measured-units.ts";
import { unitsOf } from "../support/capacity.ts";
import { figure, overTarget, type Section } from "../support/report.ts";
import { costOf, type Sample, type ScenarioCost } from "./cost-per-event.ts";
import { BURSTS, DUE_TARGET, FAR_BACK_SCENARIOS, LONG_HISTORY, SCENARIOS, type Target } from "./cost-targets.ts";

/** The chance by which every cost is measured. */
export const COST_SAMPLE: Sample = { seed: 20_261_123, chassis: 2 };

/** What one event costs, exactly: the units that DynamoDB charges, through the use cases as they are deployed. */
export const measureCost = async (database: RunningDynamoDb, sample: Sample = COST_SAMPLE): Promise<Section> => {
  const rows: string[][] = [];
  const missed: string[] = [];
  const costs = new Map<string, Target>();
  for (const scenario of SCENARIOS) {
    const cost = await costOf(database, scenario, sample);
    const perEvent = perEventOf(cost);
    costs.set(scenario.name, perEvent);
    const due = dueOf(cost);
    rows.push([scenario.name, ...besideTarget(perEvent, scenario.target), figure(due.projection), figure(due.watch)]);
    missed.push(...missedOf(scenario.name, perEvent, scenario.target), ...outOfDate(scenario.name, cost));
    if (scenario.name === DUE_TARGET.scenario) {
      missed.push(
        ...overTarget(`units of the index due, ${scenario.name}`, due.projection + due.watch, DUE_TARGET.units),
      );
    }
  }

  const long = await costOf(database, LONG_HISTORY.scenario, sample);
  const target = timesTarget(costs.get(LONG_HISTORY.beside), LONG_HISTORY.most);
  const due = dueOf(long);
  rows.push([
    LONG_HISTORY.scenario.name,
    ...besideTarget(perEventOf(long), target),
    figure(due.projection),
    figure(due.watch),
  ]);
  missed.push(...missedOf(LONG_HISTORY.scenario.name, perEventOf(long), target));

  const farBack: string[][] = [];
  for (const scenario of FAR_BACK_SCENARIOS) {
    const { calls, write, read } = perEventOf(await costOf(database, scenario, sample));
    farBack.push([scenario.name, figure(calls), figure(write), `${figure(read)} (${scenario.mostRead})`]);
    missed.push(...overTarget(`read units, ${scenario.name}`, read, scenario.mostRead));
  }

  return {
    title: "Cost per event",
    text: [
      `Exact: what DynamoDB Local says each command consumed, on ${sample.chassis} chassis that share a table, seed ${sample.seed}. ` +
        "Two processes take the events by turns, and the watch runs every minute. The most that a figure may be is in " +
        "brackets. Every twin was compared with the plain fold of its events; one that differed would have ended the run.",
      "The place of a chassis in the fleet is its bucket and its open findings: the index is written when either changes.",
      "The last two columns are write units of the index of due times, by the projection and by the watch; a write of " +
        "the watch also costs a unit of the table.",
    ],
    tables: [
      { columns: ["per event", "calls", "write units", "read units", "due", "due, watch"], rows },
      { columns: ["one event", "calls", "write units", "read units"], rows: farBack },
    ],
    missed,
  };
};

/** The scenarios by which money is counted. */
const COUNTED_AS: Readonly<Record<string, EventUnits>> = {
  [DUE_TARGET.scenario]: MEASURED_UNITS.single,
  [BURSTS]: MEASURED_UNITS.burst,
};

const outOfDate = (name: string, { events, projection, watch }: ScenarioCost): readonly string[] => {
  const counted = COUNTED_AS[name];
  if (counted === undefined) return [];
  const write = (unitsOf(projection.write) + unitsOf(watch.write)) / events;
  const read = (unitsOf(projection.read) + unitsOf(watch.read)) / events;
  const isNear = (one: number, other: number) => Math.abs(one - other) <= UNITS_TOLERANCE * other;
  if (isNear(counted.write, write) && isNear(counted.read, read)) return [];
  return [
    `bench/money/measured-units.ts is out of date for ${name}: write ${figure(write, 3)}, read ${figure(read, 3)}`,
  ];
};

const perEventOf = ({ events, projection }: ScenarioCost): Target => ({
  calls: projection.calls / events,
  write: unitsOf(projection.write, ["due"]) / events,
  read: unitsOf(projection.read) / events,
});

const dueOf = ({ events, projection, watch }: ScenarioCost) => ({
  projection: (projection.write.get("due") ?? 0) / events,
  watch: (watch.write.get("due") ?? 0) / events,
});

const besideTarget = (cost: Target, target: Target): readonly string[] =>
  NAMES.map((name) => `${figure(cost[name], 3)} (${figure(target[name], 2)})`);

const missedOf = (what: string, cost: Target, target: Target): readonly string[] =>
  NAMES.flatMap((name) => overTarget(`${NAMED[name]}, ${what}`, cost[name], target[name]));

const NAMES = ["calls", "write", "read"] as const;
const NAMED = { calls: "calls", write: "write units", read: "read units" };

const timesTarget = (cost: Target | undefined, times: number): Target => ({
  calls: (cost?.calls ?? 0) * times,
  write: (cost?.write ?? 0) * times,
  read: (cost?.read ?? 0) * times,
});

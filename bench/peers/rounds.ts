import { momentOf } from "../../shared/domain/chassis-record.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { inParallel } from "../../shared/in-parallel.ts";
import type { RunningDynamoDb } from "../dynamodb-local/start.ts";
import { foldedTwin, requireSame } from "../support/independent-fold.ts";
import { ChassisLife } from "../workload/chassis-life.ts";
import type { Delivery } from "../workload/deliveries.ts";
import { Ceiling } from "./ceiling.ts";
import { ours } from "./ours.ts";
import type { Peer } from "./peer.ts";
import { newTwinTable } from "./tables.ts";

const START = Date.parse("2026-03-02T06:00:00.000Z");

/** How much is done in how many rounds. */
export interface Effort {
  readonly seed: number;
  readonly rounds: number;
  /** Rounds that come before those and do not count: until then code is still being compiled. */
  readonly warmUp: number;
  /** How many chassis there are in a round, and how many of them are worked on at once. */
  readonly chassis: number;
  readonly atOnce: number;
  /** How many events of each chassis are measured in a round. */
  readonly events: number;
}

/** What happens to one chassis: what came before, and what is measured. */
export interface Plan {
  readonly before: readonly ChassisEvent[];
  readonly deliveries: readonly Delivery[];
}

/** What every peer is given to do. */
export interface Workload {
  readonly name: string;
  readonly plan: (life: ChassisLife, events: number) => Plan;
}

/** Events per second, round by round. */
export interface Speeds {
  readonly name: string;
  readonly speeds: readonly number[];
}

interface ChassisPlan extends Plan {
  readonly chassisId: string;
}

/** The name under which the engine's ceiling is told. */
export const CEILING = "the same calls alone";

/**
 * Lets this project and its peers do the same by turns, in another order each round, each on chassis of its own. The
 * ceiling follows right after this project, whose calls it makes. Throws `WrongTwin` when a twin is not the plain fold.
 */
export const speedsOf = async (
  database: RunningDynamoDb,
  workload: Workload,
  peers: readonly Peer[],
  effort: Effort,
): Promise<readonly Speeds[]> => {
  const table = await newTwinTable(database, "ours");
  const own = ours(table);
  const ceiling = new Ceiling();
  ceiling.follow(table.client);
  const bare = await newTwinTable(database, "bare");
  const speeds = new Map([own, ...peers].map(({ name }): [string, number[]] => [name, []]).concat([[CEILING, []]]));
  for (let round = 0; round < effort.warmUp + effort.rounds; round += 1) {
    const note = (name: string, speed: number) => void (round >= effort.warmUp && speeds.get(name)?.push(speed));
    const plans = plansOf(workload, effort, round);
    for (const peer of rotated([own, ...peers], round)) {
      await inParallel(plans, effort.atOnce, ({ chassisId, before }) => peer.load(chassisId, before));
      await rehearse(peer, plans, effort);
      ceiling.forget();
      note(peer.name, await speedOf(plans, () => projectAll(peer, plans, effort)));
      if (peer === own) {
        note(CEILING, await speedOf(plans, () => ceiling.replay(bare, effort.atOnce)));
      }
      for (const plan of plans) await checkTwin(peer, plan);
    }
  }
  return [...speeds].map(([name, found]) => ({ name, speeds: found }));
};

const plansOf = ({ plan }: Workload, { seed, chassis, events }: Effort, round: number): readonly ChassisPlan[] =>
  Array.from({ length: chassis }, (_, index) => {
    const chassisId = `bxr-r${round}-${String(index).padStart(3, "0")}`;
    const life = new ChassisLife({ chassisId, seed: seed + round * chassis + index, start: START });
    return { chassisId, ...plan(life, events) };
  });

const rehearse = (peer: Peer, plans: readonly ChassisPlan[], { atOnce }: Effort): Promise<void> =>
  inParallel(plans, atOnce, async ({ deliveries }) => {
    for (const delivery of deliveries) await peer.rehearse?.(delivery);
  });

const projectAll = (peer: Peer, plans: readonly ChassisPlan[], { atOnce }: Effort): Promise<void> =>
  inParallel(plans, atOnce, async ({ deliveries }) => {
    for (const delivery of deliveries) await peer.project(delivery);
  });

const speedOf = async (plans: readonly ChassisPlan[], work: () => Promise<void>): Promise<number> => {
  const events = plans.flatMap(({ deliveries }) => deliveries.flatMap((delivery) => delivery.events)).length;
  const begun = performance.now();
  await work();
  return (events * 1000) / (performance.now() - begun);
};

const checkTwin = async (peer: Peer, { chassisId, before, deliveries }: ChassisPlan): Promise<void> => {
  const events = [...before, ...deliveries.flatMap((delivery) => delivery.events)];
  const asOf = Math.max(...events.map(momentOf)) + 600_000;
  requireSame(foldedTwin(chassisId, events, asOf), await peer.twin(chassisId, asOf));
};

const rotated = <T>(values: readonly T[], by: number): readonly T[] => [
  ...values.slice(by % values.length),
  ...values.slice(0, by % values.length),
];

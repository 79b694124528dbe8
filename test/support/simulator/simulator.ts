import type { ChassisEvent } from "../../../shared/domain/events.ts";
import type { ManagementSlot } from "../../../shared/domain/vocabulary.ts";
import { type Bystander, newModule } from "./bystander.ts";
import type { DeviceTraits } from "./chassis.ts";
import { actionsOn } from "./module-actions.ts";
import { OPERATOR_ACTIONS } from "./operator-actions.ts";
import type { ModuleSpec } from "./physical-module.ts";
import { Random, type Span } from "./random.ts";
import { SimulatedDevice } from "./simulated-device.ts";
import type { DeviceTimings } from "./timings.ts";
import type { SimulatedTruth } from "./truth.ts";

/** One step of a history: an action, a poll or the passing of time, and what was so right after it. */
export interface SimulatedStep {
  readonly at: string;
  readonly action: string;
  readonly truth: SimulatedTruth;
  /** How many of the history's events had been emitted by then. */
  readonly eventCount: number;
}

/** What happened to one chassis, what was reported of it, and what was so. */
export interface SimulatedHistory {
  readonly seed: number;
  readonly chassisId: string;
  /** In the order of their emission, which is device order. */
  readonly events: ChassisEvent[];
  /** What is so at the end. */
  readonly truth: SimulatedTruth;
  readonly steps: SimulatedStep[];
  /** The device itself, to go on with. */
  readonly device: SimulatedDevice;
}

/** Which history to simulate: the same options give the same history. */
export interface SimulationOptions {
  readonly seed: number;
  readonly actions: number;
  readonly chassisId?: string;
  readonly start?: string;
  /** Lets pending boots, transfers and copies finish, and ends with a poll if any module is active. */
  readonly settle?: boolean;
  /** The modules present at power-on; by default chance decides. */
  readonly modules?: Readonly<Partial<Record<ManagementSlot, ModuleSpec>>>;
  /** How many of the device's reports have a second witness; 0.35 by default. */
  readonly witnessShare?: number;
  /** How likely a poll is before each action; 0.3 by default. */
  readonly pollShare?: number;
  readonly timings?: Partial<DeviceTimings>;
  readonly traits?: Partial<DeviceTraits>;
}

const ACTIONS = [...actionsOn("M1"), ...actionsOn("M2"), ...OPERATOR_ACTIONS];

/** The pause before the next action, in milliseconds: mostly long enough for all that is under way, often not. */
const PAUSES: readonly { readonly weight: number; readonly span: Span }[] = [
  { weight: 50, span: [150_000, 500_000] },
  { weight: 10, span: [60_000, 150_000] },
  { weight: 20, span: [8_000, 60_000] },
  { weight: 20, span: [100, 8_000] },
];

/** After everything has ended, this long nothing happens, so that every deadline of an observer passes too. */
const QUIET_SECONDS = 120;

const someTraits = (random: Random): Partial<DeviceTraits> => ({
  reportsBooting: random.chance(0.8),
  showsStandbyState: random.chance(0.7),
  transferFailureShare: random.chance(0.7) ? 0 : 0.1,
});

const someModules = (random: Random): NonNullable<SimulationOptions["modules"]> => {
  const M1 = newModule(random, "A1");
  const M2 = newModule(random, "B1");
  return random.pick([{ M1, M2 }, { M1, M2 }, { M1, M2 }, { M1, M2 }, { M1, M2 }, { M1, M2 }, { M1 }, { M2 }]);
};

const pauseBeforeNext = (random: Random): number => random.within(random.weighted(PAUSES)?.span ?? [0, 0]) / 1000;

/** Powers a chassis up and lets chance act upon it; the history can be replayed from its seed. */
export const simulate = (options: SimulationOptions): SimulatedHistory => {
  const { seed, actions, chassisId = "bxr-sim-01", start, timings = {}, pollShare = 0.3 } = options;
  const random = new Random(seed ^ 0x5eed);
  const traits = { ...someTraits(random), ...options.traits };
  const modules = options.modules ?? someModules(random);
  const { witnessShare = 0.35 } = options;
  const device = new SimulatedDevice({
    ...{ seed, chassisId, modules, timings, traits, witnessShare },
    ...(start === undefined ? {} : { start }),
  });
  const bystander: Bystander = { device, random, shelf: [], serial: 0 };
  const steps: SimulatedStep[] = [];
  const step = (action: string) => {
    steps.push({ at: device.now, action, truth: device.truth(), eventCount: device.eventCount });
  };

  device.powerUp();
  step("power up");
  for (let remaining = actions; remaining > 0; remaining -= 1) {
    waitAndPoll(bystander, pollShare, step);
    step(actAtRandom(bystander));
  }
  if (options.settle) settleAndPoll(device, step);
  return { seed, chassisId, events: device.takeEvents(), truth: device.truth(), steps, device };
};

const waitAndPoll = ({ device, random }: Bystander, pollShare: number, step: (action: string) => void): void => {
  const pause = pauseBeforeNext(random);
  const untilPoll = random.chance(pollShare) ? random.next() * pause : pause;
  device.runFor(untilPoll);
  if (untilPoll < pause) {
    if (device.poll()) step("poll");
    device.runFor(pause - untilPoll);
  }
  step("time passes");
};

const actAtRandom = (bystander: Bystander): string => {
  const { device, random } = bystander;
  const action = random.weighted(ACTIONS.filter(({ possible }) => possible(device.chassis)));
  action?.act(bystander);
  return action?.name ?? "nothing";
};

const settleAndPoll = (device: SimulatedDevice, step: (action: string) => void): void => {
  device.settle();
  device.runFor(QUIET_SECONDS);
  device.poll({ showsStandbyState: true });
  step("settle");
};

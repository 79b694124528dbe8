import type { ObservedModule } from "../../../shared/domain/events.ts";
import { MANAGEMENT_SLOTS, type ManagementSlot } from "../../../shared/domain/vocabulary.ts";
import { type Chassis, isPortUp, isStandbyReady, moduleIn, type World } from "./chassis.ts";
import type { PhysicalModule } from "./physical-module.ts";

/** What a poll promises and shows. */
export interface PollOptions {
  readonly nextWithinSeconds?: number;
  /** Overrides whether the standby's state is shown. */
  readonly showsStandbyState?: boolean;
}

const ADDRESS = "192.0.2.10";
const ATTEMPTS = 40;

/**
 * Polls the chassis through its active module. The poll begins after the last report and ends before anything else
 * happens, so that every row is true throughout; time goes on a little after it. False when no module is active, or
 * nothing stood still long enough.
 */
export const pollChassis = (world: World, options: PollOptions): boolean => {
  const { chassis, clock, random, reporter, timings } = world;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (clock.now <= reporter.lastAt) clock.advanceTo(reporter.lastAt + 1);
    const window = Math.min(random.within(timings.poll), clock.nextDue - clock.now - 2);
    const { activeSlot } = chassis;
    if (activeSlot === null) return false;
    if (window > 0 && clock.now > reporter.lastAt) {
      showFor(world, activeSlot, window, options);
      return true;
    }
    clock.advanceTo(clock.now + 1);
  }
  return false;
};

const showFor = (world: World, active: ManagementSlot, window: number, options: PollOptions): void => {
  const { chassis, clock, reporter } = world;
  const startedAt = new Date(clock.now).toISOString();
  const modules = MANAGEMENT_SLOTS.flatMap((slot) => rowOf(world, slot, options));
  const revision = moduleIn(chassis, active).runningConfig;
  const { nextWithinSeconds } = options;
  clock.advanceTo(clock.now + window);
  const data = {
    startedAt,
    ...(nextWithinSeconds === undefined ? {} : { nextWithinSeconds }),
    managementAddress: ADDRESS,
    modules,
    ...(revision === null ? {} : { runningConfig: { revision } }),
  };
  reporter.observe({ type: "chassis.observed", data }, isPortUp(chassis, active) ? "poll" : "cli");
  clock.advanceTo(clock.now + 1);
};

/** A module without power has no row; an empty slot has one that says so. */
const rowOf = (world: World, slot: ManagementSlot, options: PollOptions): ObservedModule[] => {
  const module = world.chassis.modules[slot];
  if (module === null) return [{ slot, status: "empty" }];
  const { serialNumber } = module;
  switch (module.status) {
    case "off":
      return [];
    case "booting":
      return [{ slot, status: "coming-up", role: "coming-up", serialNumber }];
    case "crashed":
      return [{ slot, status: "bad", role: "crashed", serialNumber }];
    case "running":
      return [runningRow(world, slot, module, options)];
  }
};

const runningRow = (
  world: World,
  slot: ManagementSlot,
  module: PhysicalModule,
  { showsStandbyState = world.traits.showsStandbyState }: PollOptions,
): ObservedModule => {
  const { chassis, clock, traits } = world;
  const active = slot === chassis.activeSlot;
  const hidden = active || !showsStandbyState;
  const standbyState = hidden ? undefined : shownStandbyState(chassis, traits.showsReadyInsideWindow);
  return {
    slot,
    status: "running",
    role: active ? "active" : "standby",
    ...(standbyState === undefined ? {} : { standbyState }),
    serialNumber: module.serialNumber,
    uptimeSeconds: Math.floor((clock.now - (module.bootedAt ?? clock.now)) / 1000),
    versions: {
      ...(module.running === null ? {} : { flashCode: module.running }),
      monitor: module.monitor,
      bootCode: module.bootCode,
    },
    ...(module.bootedFrom === null ? {} : { bootedFrom: module.bootedFrom }),
  };
};

/**
 * A ready standby to which a running-config change is still on its way: some devices call it ready, of others only the
 * role is to be had.
 */
const shownStandbyState = (chassis: Chassis, showsReadyInsideWindow: boolean) => {
  const { pair } = chassis;
  if (pair === null || pair.files["flash-code"].state === "awaiting") return "wait";
  if (!isStandbyReady(chassis)) return "sync";
  return pair.copies.length > 0 && !showsReadyInsideWindow ? undefined : "ready";
};

import { moduleIn, type Pair, type World } from "./chassis.ts";

/** Brings the standby's running-config up to a revision of the active's; revisions only rise. */
const copyUpTo = (world: World, pair: Pair, revision: number): void => {
  moduleIn(world.chassis, pair.standby).runningConfig = revision;
};

const copyAll = (world: World, pair: Pair): void => {
  const { runningConfig } = world.chassis;
  if (runningConfig !== null) copyUpTo(world, pair, runningConfig);
};

/** Stops the running-config copies that are on their way. */
export const cancelCopies = (world: World, pair: Pair): void => {
  for (const copy of pair.copies) world.clock.cancel(copy);
  pair.copies = [];
};

const schedule = (world: World, pair: Pair, delay: number, copy: () => void): void => {
  const timer = world.clock.schedule(delay, () => {
    pair.copies = pair.copies.filter((pending) => pending !== timer);
    copy();
  });
  pair.copies.push(timer);
};

/** A change of the active's running-config reaches a standby that has been ready within one period. */
export const followChange = (world: World, revision: number): void => {
  const { chassis, clock, traits } = world;
  const { pair } = chassis;
  const period = chassis.settings.syncPeriodSeconds * 1000;
  if (pair === null || pair.readyAt === null || period === 0) return;
  if (traits.runningConfigCopy === "per-change") {
    schedule(world, pair, period, () => copyUpTo(world, pair, revision));
    return;
  }
  const untilNextCycle = period - ((clock.now - pair.readyAt) % period);
  if (pair.copies.length === 0) schedule(world, pair, untilNextCycle, () => copyAll(world, pair));
};

/** A new period starts anew for whatever the standby lacks; 0 leaves it lacking. */
export const followPeriod = (world: World): void => {
  const { pair, settings, runningConfig } = world.chassis;
  if (pair === null || pair.readyAt === null) return;
  cancelCopies(world, pair);
  const lacking = moduleIn(world.chassis, pair.standby).runningConfig !== runningConfig;
  if (lacking && settings.syncPeriodSeconds > 0) {
    schedule(world, pair, settings.syncPeriodSeconds * 1000, () => copyAll(world, pair));
  }
};

/** Copies the running-config once, now, on command, and says so. */
export const copyNow = (world: World): void => {
  const { chassis, reporter } = world;
  const revision = chassis.runningConfig;
  if (chassis.pair === null || chassis.pair.readyAt === null || revision === null) return;
  cancelCopies(world, chassis.pair);
  copyUpTo(world, chassis.pair, revision);
  reporter.report({ type: "sync.completed", data: { file: "running-config", revision } });
};

/**
 * What a standby's running-config is when it gets ready: the active's, or, when the period is off, what is saved.
 */
export const settleRunningConfig = (world: World, pair: Pair): void => {
  if (world.chassis.settings.syncPeriodSeconds > 0) {
    cancelCopies(world, pair);
    copyAll(world, pair);
    return;
  }
  const standby = moduleIn(world.chassis, pair.standby);
  if (pair.readyAt === null) standby.runningConfig = standby.systemConfig;
};

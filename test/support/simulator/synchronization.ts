import { otherSlot } from "../../../shared/domain/vocabulary.ts";
import { activeOf, type FileCopy, moduleIn, type Pair, type World } from "./chassis.ts";
import { FLASH_FILES, type FlashFile, holdSame, overwrite, type PhysicalModule } from "./physical-module.ts";
import { cancelCopies, settleRunningConfig } from "./running-config.ts";

const awaiting = (): FileCopy => ({ state: "awaiting", timer: null });

const modulesOf = ({ chassis }: World, pair: Pair): { from: PhysicalModule; to: PhysicalModule } => ({
  from: moduleIn(chassis, activeOf(chassis)),
  to: moduleIn(chassis, pair.standby),
});

/** Reports name the direction or leave it out; it is always from the active to the standby. */
const direction = ({ random }: World, { standby }: Pair) =>
  random.chance(0.8) ? { from: otherSlot(standby), to: standby } : {};

/** Begins the comparisons that follow the boot of a standby: flash code first, then the system-config. */
export const welcomeStandby = (world: World): void => {
  const { chassis, clock, random, timings } = world;
  const pair: Pair = {
    standby: otherSlot(activeOf(chassis)),
    files: { "flash-code": awaiting(), "system-config": awaiting() },
    readyAt: null,
    readyTimer: null,
    copies: [],
  };
  chassis.pair = pair;
  let delay = 0;
  for (const file of FLASH_FILES) {
    delay += random.within(timings.comparison);
    pair.files[file].timer = clock.schedule(delay, () => compare(world, pair, file));
  }
};

const compare = (world: World, pair: Pair, file: FlashFile): void => {
  const { from, to } = modulesOf(world, pair);
  const same = holdSame(file, from, to);
  world.reporter.report({
    type: "sync.compared",
    data: { file, result: same ? "same" : "different", ...direction(world, pair) },
  });
  if (!same) {
    transfer(world, pair, file, { mode: "compared", announced: world.random.chance(0.7) });
    return;
  }
  pair.files[file].state = "same";
  getReady(world, pair);
};

interface Manner {
  readonly mode: "compared" | "unconditional";
  readonly announced: boolean;
}

const transfer = (world: World, pair: Pair, file: FlashFile, manner: Manner): void => {
  const { clock, random, reporter, timings, traits } = world;
  const copy = pair.files[file];
  clock.cancel(copy.timer);
  clock.cancel(pair.readyTimer);
  copy.state = "copying";
  if (manner.announced) {
    reporter.report({ type: "sync.started", data: { file, mode: manner.mode, ...direction(world, pair) } });
  }
  const duration = random.within(file === "flash-code" ? timings.flashCodeTransfer : timings.systemConfigTransfer);
  copy.timer = random.chance(traits.transferFailureShare)
    ? clock.schedule(Math.floor(duration / 2), () => fail(world, pair, file, manner))
    : clock.schedule(duration, () => complete(world, pair, file));
};

const fail = (world: World, pair: Pair, file: FlashFile, manner: Manner): void => {
  const copy = pair.files[file];
  copy.state = "aborted";
  world.reporter.report({ type: "sync.failed", data: { file, reason: "flash busy", ...direction(world, pair) } });
  copy.timer = world.clock.schedule(world.random.within(world.timings.retry), () =>
    transfer(world, pair, file, { ...manner, announced: true }),
  );
};

const complete = (world: World, pair: Pair, file: FlashFile): void => {
  const { from, to } = modulesOf(world, pair);
  overwrite(file, from, to);
  pair.files[file].state = "same";
  const contents = file === "flash-code" ? { version: from.primary } : { revision: from.systemConfig };
  world.reporter.report({ type: "sync.completed", data: { file, ...contents, ...direction(world, pair) } });
  getReady(world, pair);
};

/** A standby with both files in sync reports ready once per boot, and may do so again after a later copy. */
const getReady = (world: World, pair: Pair): void => {
  if (FLASH_FILES.some((file) => pair.files[file].state !== "same")) return;
  if (pair.readyAt !== null && world.random.chance(0.5)) return;
  const delay = world.random.within(world.timings.readiness);
  pair.readyTimer = world.clock.schedule(delay, () => {
    settleRunningConfig(world, pair);
    pair.readyAt ??= world.clock.now;
    world.reporter.report({ type: "standby.ready", data: { slot: pair.standby } });
  });
};

/** Copies a file to a running standby without comparison: after a save, or an image update, on the active. */
export const copyUnconditionally = (world: World, file: FlashFile): void => {
  const { pair } = world.chassis;
  if (pair === null) return;
  transfer(world, pair, file, { mode: "unconditional", announced: world.random.chance(0.7) });
};

/** Ends all copying: transfers that were under way are broken off. */
export const breakOffCopying = (world: World): void => {
  const { pair } = world.chassis;
  if (pair === null) return;
  world.clock.cancel(pair.readyTimer);
  cancelCopies(world, pair);
  for (const file of FLASH_FILES) {
    const copy = pair.files[file];
    world.clock.cancel(copy.timer);
    if (copy.state === "copying") copy.state = "aborted";
  }
};

/** The standby is gone: nothing is left to synchronize with. */
export const dismissStandby = (world: World): void => {
  breakOffCopying(world);
  world.chassis.pair = null;
};

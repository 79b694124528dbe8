import { MANAGEMENT_SLOTS, type ManagementSlot, otherSlot } from "../../../shared/domain/vocabulary.ts";
import { type Chassis, isAtWork, isPortUp, isRunning, moduleIn, standbyFirst, type World } from "./chassis.ts";
import { loadCode, type PhysicalStatus } from "./physical-module.ts";
import { dismissStandby, welcomeStandby } from "./synchronization.ts";

/** A module that booted, or a chassis that cold-started, this recently would make a bare cold start ambiguous. */
const RECENT_BOOT_MS = 125_000;
const RECENT_COLD_START_MS = 65_000;

/** Takes a module out of work: what it ran is gone, and its port with it. */
export const stopModule = (world: World, slot: ManagementSlot, status: PhysicalStatus): void => {
  const { chassis, clock, reporter } = world;
  const module = moduleIn(chassis, slot);
  if (isPortUp(chassis, slot)) reporter.report({ type: "management-port.down", data: { slot } });
  clock.cancel(module.bootTimer);
  module.status = status;
  module.running = null;
  module.runningConfig = null;
  module.bootedFrom = null;
  module.bootedAt = null;
  module.bootTimer = null;
};

/** Boots a module that has power, from the beginning if it was already booting. */
export const bootModule = (world: World, slot: ManagementSlot): void => {
  const { chassis, clock, random, reporter, timings, traits } = world;
  const module = moduleIn(chassis, slot);
  clock.cancel(module.bootTimer);
  module.status = "booting";
  module.bootTimer = clock.schedule(random.within(timings.boot), () => finishBoot(world, slot));
  if (traits.reportsBooting) reporter.report({ type: "module.booting", data: { slot } });
};

const finishBoot = (world: World, slot: ManagementSlot): void => {
  const { chassis, clock, reporter } = world;
  const module = moduleIn(chassis, slot);
  const { source, version } = loadCode(module, chassis.bootOrder, sourceCards(chassis, slot));
  module.status = "running";
  module.running = version;
  module.runningConfig = module.systemConfig;
  module.bootedFrom = source;
  module.bootedAt = clock.now;
  module.bootTimer = null;
  const versions = { flashCode: version, monitor: module.monitor, bootCode: module.bootCode };
  reporter.report({
    type: "module.booted",
    data: { slot, bootSource: source, versions, serialNumber: module.serialNumber },
  });
  if (isPortUp(chassis, slot)) reporter.report({ type: "management-port.up", data: { slot } });
  if (chassis.phase === "starting") settleElection(world);
  else if (chassis.phase === "up") welcomeStandby(world);
};

/** Boot sources are relative to the active module: a card is one in the active's own front panel. */
const sourceCards = (chassis: Chassis, slot: ManagementSlot) => {
  const reference = chassis.activeSlot ?? chassis.elected ?? slot;
  return moduleIn(chassis, chassis.modules[reference] === null ? slot : reference).cards;
};

/** The saved default slot if a module is at work there, else the other one. */
const elect = (chassis: Chassis): ManagementSlot | null => {
  const preferred = chassis.savedSettings.defaultActiveSlot;
  return [preferred, otherSlot(preferred)].find((slot) => isAtWork(chassis, slot)) ?? null;
};

/** After a cold start: the elected module is active as soon as it runs; if none is left, the chassis is dead. */
export const settleElection = (world: World): void => {
  const { chassis } = world;
  const outOfPatience = chassis.electionTimer === null;
  chassis.elected = elect(chassis);
  if (chassis.elected === null) {
    goDark(world);
    return;
  }
  const runner = isRunning(chassis, chassis.elected)
    ? chassis.elected
    : MANAGEMENT_SLOTS.find((slot) => outOfPatience && isRunning(chassis, slot));
  if (runner !== undefined) becomeActive(world, runner);
};

const becomeActive = (world: World, slot: ManagementSlot): void => {
  const { chassis, clock, random, reporter } = world;
  const preferred = chassis.savedSettings.defaultActiveSlot;
  const plain = chassis.electionTimer !== null && (slot === preferred || chassis.knownAbsent[preferred]);
  clock.cancel(chassis.electionTimer);
  chassis.electionTimer = null;
  chassis.elected = null;
  chassis.phase = "up";
  chassis.activeSlot = slot;
  chassis.runningConfig = moduleIn(chassis, slot).runningConfig;
  if (!plain || random.chance(0.5)) {
    reporter.report({ type: "module.role-changed", data: { slot, from: "coming-up", to: "active" } });
  }
  if (isRunning(chassis, otherSlot(slot))) welcomeStandby(world);
};

/** No module is at work. */
export const goDark = (world: World): void => {
  clearRoles(world);
  world.chassis.phase = "off";
};

const clearRoles = (world: World): void => {
  const { chassis, clock } = world;
  dismissStandby(world);
  for (const timer of [chassis.electionTimer, chassis.restartTimer, chassis.takeover?.timer, chassis.request?.timer]) {
    clock.cancel(timer ?? null);
  }
  chassis.electionTimer = null;
  chassis.restartTimer = null;
  chassis.takeover = null;
  chassis.request = null;
  chassis.activeSlot = null;
  chassis.elected = null;
  chassis.runningConfig = null;
  chassis.sessions = [];
};

/** Full restart: what was not saved is gone, every module with power boots, and the election is held anew. */
export const coldStart = (world: World): void => {
  const { chassis, clock, reporter, timings } = world;
  reportResets(world);
  const booting = standbyFirst(chassis).filter((slot) => (chassis.modules[slot]?.status ?? "off") !== "off");
  for (const slot of booting) stopModule(world, slot, "booting");
  clearRoles(world);
  reporter.hearWitnesses();
  chassis.phase = "starting";
  chassis.settings = chassis.savedSettings;
  chassis.coldStarts += 1;
  chassis.lastColdStart = clock.now;
  reporter.report({ type: "chassis.cold-started", data: {} }, "trap");
  for (const slot of booting) bootModule(world, slot);
  chassis.electionTimer = clock.schedule(timings.electionPatience, () => {
    chassis.electionTimer = null;
    settleElection(world);
  });
  settleElection(world);
};

/** A restart of running modules is told by their resets, or by the cold start alone where that is clear enough. */
const reportResets = (world: World): void => {
  const { chassis, clock, random, reporter } = world;
  const running = standbyFirst(chassis).filter((slot) => isRunning(chassis, slot));
  const recent = running.some((slot) => (moduleIn(chassis, slot).bootedAt ?? 0) > clock.now - RECENT_BOOT_MS);
  const repeated = (chassis.lastColdStart ?? 0) > clock.now - RECENT_COLD_START_MS;
  if (!recent && !repeated && random.chance(0.5)) return;
  const cause = chassis.phase === "stranded" ? "unknown" : "operator";
  for (const slot of running) reporter.report({ type: "module.reset", data: { slot, cause } });
};

/** Boots a module that was put into the chassis, or got its power back: alone it starts the whole chassis. */
export const admitModule = (world: World, slot: ManagementSlot): void => {
  const { chassis } = world;
  if (chassis.phase === "off") {
    moduleIn(chassis, slot).status = "booting";
    coldStart(world);
    return;
  }
  bootModule(world, slot);
  if (chassis.phase === "starting") settleElection(world);
};

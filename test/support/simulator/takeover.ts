import { type ManagementSlot, otherSlot, type SwitchoverCause } from "../../../shared/domain/vocabulary.ts";
import { activeOf, isAtWork, isRunning, isStandbyReady, moduleIn, type RoleChange, type World } from "./chassis.ts";
import type { Fact } from "./reporter.ts";
import { bootModule, coldStart, goDark, settleElection, stopModule } from "./startup.ts";
import { breakOffCopying, dismissStandby } from "./synchronization.ts";

/** How a module stops working: what becomes of it, and which cause that is for a takeover. */
export interface Loss {
  readonly becomes: "booting" | "off" | "crashed" | "absent";
  readonly cause: SwitchoverCause;
}

/** A module stops working, for whatever reason, with all that follows for the chassis. */
export const loseModule = (world: World, slot: ManagementSlot, { becomes, cause }: Loss): void => {
  const { chassis } = world;
  const standbyWasReady = isStandbyReady(chassis);
  if (becomes === "absent") {
    world.clock.cancel(chassis.modules[slot]?.bootTimer ?? null);
    chassis.modules[slot] = null;
  } else {
    stopModule(world, slot, becomes);
  }
  if (becomes === "booting") bootModule(world, slot);
  switch (chassis.phase) {
    case "up":
      if (slot === chassis.activeSlot) loseActive(world, cause, standbyWasReady);
      else loseStandby(world);
      return;
    case "switching":
      if (slot === chassis.takeover?.to) restartOrGoDark(world);
      return;
    case "starting":
      settleElection(world);
      return;
    case "stranded":
      if (!isRunning(chassis, otherSlot(slot))) restartOrGoDark(world);
      return;
    case "off":
      if (becomes === "booting") coldStart(world);
      return;
  }
};

/** The active carries on; a switchover to the lost standby is not carried out. */
const loseStandby = (world: World): void => {
  const { chassis, clock } = world;
  clock.cancel(chassis.request?.timer ?? null);
  chassis.request = null;
  dismissStandby(world);
};

/** Only a standby that was ready takes over; otherwise nothing is active until the chassis restarts. */
const loseActive = (world: World, cause: SwitchoverCause, standbyWasReady: boolean): void => {
  const { chassis, clock, random, timings } = world;
  const from = activeOf(chassis);
  const to = otherSlot(from);
  clock.cancel(chassis.request?.timer ?? null);
  breakOffCopying(world);
  chassis.activeSlot = null;
  chassis.sessions = [];
  if (standbyWasReady) {
    const change: RoleChange = {
      from,
      to,
      cause: chassis.request === null ? cause : "manual",
      timer: clock.schedule(random.within(timings.takeover), () => takeOver(world, change)),
    };
    chassis.phase = "switching";
    chassis.takeover = change;
  } else if (isRunning(chassis, to)) {
    chassis.phase = "stranded";
    chassis.restartTimer = clock.schedule(random.within(timings.restart), () => coldStart(world));
  } else {
    restartOrGoDark(world);
  }
  chassis.request = null;
};

const restartOrGoDark = (world: World): void => {
  if (isAtWork(world.chassis, "M1") || isAtWork(world.chassis, "M2")) coldStart(world);
  else goDark(world);
};

/** The standby becomes active without a restart of the chassis; the former active reboots as standby. */
const takeOver = (world: World, { from, to, cause }: RoleChange): void => {
  const { chassis, random, reporter } = world;
  const stillRuns = isRunning(chassis, from);
  const resetTold = stillRuns ? random.pick(["before", "after", "never"]) : "never";
  const reset: Fact = { type: "module.reset", data: { slot: from, cause: "switchover" } };
  dismissStandby(world);
  chassis.phase = "up";
  chassis.activeSlot = to;
  chassis.runningConfig = moduleIn(chassis, to).runningConfig;
  chassis.takeover = null;
  chassis.request = null;
  chassis.sessions = [];
  chassis.switchovers += 1;
  chassis.lastCause = cause;
  if (resetTold === "before") reporter.report(reset);
  reportTakeover(world, { from, to, cause });
  if (resetTold === "after") reporter.report(reset);
  if (stillRuns) {
    stopModule(world, from, "booting");
    bootModule(world, from);
  }
};

/** A takeover shows in up to three ways, the first of them at once. */
const reportTakeover = (world: World, { from, to, cause }: Omit<RoleChange, "timer">): void => {
  const { random, reporter } = world;
  const evidence: Fact[] = [
    { type: "module.role-changed", data: { slot: to, from: "standby", to: "active" } },
    { type: "chassis.warm-started", data: random.chance(0.7) ? { reporterSlot: to } : {} },
    { type: "switchover.completed", data: { from, to, cause } },
  ];
  random.shuffled(evidence).forEach((fact, rank) => {
    if (rank === 0) reporter.report(fact);
    else if (random.chance(0.6)) reporter.followUp(fact);
  });
};

/** The switchover command: a ready standby takes over shortly after; without one it is refused. */
export const commandSwitchover = (world: World, by: string): void => {
  const { chassis, clock, random, reporter, timings } = world;
  const from = activeOf(chassis);
  const to = otherSlot(from);
  if (!isStandbyReady(chassis)) {
    if (random.chance(0.7)) reporter.report({ type: "switchover.requested", data: { by, from, to } }, "cli");
    reporter.report({ type: "switchover.refused", data: { reason: "the standby is not ready" } }, "cli");
    return;
  }
  reporter.report({ type: "switchover.requested", data: { by, from, to } }, "cli");
  const change: RoleChange = {
    from,
    to,
    cause: "manual",
    timer: clock.schedule(random.within(timings.switchover), () => carryOut(world, change)),
  };
  chassis.request = change;
};

const carryOut = (world: World, change: RoleChange): void => {
  const { chassis, reporter } = world;
  if (isStandbyReady(chassis)) {
    takeOver(world, change);
    return;
  }
  chassis.request = null;
  reporter.report({ type: "switchover.refused", data: { reason: "a file is being synchronized" } }, "cli");
};

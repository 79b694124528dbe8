import type { EventOf } from "../../../shared/domain/events.ts";
import { type Carrier, type ManagementSlot, otherSlot } from "../../../shared/domain/vocabulary.ts";
import { activeOf, ImpossibleAction, isAtWork, isRunning, moduleIn, standbyFirst, type World } from "./chassis.ts";
import { type ModuleSpec, moduleFrom, specOf } from "./physical-module.ts";
import type { Fact } from "./reporter.ts";
import { admitModule, coldStart, goDark, stopModule } from "./startup.ts";
import { loseModule } from "./takeover.ts";

/** Why a module is reset other than by a switchover. */
export type ResetCause = Exclude<EventOf<"module.reset">["data"]["cause"], "switchover" | undefined>;

/** The loss of a module is told by the other one or, when that does not run, by people. */
const tellLoss = ({ chassis, reporter }: World, slot: ManagementSlot, fact: Fact): void => {
  const carrier: Carrier | undefined = isRunning(chassis, otherSlot(slot)) ? undefined : "operator";
  reporter.report(fact, carrier);
};

const requireMains = (world: World): void => {
  if (!world.chassis.mains) throw new ImpossibleAction("the chassis has no power");
};

const requirePower = (world: World, slot: ManagementSlot): void => {
  if (moduleIn(world.chassis, slot).status === "off") throw new ImpossibleAction(`the module in ${slot} has no power`);
};

/** Gives power to the chassis: every module in it boots. */
export const powerUp = (world: World): void => {
  const { chassis } = world;
  if (chassis.mains) throw new ImpossibleAction("the chassis has power already");
  chassis.mains = true;
  const present = standbyFirst(chassis).flatMap((slot) => chassis.modules[slot] ?? []);
  for (const module of present) module.status = "booting";
  if (present.length > 0) coldStart(world);
};

/** Takes the power from the whole chassis. */
export const powerDown = (world: World): void => {
  const { chassis } = world;
  requireMains(world);
  for (const slot of standbyFirst(chassis)) {
    if ((chassis.modules[slot]?.status ?? "off") === "off") continue;
    tellLoss(world, slot, { type: "module.power-lost", data: { slot } });
    stopModule(world, slot, "off");
  }
  goDark(world);
  chassis.mains = false;
};

/** Restarts the whole chassis on command. */
export const reload = (world: World): void => {
  activeOf(world.chassis);
  coldStart(world);
};

/** Pulls a module out of its slot and hands it over, to be kept or inserted again. */
export const pullModule = (world: World, slot: ManagementSlot): Required<ModuleSpec> => {
  const pulled = specOf(moduleIn(world.chassis, slot));
  world.chassis.knownAbsent[slot] = true;
  tellLoss(world, slot, { type: "module.removed", data: { slot } });
  loseModule(world, slot, { becomes: "absent", cause: "active-removed" });
  return pulled;
};

/** Puts a module into an empty slot, where it boots if the chassis has power. */
export const insertModule = (world: World, slot: ManagementSlot, spec: ModuleSpec): void => {
  const { chassis, reporter } = world;
  if (chassis.modules[slot] !== null) throw new ImpossibleAction(`slot ${slot} holds a module`);
  chassis.modules[slot] = moduleFrom(spec);
  chassis.knownAbsent[slot] = false;
  reporter.report({ type: "module.inserted", data: { slot, serialNumber: spec.serialNumber } });
  if (chassis.mains) admitModule(world, slot);
};

/** Resets one module, which then boots. */
export const resetModule = (world: World, slot: ManagementSlot, cause: ResetCause): void => {
  requirePower(world, slot);
  tellLoss(world, slot, { type: "module.reset", data: { slot, cause } });
  loseModule(world, slot, { becomes: "booting", cause: "active-failed" });
};

/** A module hangs until it is reset or loses its power. */
export const crashModule = (world: World, slot: ManagementSlot): void => {
  if (!isAtWork(world.chassis, slot)) throw new ImpossibleAction(`the module in ${slot} does not run`);
  const fact: Fact = world.random.chance(0.5)
    ? { type: "module.role-changed", data: { slot, to: "crashed" } }
    : { type: "module.status-changed", data: { slot, to: "bad", reason: "exception" } };
  tellLoss(world, slot, fact);
  loseModule(world, slot, { becomes: "crashed", cause: "active-failed" });
};

/** Takes the power from one module. */
export const cutPower = (world: World, slot: ManagementSlot): void => {
  requirePower(world, slot);
  tellLoss(world, slot, { type: "module.power-lost", data: { slot } });
  loseModule(world, slot, { becomes: "off", cause: "active-power-lost" });
};

/** Gives its power back to one module, which then boots. */
export const restorePower = (world: World, slot: ManagementSlot): void => {
  requireMains(world);
  const { status } = moduleIn(world.chassis, slot);
  if (status !== "off") throw new ImpossibleAction(`the module in ${slot} has power`);
  admitModule(world, slot);
};

import type { ChassisEvent } from "../../../shared/domain/events.ts";
import type { BootSource, ManagementSlot } from "../../../shared/domain/vocabulary.ts";
import { type Chassis, ImpossibleAction, type World } from "./chassis.ts";
import { type DeviceOptions, newWorld } from "./new-world.ts";
import * as operations from "./operations.ts";
import type { ModuleSpec } from "./physical-module.ts";
import { type PollOptions, pollChassis } from "./poll.ts";
import * as power from "./power.ts";
import { commandSwitchover } from "./takeover.ts";
import { type SimulatedTruth, truthOf } from "./truth.ts";

/**
 * One chassis with two management slots that behaves as the manual says, to be acted upon. It begins without power.
 * What nobody could do to it now throws ImpossibleAction.
 *
 * @example
 * const device = new SimulatedDevice({ seed: 1 });
 * device.powerUp();
 * device.runFor(300);
 * device.pull("M1");
 * device.runFor(10);
 * device.truth().activeSlot; // "M2"
 */
export class SimulatedDevice {
  readonly #world: World;

  constructor(options: DeviceOptions = {}) {
    this.#world = newWorld(options);
  }

  /** The chassis as it is now, to look at. */
  get chassis(): Readonly<Chassis> {
    return this.#world.chassis;
  }

  /** The time of the simulation. */
  get now(): string {
    return new Date(this.#world.clock.now).toISOString();
  }

  /** How many events were reported so far. */
  get eventCount(): number {
    return this.#world.reporter.count;
  }

  /** What is physically so now. */
  truth(): SimulatedTruth {
    return truthOf(this.#world.chassis, this.#world.clock.now);
  }

  /** The events since this was last asked, in the order of their emission. */
  takeEvents(): ChassisEvent[] {
    return this.#world.reporter.takeEvents();
  }

  /** Lets time pass. */
  runFor(seconds: number): void {
    this.#world.clock.advanceTo(this.#world.clock.now + Math.round(seconds * 1000));
  }

  /** Lets everything that is under way come to its end. */
  settle(): void {
    const { clock } = this.#world;
    while (Number.isFinite(clock.nextDue)) clock.advanceTo(clock.nextDue);
  }

  /** Lets a collector look at the chassis; false when there was no active module to ask. */
  poll(options: PollOptions = {}): boolean {
    return pollChassis(this.#world, options);
  }

  powerUp(): void {
    power.powerUp(this.#world);
  }

  powerDown(): void {
    power.powerDown(this.#world);
  }

  reload(): void {
    power.reload(this.#world);
  }

  pull(slot: ManagementSlot): Required<ModuleSpec> {
    return power.pullModule(this.#world, slot);
  }

  insert(slot: ManagementSlot, module: ModuleSpec): void {
    power.insertModule(this.#world, slot, module);
  }

  reset(slot: ManagementSlot, cause: power.ResetCause = "operator"): void {
    power.resetModule(this.#world, slot, cause);
  }

  crash(slot: ManagementSlot): void {
    power.crashModule(this.#world, slot);
  }

  losePower(slot: ManagementSlot): void {
    power.cutPower(this.#world, slot);
  }

  restorePower(slot: ManagementSlot): void {
    power.restorePower(this.#world, slot);
  }

  requestSwitchover(by = "operator"): void {
    if (this.chassis.request !== null) throw new ImpossibleAction("a switchover is under way");
    commandSwitchover(this.#world, by);
  }

  changeConfig(by = "operator"): void {
    operations.changeConfig(this.#world, by);
  }

  saveConfig(by = "operator"): void {
    operations.saveConfig(this.#world, by);
  }

  updateImage(image: operations.ImageName, version: string): void {
    operations.updateImage(this.#world, image, version);
  }

  configureRedundancy(command: operations.RedundancyCommand): void {
    operations.configureRedundancy(this.#world, command);
  }

  configureBootOrder(order: readonly BootSource[]): void {
    operations.configureBootOrder(this.#world, order);
  }

  insertCard(slot: ManagementSlot, card: 1 | 2, image: string): void {
    operations.changeCard(this.#world, slot, card, image);
  }

  removeCard(slot: ManagementSlot, card: 1 | 2): void {
    operations.changeCard(this.#world, slot, card, null);
  }

  openSession(sessionId: string, kind: operations.SessionKind = "cli"): void {
    operations.openSession(this.#world, sessionId, kind);
  }

  closeSession(sessionId: string): void {
    operations.closeSession(this.#world, sessionId);
  }

  plugCable(slot: ManagementSlot): void {
    operations.changeCable(this.#world, slot, true);
  }

  unplugCable(slot: ManagementSlot): void {
    operations.changeCable(this.#world, slot, false);
  }
}

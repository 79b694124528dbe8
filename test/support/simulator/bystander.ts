import type { Chassis } from "./chassis.ts";
import type { ModuleSpec } from "./physical-module.ts";
import type { Random } from "./random.ts";
import type { SimulatedDevice } from "./simulated-device.ts";

/** Who acts upon a chassis at random, with what lies at hand. */
export interface Bystander {
  readonly device: SimulatedDevice;
  readonly random: Random;
  /** Modules that were pulled and may come back. */
  readonly shelf: ModuleSpec[];
  /** Numbers sessions and modules that are new. */
  serial: number;
}

/** Something that may be done to a chassis, how often it is, and when it can be. */
export interface Action {
  readonly name: string;
  readonly weight: number;
  readonly possible: (chassis: Readonly<Chassis>) => boolean;
  readonly act: (bystander: Bystander) => void;
}

/** The code versions that are about. */
export const VERSIONS = ["2.6.0", "2.7.1", "2.7.2a", "2.8.0"];

/** A module as it may be delivered: in most cases with the usual code. */
export const newModule = (random: Random, serialNumber: string): ModuleSpec => {
  const version = random.chance(0.6) ? "2.7.2a" : random.pick(VERSIONS);
  return {
    serialNumber,
    version,
    secondaryVersion: random.chance(0.8) ? "2.7.1" : null,
    monitorVersion: version,
    bootCodeVersion: random.chance(0.7) ? "2.7.0" : "2.6.0",
    systemConfigRevision: random.chance(0.6) ? 10 : random.within([1, 9]),
  };
};

/** A module from the shelf, or a new one that may hold other code and an older configuration. */
export const someModule = (bystander: Bystander): ModuleSpec => {
  const { random, shelf } = bystander;
  const shelved = random.chance(0.5) ? shelf.pop() : undefined;
  if (shelved !== undefined) return shelved;
  bystander.serial += 1;
  return newModule(random, `C${bystander.serial}`);
};

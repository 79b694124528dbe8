import type { ManagementSlot } from "../../../shared/domain/vocabulary.ts";
import { type Chassis, type DeviceTraits, isRunning, type RedundancySettings, type World } from "./chassis.ts";
import { type ModuleSpec, moduleFrom } from "./physical-module.ts";
import { Random } from "./random.ts";
import { Reporter } from "./reporter.ts";
import { type DeviceTimings, ORDINARY_TIMINGS } from "./timings.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** What a device is made of, and how it behaves where devices differ. */
export interface DeviceOptions {
  readonly seed?: number;
  readonly chassisId?: string;
  readonly start?: string;
  /** The modules in the slots; two alike by default. */
  readonly modules?: Readonly<Partial<Record<ManagementSlot, ModuleSpec>>>;
  /** How many of the device's reports have a witness under another source and id; none by default. */
  readonly witnessShare?: number;
  readonly timings?: Partial<DeviceTimings>;
  readonly traits?: Partial<DeviceTraits>;
}

const ORDINARY_TRAITS: DeviceTraits = {
  runningConfigCopy: "per-change",
  reportsBooting: true,
  showsStandbyState: true,
  showsReadyInsideWindow: false,
  transferFailureShare: 0,
};

const FACTORY_SETTINGS: RedundancySettings = { defaultActiveSlot: "M1", syncPeriodSeconds: 7 };

const newChassis = ({ M1, M2 }: NonNullable<DeviceOptions["modules"]>): Chassis => ({
  phase: "off",
  mains: false,
  activeSlot: null,
  elected: null,
  electionTimer: null,
  restartTimer: null,
  takeover: null,
  request: null,
  modules: { M1: M1 === undefined ? null : moduleFrom(M1), M2: M2 === undefined ? null : moduleFrom(M2) },
  knownAbsent: { M1: false, M2: false },
  cabled: { M1: true, M2: true },
  pair: null,
  settings: FACTORY_SETTINGS,
  savedSettings: FACTORY_SETTINGS,
  bootOrder: [],
  sessions: [],
  runningConfig: null,
  lastRevision: Math.max(M1?.systemConfigRevision ?? 10, M2?.systemConfigRevision ?? 10),
  switchovers: 0,
  lastCause: null,
  coldStarts: 0,
  lastColdStart: null,
});

/** A chassis without power, at the beginning of its simulation. */
export const newWorld = (options: DeviceOptions): World => {
  const chassis = newChassis(options.modules ?? { M1: { serialNumber: "A1" }, M2: { serialNumber: "B1" } });
  const clock = new VirtualClock(Date.parse(options.start ?? "2026-01-01T00:00:00.000Z"));
  const random = new Random(options.seed ?? 1);
  const timings = { ...ORDINARY_TIMINGS, ...options.timings };
  const reporter = new Reporter({
    chassisId: options.chassisId ?? "bxr-sim-01",
    clock,
    random,
    witnessShare: options.witnessShare ?? 0,
    witnessDelay: timings.witness,
    agentUp: () => isRunning(chassis, "M1") || isRunning(chassis, "M2"),
  });
  return { chassis, clock, random, reporter, timings, traits: { ...ORDINARY_TRAITS, ...options.traits } };
};

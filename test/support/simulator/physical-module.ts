import type { BootSource, SynchronizedFile } from "../../../shared/domain/vocabulary.ts";
import type { Timer } from "./virtual-clock.ts";

/** The code image on the PCMCIA card in each of a module's two card slots; null where no card is. */
export interface Cards {
  1: string | null;
  2: string | null;
}

/** A management module as it comes out of its box, or out of a slot. */
export interface ModuleSpec {
  readonly serialNumber: string;
  /** The primary image in its code flash. */
  readonly version?: string;
  readonly secondaryVersion?: string | null;
  readonly monitorVersion?: string;
  readonly bootCodeVersion?: string;
  readonly systemConfigRevision?: number;
  readonly cards?: Cards;
}

/** What a module does: nothing for want of power, boot, run, or hang after a crash. */
export type PhysicalStatus = "off" | "booting" | "running" | "crashed";

/** A management module in a slot: what its flash holds, and what it runs. */
export interface PhysicalModule {
  readonly serialNumber: string;
  primary: string;
  secondary: string | null;
  monitor: string;
  bootCode: string;
  systemConfig: number;
  readonly cards: Cards;
  status: PhysicalStatus;
  /** The code it runs, the configuration in its memory and where the code came from: null unless it runs. */
  running: string | null;
  runningConfig: number | null;
  bootedFrom: BootSource | null;
  bootedAt: number | null;
  bootTimer: Timer | null;
}

/** The files kept in flash, which are compared; the running-config is only ever copied. */
export type FlashFile = Exclude<SynchronizedFile, "running-config">;
/** Every file that is compared, in the order of comparison. */
export const FLASH_FILES = ["flash-code", "system-config"] as const satisfies readonly FlashFile[];

/** A module as the specification says, not yet powered. */
export const moduleFrom = (spec: ModuleSpec): PhysicalModule => ({
  serialNumber: spec.serialNumber,
  primary: spec.version ?? "2.7.2a",
  secondary: spec.secondaryVersion === undefined ? "2.7.1" : spec.secondaryVersion,
  monitor: spec.monitorVersion ?? spec.version ?? "2.7.2a",
  bootCode: spec.bootCodeVersion ?? "2.7.0",
  systemConfig: spec.systemConfigRevision ?? 10,
  cards: { ...(spec.cards ?? { 1: null, 2: null }) },
  status: "off",
  running: null,
  runningConfig: null,
  bootedFrom: null,
  bootedAt: null,
  bootTimer: null,
});

/** What of a module survives being pulled: its flash and the cards in its front panel. */
export const specOf = (module: PhysicalModule): Required<ModuleSpec> => ({
  serialNumber: module.serialNumber,
  version: module.primary,
  secondaryVersion: module.secondary,
  monitorVersion: module.monitor,
  bootCodeVersion: module.bootCode,
  systemConfigRevision: module.systemConfig,
  cards: { ...module.cards },
});

/** What the active finds when it compares the standby's copy of a file with its own; boot code is no part of it. */
export const holdSame = (file: FlashFile, a: PhysicalModule, b: PhysicalModule): boolean =>
  file === "system-config"
    ? a.systemConfig === b.systemConfig
    : a.primary === b.primary && a.secondary === b.secondary && a.monitor === b.monitor;

/** Overwrites the standby's file with the active's, whichever is newer. */
export const overwrite = (file: FlashFile, from: PhysicalModule, to: PhysicalModule): void => {
  if (file === "system-config") {
    to.systemConfig = from.systemConfig;
    return;
  }
  to.primary = from.primary;
  to.secondary = from.secondary;
  to.monitor = from.monitor;
};

/** The image a module finds at a boot source; cards are those of the active module, and no boot server answers. */
const imageAt = (source: BootSource, module: PhysicalModule, cards: Cards): string | null => {
  switch (source) {
    case "primary-flash":
      return module.primary;
    case "secondary-flash":
      return module.secondary;
    case "pcmcia-slot-1":
      return cards[1];
    case "pcmcia-slot-2":
      return cards[2];
    case "tftp":
    case "bootp":
      return null;
  }
};

/** Where a module boots from: the first source of the order that holds an image, else its primary flash. */
export const loadCode = (
  module: PhysicalModule,
  order: readonly BootSource[],
  cards: Cards,
): { source: BootSource; version: string } => {
  for (const source of order) {
    const version = imageAt(source, module, cards);
    if (version !== null) return { source, version };
  }
  return { source: "primary-flash", version: module.primary };
};

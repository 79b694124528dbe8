import type { EventOf } from "../../../shared/domain/events.ts";
import type { BootSource, ManagementSlot } from "../../../shared/domain/vocabulary.ts";
import { activeOf, ImpossibleAction, isPortUp, moduleIn, type RedundancySettings, type World } from "./chassis.ts";
import { copyNow, followChange, followPeriod } from "./running-config.ts";
import { copyUnconditionally } from "./synchronization.ts";

/** Which image of a module's flash an update replaces. */
export type ImageName = EventOf<"image.updated">["data"]["image"];

/** What a session is for. */
export type SessionKind = EventOf<"session.opened">["data"]["kind"];

/** A command changes the running-config of the active module. */
export const changeConfig = (world: World, by: string): void => {
  const { chassis, reporter } = world;
  const active = moduleIn(chassis, activeOf(chassis));
  chassis.lastRevision += 1;
  const revision = chassis.lastRevision;
  active.runningConfig = revision;
  chassis.runningConfig = revision;
  reporter.report({ type: "config.changed", data: { revision, by } });
  followChange(world, revision);
};

/** The running-config, redundancy settings included, is saved in the flash of the active module. */
export const saveConfig = (world: World, by: string): void => {
  const { chassis, reporter } = world;
  const active = moduleIn(chassis, activeOf(chassis));
  const revision = active.runningConfig ?? active.systemConfig;
  active.systemConfig = revision;
  chassis.savedSettings = chassis.settings;
  reporter.report({ type: "config.saved", data: { revision, by } });
  copyUnconditionally(world, "system-config");
};

/** An image is loaded into the flash of the active module; every one but boot code goes on to the standby. */
export const updateImage = (world: World, image: ImageName, version: string): void => {
  const { chassis, random, reporter } = world;
  const slot = activeOf(chassis);
  const active = moduleIn(chassis, slot);
  active[image === "boot" ? "bootCode" : image] = version;
  const verified = random.chance(0.7) ? { verified: true } : {};
  reporter.report({ type: "image.updated", data: { slot, image, version, ...verified } });
  if (image !== "boot") copyUnconditionally(world, "flash-code");
};

/** What an operator sets; a negative period copies the running-config once and leaves the period as it is. */
export interface RedundancyCommand extends Partial<RedundancySettings> {
  readonly saved?: boolean;
}

/** Redundancy settings take effect at once but for the default slot, which counts once saved, at a cold start. */
export const configureRedundancy = (world: World, command: RedundancyCommand): void => {
  const { chassis, reporter } = world;
  activeOf(chassis);
  const { saved = false, ...chosen } = command;
  const period = chosen.syncPeriodSeconds;
  const { syncPeriodSeconds } = chassis.settings;
  const kept = period !== undefined && period < 0 ? { syncPeriodSeconds } : {};
  chassis.settings = { ...chassis.settings, ...chosen, ...kept };
  if (saved) chassis.savedSettings = chassis.settings;
  reporter.report({ type: "redundancy.configured", data: { ...command } }, "cli");
  if (period === undefined) return;
  if (period < 0) copyNow(world);
  else followPeriod(world);
};

/** The sources to boot from, tried in this order; it needs no saving. */
export const configureBootOrder = (world: World, order: readonly BootSource[]): void => {
  const { chassis, reporter } = world;
  activeOf(chassis);
  chassis.bootOrder = [...order];
  reporter.report({ type: "boot-source.configured", data: { order: [...order] } }, "cli");
};

/** A PCMCIA card goes into a module's front panel, or comes out of it (no image). */
export const changeCard = (world: World, slot: ManagementSlot, card: 1 | 2, image: string | null): void => {
  const { chassis, reporter } = world;
  const { cards } = moduleIn(chassis, slot);
  if ((cards[card] === null) === (image === null)) throw new ImpossibleAction(`card slot ${card} is so already`);
  cards[card] = image;
  reporter.report({ type: image === null ? "card.removed" : "card.inserted", data: { slot, card } });
};

/** Sessions can be opened at the management port of the active module only. */
export const openSession = (world: World, sessionId: string, kind: SessionKind): void => {
  const { chassis, reporter } = world;
  if (!isPortUp(chassis, activeOf(chassis))) throw new ImpossibleAction("the active's management port is down");
  if (chassis.sessions.includes(sessionId)) throw new ImpossibleAction(`session ${sessionId} is open already`);
  chassis.sessions = [...chassis.sessions, sessionId];
  reporter.report({ type: "session.opened", data: { sessionId, kind, peerAddress: "192.0.2.77" } }, "cli");
};

/** The peer of a session leaves. */
export const closeSession = (world: World, sessionId: string): void => {
  const { chassis, reporter } = world;
  if (!chassis.sessions.includes(sessionId)) throw new ImpossibleAction(`no session ${sessionId} is open`);
  chassis.sessions = chassis.sessions.filter((open) => open !== sessionId);
  reporter.report({ type: "session.closed", data: { sessionId, reason: "logout" } }, "cli");
};

/** A cable is put into a management port or pulled from it; sessions do not survive the loss of the active's port. */
export const changeCable = (world: World, slot: ManagementSlot, cabled: boolean): void => {
  const { chassis, reporter } = world;
  if (chassis.cabled[slot] === cabled) throw new ImpossibleAction(`the cable of ${slot} is so already`);
  const before = isPortUp(chassis, slot);
  chassis.cabled[slot] = cabled;
  const after = isPortUp(chassis, slot);
  if (before === after) return;
  if (!after && slot === chassis.activeSlot) chassis.sessions = [];
  reporter.report({ type: after ? "management-port.up" : "management-port.down", data: { slot } });
};

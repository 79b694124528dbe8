import type { ChassisEvent, ObservedModule } from "../../shared/domain/events.ts";
import type { ManagementSlot } from "../../shared/domain/vocabulary.ts";

type Event = ChassisEvent;

const rowsOf = (event: Event): readonly ObservedModule[] =>
  event.type === "chassis.observed" ? event.data.modules : [];

/** Whether an event calls the module a ready standby. */
const callsReady = (event: Event, standby: ManagementSlot): boolean =>
  (event.type === "standby.ready" && event.data.slot === standby) ||
  rowsOf(event).some(({ slot, standbyState }) => slot === standby && standbyState === "ready");

/** The files that must be in sync for the standby to be ready. */
const isFlashFile = (file: unknown): boolean => file === "flash-code" || file === "system-config";

const LOST = /^module\.(inserted|removed|booting|boot-failed|reset|power-lost)$/;

/**
 * Whether an event says that the module could not take over, or that another than the named one is active. While a copy
 * to it is known to run, that it is in state `sync` is no news.
 */
const deniesPair = (event: Event, standby: ManagementSlot, isCopying: boolean): boolean => {
  if (LOST.test(event.type)) return event.data["slot"] === "M1" || event.data["slot"] === "M2";
  switch (event.type) {
    case "module.booted":
      return event.data.slot === standby;
    case "module.status-changed":
      return event.data.slot === standby || (!/^S/.test(event.data.slot) && event.data.to !== "running");
    case "module.role-changed":
      return (event.data.to === "active") === (event.data.slot === standby);
    case "chassis.warm-started":
      return event.data.reporterSlot === undefined || event.data.reporterSlot === standby;
    case "switchover.completed":
      return event.data.to === standby;
    case "chassis.observed":
      return rowsOf(event).some((row) => deniesRow(row, standby, isCopying));
    default:
      return event.type === "chassis.cold-started" || event.type === "standby.down";
  }
};

const deniesRow = (row: ObservedModule, standby: ManagementSlot, isCopying: boolean): boolean => {
  const { slot, status, role, standbyState } = row;
  if (slot !== "M1" && slot !== "M2") return false;
  // One observation that shows a running module's slot empty is not believed yet; the second makes it no standby.
  if (status === "empty") return false;
  if (status !== undefined && status !== "running") return true;
  if (slot !== standby) return role === "standby";
  const isReady = (standbyState ?? "ready") === "ready" || (standbyState === "sync" && isCopying);
  return role === "active" || !isReady;
};

/**
 * The file that an event takes out of sync, for as long as nothing says that it is in sync again. What would flow from the
 * standby is set aside (P6).
 */
const takesOutOfSync = (event: Event, standby: ManagementSlot): string | null => {
  if (event.type.startsWith("sync.") && event.data["from"] === standby) return null;
  switch (event.type) {
    case "config.saved":
      return "system-config";
    case "image.updated":
      return event.data.image === "boot" || event.data.slot === standby ? null : "flash-code";
    case "sync.started":
    case "sync.failed":
      return isFlashFile(event.data.file) ? event.data.file : null;
    case "sync.compared":
      return isFlashFile(event.data.file) && event.data.result === "different" ? event.data.file : null;
    default:
      return null;
  }
};

const WITNESS_MS = 60_000;

/** Whether another reporter has said the same within the witness time, so that the twin takes it for one fact. */
const isWitness = (event: Event, earlier: readonly Event[]): boolean =>
  earlier.some(
    ({ type, data, source, time }) =>
      type === event.type &&
      data["file"] === event.data["file"] &&
      (data["mode"] ?? event.data["mode"]) === (event.data["mode"] ?? data["mode"]) &&
      source !== event.source &&
      Date.parse(event.time) - Date.parse(time) <= WITNESS_MS,
  );

const bringsInSync = (event: Event, file: string): boolean =>
  (event.type === "sync.completed" && event.data.file === file) ||
  (event.type === "sync.compared" && event.data.file === file && event.data.result === "same");

/** How long a request may stay without evidence: after that it is taken not to have been followed. */
const REQUEST_MS = 60_000;

/** A request that the active take over asks for nothing. */
const isRequestOpen = (later: readonly Event[], standby: ManagementSlot, at: number): boolean =>
  later.findLastIndex(
    ({ type, data, time }) =>
      type === "switchover.requested" && (data["to"] ?? standby) === standby && at - Date.parse(time) < REQUEST_MS,
  ) > later.findLastIndex(({ type }) => type === "switchover.refused");

/**
 * Whether the events that arrived support that the standby is ready: one of them has called it so, and no later one
 * denies that it runs as the standby of this active, takes one of its files out of sync without another that brings it
 * back (a second witness takes nothing, and a copy that was seen under way and then completed suffices, T4), or has asked, within the last minute, for a switchover that is not refused.
 */
export const supportsReady = (known: readonly ChassisEvent[], standby: ManagementSlot, at: number): boolean => {
  const said = known.findLastIndex((event) => callsReady(event, standby));
  if (said === -1) return false;
  const later = known.slice(said + 1);
  const isOutOfSync = later.some((event, index) => {
    const file = takesOutOfSync(event, standby);
    const isNew = file !== null && !isWitness(event, known.slice(0, said + 1 + index));
    return isNew && !later.slice(index + 1).some((next) => bringsInSync(next, file));
  });
  const isDenied = later.some((event, index) => {
    const isCopying = later.slice(0, index).some((earlier) => takesOutOfSync(earlier, standby) !== null);
    return deniesPair(event, standby, isCopying);
  });
  return !isOutOfSync && !isRequestOpen(later, standby, at) && !isDenied;
};

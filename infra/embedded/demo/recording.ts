import { readFile } from "node:fs/promises";
import { type CollectedCapture, collectCapture } from "../../../collectors/capture.ts";
import type { InterfaceSlotCount } from "../../../collectors/slot-aliases.ts";
import { newContext } from "../../../collectors/syslog-context.ts";
import { ChassisEvent } from "../../../shared/domain/events.ts";

/** The recorded chassis, by the host name of their syslog, and how many interface slots each has. */
export const RECORDED_FLEET: ReadonlyMap<string, InterfaceSlotCount> = new Map([
  ["bxr-ams-01", 4],
  ["bxr-fra-01", 16],
  ["bxr-fra-02", 16],
  ["bxr-lon-01", 8],
  ["bxr-lon-02", 8],
  ["bxr-mad-01", 4],
  ["bxr-par-01", 32],
  ["bxr-waw-01", 8],
]);

/** A night of a small fleet, as its collectors saw it. */
export interface Recording {
  /** What the chassis said by syslog. */
  readonly capture: CollectedCapture;
  /** What others saw that syslog does not tell: versions, serial numbers, boot sources, synchronization, sessions. */
  readonly observations: readonly ChassisEvent[];
}

/** Reads the bundled recording and runs its capture through the collector. */
export const readRecording = async (): Promise<Recording> => {
  const capture = collectCapture(await readBundled("fleet.syslog"), (host) => {
    const interfaceSlots = RECORDED_FLEET.get(host);
    return interfaceSlots === undefined ? undefined : newContext(host, interfaceSlots);
  });
  const lines = (await readBundled("fleet-observations.jsonl")).split("\n").filter((line) => line !== "");
  return { capture, observations: lines.map((line) => ChassisEvent.parse(JSON.parse(line))) };
};

/** By how many milliseconds, in whole seconds, to move a recording so that its last event happens just before `end`. */
export const shiftToEndAt = (events: readonly ChassisEvent[], end: Date): number => {
  const last = Math.max(...events.map(({ time }) => Date.parse(time)));
  return Math.floor((end.getTime() - last) / 1000) * 1000;
};

/** The same event, so many milliseconds later. What the device's own clock said stays as it was. */
export const shifted = (event: ChassisEvent, milliseconds: number): ChassisEvent => {
  const later = (time: string) => new Date(Date.parse(time) + milliseconds).toISOString();
  const time = later(event.time);
  if (event.type !== "chassis.observed") return { ...event, time };
  const { startedAt, endedAt } = event.data;
  const ended = endedAt === undefined ? {} : { endedAt: later(endedAt) };
  return { ...event, time, data: { ...event.data, startedAt: later(startedAt), ...ended } };
};

const readBundled = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), "utf8");

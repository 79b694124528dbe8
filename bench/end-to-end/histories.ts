import type { ChassisEvent } from "../../shared/domain/events.ts";
import { ChassisLife } from "../workload/chassis-life.ts";

const START = Date.parse("2026-03-02T06:00:00.000Z");

/** The events of one chassis, in the order in which they are told. */
export interface History {
  readonly chassisId: string;
  readonly events: readonly ChassisEvent[];
}

/** Which chassis, named after `prefix`, how many of them and with how many events each. */
export interface HistoryOptions {
  readonly prefix: string;
  readonly seed: number;
  readonly chassis: number;
  readonly events: number;
}

/** Histories of chassis that begin with what makes them lived in. */
export const histories = ({ prefix, seed, chassis, events }: HistoryOptions): readonly History[] =>
  Array.from({ length: chassis }, (_, index) => {
    const chassisId = `${prefix}-${index}`;
    const life = new ChassisLife({ chassisId, seed: seed + index, start: START });
    const told = life.livedInStart();
    while (told.length < events) told.push(...life.routine());
    return { chassisId, events: told.slice(0, events) };
  });

/** What an event consumes, the watch and the index of due times included. */
export interface EventUnits {
  readonly write: number;
  readonly read: number;
  /** Notifications that announce what changed. */
  readonly notifications: number;
}

/** How far the committed figures may be from those measured, as a share of them. */
export const UNITS_TOLERANCE = 0.02;

/**
 * As `npm run bench:cost` measures them, which fails when these are out of date: a mix in which three events in ten
 * change the place in the fleet, and bursts of five.
 */
export const MEASURED_UNITS: Readonly<Record<"single" | "burst", EventUnits>> = {
  single: { write: 2.21, read: 1.26, notifications: 0.78 },
  burst: { write: 0.81, read: 0.46, notifications: 0.13 },
};

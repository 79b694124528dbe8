import type { Span } from "./random.ts";

const seconds = (least: number, most: number): Span => [least * 1000, most * 1000];

/** How long the simulated device takes for what it does, in milliseconds. */
export interface DeviceTimings {
  /** From power or reset until a module runs. */
  readonly boot: Span;
  /** From the standby's boot to the first comparison, and from that to the second. */
  readonly comparison: Span;
  readonly flashCodeTransfer: Span;
  readonly systemConfigTransfer: Span;
  /** From a failed transfer to the next attempt. */
  readonly retry: Span;
  /** From the last file in sync to the standby's report that it is ready. */
  readonly readiness: Span;
  /** From the loss of the active module until a ready standby holds the role. */
  readonly takeover: Span;
  /** From the switchover command until the standby holds the role. */
  readonly switchover: Span;
  /** How long a standby that cannot take over waits before the chassis restarts; shorter than any boot. */
  readonly restart: Span;
  /** How long booted modules wait at most, after a cold start, for the elected one. */
  readonly electionPatience: number;
  /** A second report of the same transition follows the first by this much. */
  readonly witness: Span;
  /** How long a poll of the whole chassis takes. */
  readonly poll: Span;
}

/** Timings of an ordinary device. */
export const ORDINARY_TIMINGS: DeviceTimings = {
  boot: seconds(40, 90),
  comparison: seconds(1, 4),
  flashCodeTransfer: seconds(10, 40),
  systemConfigTransfer: seconds(1, 4),
  retry: seconds(15, 30),
  readiness: seconds(1, 4),
  takeover: [300, 3000],
  switchover: seconds(1, 5),
  restart: seconds(10, 35),
  electionPatience: 300_000,
  witness: [50, 2000],
  poll: [50, 1500],
};

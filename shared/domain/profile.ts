import type { BootSource, ManagementSlot } from "./vocabulary.ts";

/**
 * How one family of chassis behaves where the manuals leave it open or let the operator choose.
 * Times are seconds unless the name says otherwise.
 */
export interface DeviceProfile {
  readonly name: string;
  /** The slot elected at power-on when nothing else is saved [R]. */
  readonly defaultActiveSlot: ManagementSlot;
  /** The running-config is copied to the standby this often unless configured otherwise [R]. */
  readonly syncPeriodSeconds: number;
  /** How long a predicted takeover, or a requested switchover, may lack evidence [I]. */
  readonly takeoverConfirmSeconds: number;
  /** Reports of one transition arrive within this time of each other [I]. */
  readonly witnessSeconds: number;
  /** A module that has not booted this long after insertion, reset or cold start is overdue [I]. */
  readonly bootSeconds: number;
  /** A transfer that has not completed this long after its start is overdue [I]. */
  readonly syncSeconds: number;
  /** Modules that booted this long before a cold start was reported booted because of it [I]. */
  readonly coldStartSlackSeconds: number;
  /** Interface modules forward this long without any management module [R on a sibling, I here]. */
  readonly managementAbsenceSeconds: number;
  /** A running-config change is stale this long after its period has passed [I]. */
  readonly staleSlackSeconds: number;
  /** A promised observation is missed after this many times its promised interval [I]. */
  readonly silenceFactor: number;
  /** Findings about single reports (contradictory-report, missed-event) stay open this long at most [I]. */
  readonly reportFindingSeconds: number;
  /** Boot sources that are cards in the active module's own slots, and the card each names [R]. */
  readonly cardOfBootSource: Readonly<Partial<Record<BootSource, "1" | "2">>>;
}

/** The BigIron RX family. */
export const BIGIRON_RX: DeviceProfile = {
  name: "bigiron-rx",
  defaultActiveSlot: "M1",
  syncPeriodSeconds: 7,
  takeoverConfirmSeconds: 60,
  witnessSeconds: 60,
  bootSeconds: 300,
  syncSeconds: 600,
  coldStartSlackSeconds: 120,
  managementAbsenceSeconds: 35,
  staleSlackSeconds: 5,
  silenceFactor: 1.5,
  reportFindingSeconds: 24 * 3600,
  cardOfBootSource: { "pcmcia-slot-1": "1", "pcmcia-slot-2": "2" },
};

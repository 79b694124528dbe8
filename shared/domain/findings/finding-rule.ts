import type { EventReference } from "../events.ts";
import type { DeviceProfile } from "../profile.ts";
import type { Moment, TwinState } from "../state.ts";
import type { InterfaceSlot, ManagementSlot, Severity, SynchronizedFile } from "../vocabulary.ts";

/** A finding that a rule sees open. */
export interface Sighting {
  readonly slots: readonly (ManagementSlot | InterfaceSlot)[];
  readonly message: string;
  /** Tells findings of one code apart where there may be several: the slot or the file. */
  readonly about?: string;
  readonly file?: SynchronizedFile;
  /** When it opened, for one that may close and open again in one step; the time of the step unless given. */
  readonly since?: Moment;
  /** The events it rests on; those of the step that opens it unless given. */
  readonly evidence?: readonly EventReference[];
}

/** What a finding is, and when it is open: it opens with the step after which it is first seen, and closes likewise. */
export interface FindingRule {
  readonly code: string;
  readonly severity: Severity;
  readonly see: (state: TwinState, at: Moment, profile: DeviceProfile) => readonly Sighting[];
}

/** One sighting when a condition holds, none otherwise. */
export const when = (holds: boolean, sighting: () => Sighting): readonly Sighting[] => (holds ? [sighting()] : NONE);

const NONE: readonly Sighting[] = [];

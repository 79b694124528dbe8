import type { EventReference } from "./events.ts";
import type { DeviceProfile } from "./profile.ts";
import type { Moment, Since, TwinState } from "./state.ts";

/** What became of an event in the fold of all of them. */
export interface Outcome {
  readonly disposition: "applied" | "no-effect" | "quarantined";
  /** Why it had no effect or was quarantined, in words for an operator. */
  readonly reason: string | null;
  /** The event that had said the same before. */
  readonly sameAs: EventReference | null;
  /** What an operator should know besides, such as what the end of a finding leaves open. */
  readonly note?: string;
}

/** One move of the fold: an event, or a deadline that passes, on a working copy of the state. */
export interface Step {
  readonly state: TwinState;
  readonly at: Moment;
  readonly evidence: readonly EventReference[];
  readonly carrier: string | null;
  /** Who says it: witnesses are different reporters. */
  readonly reporter: string;
  readonly profile: DeviceProfile;
}

/** How many events are remembered as the evidence of one fact. */
export const EVIDENCE_LIMIT = 8;

export const applied: Outcome = { disposition: "applied", reason: null, sameAs: null };

/** The event says nothing that was not so, or nothing that can be so now. */
export const noEffect = (reason: string, witnessOf?: Since | null): Outcome => ({
  disposition: "no-effect",
  reason,
  sameAs: witnessOf?.evidence[0] ?? null,
});

/** Sets an impossible report aside, with its reason, and opens contradictory-report (P15) [I]. */
export const quarantine = (step: Step, reason: string): Outcome => {
  contradict(step);
  return { disposition: "quarantined", reason, sameAs: null };
};

/** Remembers that a report contradicted what is known (P15) [I]. */
export const contradict = (step: Step): void => {
  step.state.contradiction = renewed(step, step.state.contradiction);
};

/** Remembers that something must have happened which nobody reported (P12, P16, T11) [I]. */
export const missEvent = (step: Step): void => {
  step.state.missedEvent = renewed(step, step.state.missedEvent);
};

const renewed = (step: Step, open: (Since & { readonly latest: Moment }) | null) => ({
  at: open?.at ?? step.at,
  latest: step.at,
  evidence: withEvidence(open?.evidence ?? [], step.evidence),
});

/** The moment of a step with the events that speak for it. */
export const since = (step: Step): Since => ({ at: step.at, evidence: step.evidence });

/** Adds references to evidence, each once, up to the limit. */
export const withEvidence = (
  evidence: readonly EventReference[],
  more: readonly EventReference[],
): readonly EventReference[] => {
  const isKnown = ({ source, id }: EventReference) =>
    evidence.some((known) => known.source === source && known.id === id);
  return [...evidence, ...more.filter((one) => !isKnown(one))].slice(0, EVIDENCE_LIMIT);
};

/** Whether a step comes within so many seconds of a moment. */
export const isWithin = (step: Step, seconds: number, of: Moment | null): boolean =>
  of !== null && step.at - of <= seconds * 1000;

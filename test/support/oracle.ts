import { describeTwin } from "../../shared/domain/describe.ts";
import type { ChassisEvent } from "../../shared/domain/events.ts";
import { advance, fold } from "../../shared/domain/fold.ts";
import { initialState } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { MANAGEMENT_SLOTS, type ManagementSlot } from "../../shared/domain/vocabulary.ts";
import type { SimulatedHistory } from "./simulator/simulator.ts";
import type { SimulatedTruth } from "./simulator/truth.ts";

/** What the twin says of one thing, and what is so. */
export interface Comparison {
  readonly field: string;
  readonly slot?: ManagementSlot;
  readonly said: string | number | null;
  readonly so: string | number | null;
}

/** Whether the twin is right, does not know, or is wrong. */
export type Verdict = "right" | "unknown" | "wrong";

/** Judges one comparison: what the twin leaves open is unknown, not wrong. */
export const verdictOf = ({ said, so }: Comparison): Verdict => {
  if (said === so) return "right";
  return said === null || said === "unknown" ? "unknown" : "wrong";
};

const VERSIONS = ["running", "primary", "secondary", "monitor", "bootCode"] as const;

/**
 * Everything on which the twin and the chassis can be compared at one moment. Between the loss of the active and the
 * takeover the twin predicts, and so names, the module that is about to be active.
 */
export const compare = (twin: Twin, truth: SimulatedTruth): Comparison[] => [
  { field: "activeSlot", said: twin.activeSlot, so: truth.activeSlot ?? truth.takeoverBy },
  { field: "switchover.count", said: twin.switchover.count, so: truth.switchoverCount },
  { field: "sessions", said: sessionsOf(twin), so: truth.openSessions.toSorted().join() },
  { field: "sync.status", said: twin.sync.status, so: truth.sync.status },
  ...MANAGEMENT_SLOTS.flatMap((slot) => compareModule(twin, truth, slot)),
];

const sessionsOf = ({ management }: Twin): string =>
  management.sessions
    .map(({ sessionId }) => sessionId)
    .sort()
    .join();

/** A module that does not run has not booted from anywhere, and has no role to speak of while nobody is active. */
const compareModule = (twin: Twin, truth: SimulatedTruth, slot: ManagementSlot): Comparison[] => {
  const said = twin.modules[slot];
  const so = truth.modules[slot];
  const presence = { field: "presence", slot, said: said.presence, so: so.present ? "present" : "absent" };
  if (!so.present) return [presence];
  const runs = so.status === "running";
  return [
    presence,
    ...(truth.activeSlot === null ? [] : [{ field: "role", slot, said: said.role, so: so.role }]),
    ...(runs ? [{ field: "bootedFrom", slot, said: said.bootedFrom, so: so.bootedFrom }] : []),
    ...VERSIONS.filter((name) => runs || name !== "running").map((name) => ({
      field: `versions.${name}`,
      slot,
      said: said.versions[name],
      so: so.versions[name],
    })),
  ];
};

/** What the twin says, and what is so, after one step of a history. */
export interface Checkpoint {
  readonly twin: Twin;
  readonly truth: SimulatedTruth;
  /** The events known by then. */
  readonly known: readonly ChassisEvent[];
  readonly isLast: boolean;
}

/** Follows a history with those of its events that arrive, by the plain fold, and stops after every step. */
export const follow = (
  { steps, events, chassisId }: SimulatedHistory,
  arrives: (event: ChassisEvent) => boolean = () => true,
): Checkpoint[] => {
  let state = initialState();
  let from = 0;
  const known: ChassisEvent[] = [];
  return steps.map(({ at, truth, eventCount }, index) => {
    const isLast = index === steps.length - 1;
    const to = isLast ? events.length : eventCount;
    const arrived = events.slice(from, to).filter(arrives);
    from = to;
    known.push(...arrived);
    state = fold(state, arrived).state;
    const asOf = Math.max(Date.parse(at), state.lastEventAt ?? 0);
    const twin = describeTwin({ chassisId, state: advance(state, asOf), revision: known.length, asOf });
    return { twin, truth, known: [...known], isLast };
  });
};

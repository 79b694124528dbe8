import { fileFacts, SYNCHRONIZED_FILES, savedDefaultSlot } from "./facts.ts";
import type { DeviceProfile } from "./profile.ts";
import { electActive } from "./rules/election.ts";
import { presumeCopied, presumedCopyAt, staleAt } from "./rules/running-config.ts";
import { abortTransfers, awaitComparison } from "./rules/transfers.ts";
import type { Moment, Since, TwinState } from "./state.ts";
import { missEvent, type Step } from "./step.ts";
import { MANAGEMENT_SLOTS, type ManagementSlot, otherSlot, type SynchronizedFile } from "./vocabulary.ts";

/** A moment at which the twin changes though nothing is reported. */
export interface Deadline {
  /** The finding that opens then, or another name of what happens. */
  readonly code: string;
  readonly dueAt: Moment;
  /** What set the deadline. */
  readonly cause: Since;
  readonly slot?: ManagementSlot;
  readonly file?: SynchronizedFile;
  /** Something is expected to happen before it: shown to readers. */
  readonly isExpectation: boolean;
  /** What happens to the state, beyond the findings that follow from it. */
  readonly pass?: (step: Step) => void;
}

type DeadlineRule = (state: TwinState, profile: DeviceProfile) => readonly Deadline[];

/** T12: a predicted takeover lacks evidence for too long: nobody is known to be active [I]. */
const takeoverUnconfirmed: DeadlineRule = ({ phase, pending }, { takeoverConfirmSeconds }) =>
  phase !== "switching" || pending?.lost == null
    ? []
    : [
        {
          code: "no-active",
          dueAt: pending.lost.at + takeoverConfirmSeconds * 1000,
          cause: pending.lost,
          slot: pending.to,
          isExpectation: true,
          pass: (step) => {
            const { state, at } = step;
            abortTransfers(step);
            awaitComparison(step);
            state.phase = "unknown";
            state.activeSlot = null;
            state.activeConfidence = "unknown";
            state.noActive = { at, evidence: pending.lost?.evidence ?? [] };
            state.modules[pending.to].role = "unknown";
            if (state.modules[pending.from].role === "standby") state.modules[pending.from].role = "none";
          },
        },
      ];

/** P16: a requested switchover is neither refused nor evidenced: it did not happen, and something was missed [I]. */
const requestUnconfirmed: DeadlineRule = ({ phase, pending }, { takeoverConfirmSeconds }) =>
  phase !== "switching" || pending === null || pending.lost !== null || pending.requested === null
    ? []
    : [
        {
          code: "missed-event",
          dueAt: pending.requested.at + takeoverConfirmSeconds * 1000,
          cause: pending.requested,
          slot: pending.to,
          isExpectation: true,
          pass: (step) => {
            step.state.phase = "up";
            step.state.pending = null;
            missEvent(step);
          },
        },
      ];

/** T2: the default slot has had its time to boot: the other one, if it has booted, is active [I]. */
const defaultSlotAwaited: DeadlineRule = (state, profile) =>
  state.phase !== "booting" || state.coldStart === null
    ? []
    : [
        {
          code: "election",
          dueAt: state.coldStart.at + profile.bootSeconds * 1000,
          cause: state.coldStart,
          slot: otherSlot(savedDefaultSlot(state, profile)),
          isExpectation: false,
          pass: electActive,
        },
      ];

/** boot-overdue: a module has not booted since its insertion, its reset or a cold start [I]. */
const bootAwaited: DeadlineRule = ({ modules }, { bootSeconds }) =>
  MANAGEMENT_SLOTS.flatMap((slot) => {
    const { bootAwaited: cause } = modules[slot];
    if (cause === null) return [];
    return [{ code: "boot-overdue", dueAt: cause.at + bootSeconds * 1000, cause, slot, isExpectation: true }];
  });

/** sync-overdue: a transfer has not completed [I]. */
const transferAwaited: DeadlineRule = (state, { syncSeconds }) =>
  SYNCHRONIZED_FILES.flatMap((file) => {
    const { transfer, to } = fileFacts(state, file);
    if (transfer === null) return [];
    return [
      {
        code: "sync-overdue",
        dueAt: transfer.at + syncSeconds * 1000,
        cause: transfer,
        file,
        ...(to === null ? {} : { slot: to }),
        isExpectation: true,
      },
    ];
  });

/** T7: the period of a running-config change passes: its copy is presumed [R/I]. */
const periodPasses: DeadlineRule = (state, profile) =>
  state.uncopied.flatMap((change) => {
    const dueAt = presumedCopyAt(state, profile, change);
    return dueAt === null ? [] : [{ code: "copy", dueAt, cause: change, isExpectation: false, pass: presumeCopied }];
  });

/** V7: the oldest change of the running-config that has not reached the standby grows stale. */
const changeGrowsStale: DeadlineRule = (state, profile) => {
  const [oldest] = state.uncopied;
  const dueAt = oldest === undefined ? null : staleAt(state, profile, oldest);
  if (oldest === undefined || dueAt === null) return [];
  return [{ code: "sync-stale", dueAt, cause: oldest, file: "running-config", isExpectation: true }];
};

/** P14: an observation was promised [I]. */
const observationPromised: DeadlineRule = ({ observationDue }) =>
  observationDue === null
    ? []
    : [{ code: "silent", dueAt: observationDue.dueAt, cause: observationDue, isExpectation: true }];

/** T17: interface modules forward on their own for a while only [R on a sibling, I here]. */
const forwardingEnds: DeadlineRule = ({ phase, headless }, { managementAbsenceSeconds }) =>
  phase !== "no-management-module" || headless === null
    ? []
    : [
        {
          code: "forwarding-down",
          dueAt: headless.at + managementAbsenceSeconds * 1000,
          cause: headless,
          isExpectation: true,
        },
      ];

/** contradictory-report and missed-event close after a day at most [I]. */
const reportFindingsEnd: DeadlineRule = ({ contradiction, missedEvent }, { reportFindingSeconds }) => [
  ...(contradiction === null
    ? []
    : [
        {
          code: "contradictory-report",
          dueAt: contradiction.latest + reportFindingSeconds * 1000,
          cause: contradiction,
          isExpectation: false,
          pass: ({ state }: Step) => {
            state.contradiction = null;
          },
        },
      ]),
  ...(missedEvent === null
    ? []
    : [
        {
          code: "missed-event",
          dueAt: missedEvent.latest + reportFindingSeconds * 1000,
          cause: missedEvent,
          isExpectation: false,
          pass: ({ state }: Step) => {
            state.missedEvent = null;
          },
        },
      ]),
];

const RULES: readonly DeadlineRule[] = [
  takeoverUnconfirmed,
  requestUnconfirmed,
  defaultSlotAwaited,
  bootAwaited,
  periodPasses,
  changeGrowsStale,
  transferAwaited,
  observationPromised,
  forwardingEnds,
  reportFindingsEnd,
];

/** Every deadline that the state has set and not passed yet, the next one first. */
export const deadlinesOf = (state: TwinState, profile: DeviceProfile): readonly Deadline[] => {
  const passed = state.deadlinesPassed ?? Number.NEGATIVE_INFINITY;
  const ahead: Deadline[] = [];
  for (const rule of RULES) {
    for (const deadline of rule(state, profile)) if (deadline.dueAt > passed) ahead.push(deadline);
  }
  return ahead.sort((a, b) => a.dueAt - b.dueAt);
};

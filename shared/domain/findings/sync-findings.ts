import { fileFacts, isSyncApplicable, runningStandby, SYNCHRONIZED_FILES } from "../facts.ts";
import { staleAt } from "../rules/running-config.ts";
import type { TwinState } from "../state.ts";
import type { SynchronizedFile } from "../vocabulary.ts";
import { type FindingRule, type Sighting, when } from "./finding-rule.ts";

const mismatch = (code: string, file: SynchronizedFile, words: string): FindingRule => ({
  code,
  severity: "warning",
  see: (state) => {
    const { comparedDifferent, to } = fileFacts(state, file);
    return when(isSyncApplicable(state) && comparedDifferent !== null, () => ({
      slots: to === null ? [] : [to],
      message: `${words} of the standby was found to differ from the active's and is not known to be copied yet.`,
      evidence: comparedDifferent?.evidence ?? [],
    }));
  },
});

/** The flash code was compared different, and not copied since. */
export const codeMismatch: FindingRule = mismatch("code-mismatch", "flash-code", "The flash code");

/** The system-config was compared different, and not copied since. */
export const configMismatch: FindingRule = mismatch("config-mismatch", "system-config", "The system-config");

/** V7: a change of the running-config is neither reported nor presumed copied to the standby that runs. */
export const syncStale: FindingRule = {
  code: "sync-stale",
  severity: "warning",
  see: (state, at, profile) => {
    const slot = runningStandby(state);
    const [oldest] = state.uncopied;
    const staleSince = oldest === undefined ? null : staleAt(state, profile, oldest);
    return when(slot !== null && staleSince !== null && at >= staleSince, () => ({
      slots: slot === null ? [] : [slot],
      about: "running-config",
      file: "running-config",
      message: "A change of the running-config is not known to have reached the standby.",
      evidence: oldest?.evidence ?? [],
    }));
  },
};

/** A transfer ended without completing; its target may hold half a file. */
export const syncAborted: FindingRule = {
  code: "sync-aborted",
  severity: "warning",
  see: (state) =>
    SYNCHRONIZED_FILES.flatMap((file): readonly Sighting[] => {
      const aborted = fileFacts(state, file).abortedTransfer;
      if (aborted === null || isAbsent(state, aborted.target)) return [];
      const { target, evidence } = aborted;
      return [
        {
          slots: [target],
          about: file,
          file,
          message: `The copy of ${file} to ${target} ended before it was complete.`,
          evidence,
        },
      ];
    }),
};

/** A transfer has not completed in time. */
export const syncOverdue: FindingRule = {
  code: "sync-overdue",
  severity: "warning",
  see: (state, at, { syncSeconds }) =>
    SYNCHRONIZED_FILES.flatMap((file): readonly Sighting[] => {
      const { transfer, to } = fileFacts(state, file);
      if (transfer === null || to === null || at < transfer.at + syncSeconds * 1000 || isAbsent(state, to)) return [];
      const message = `The copy of ${file} to ${to} has not completed within ${syncSeconds} seconds.`;
      return [{ slots: [to], about: file, file, message, evidence: transfer.evidence }];
    }),
};

/** P17: a change of the configuration may have been lost with the active. */
export const configLossPossible: FindingRule = {
  code: "config-loss-possible",
  severity: "warning",
  see: ({ possiblyLost }) =>
    when(possiblyLost !== null, () => ({
      slots: [],
      message: "A change of the running-config was not known to have reached the standby when the active was lost.",
      evidence: possiblyLost?.evidence ?? [],
    })),
};

/** P17: an observation showed the older configuration. */
export const configLost: FindingRule = {
  code: "config-lost",
  severity: "warning",
  see: ({ lost }) =>
    when(lost !== null, () => ({
      slots: [],
      message: "A change of the running-config was lost with the active: the older revision was observed.",
      evidence: lost?.evidence ?? [],
    })),
};

const isAbsent = ({ modules }: TwinState, slot: "M1" | "M2"): boolean => modules[slot].presence === "absent";

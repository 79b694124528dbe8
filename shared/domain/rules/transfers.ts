import { fileFacts, mayBeSame, runningStandby, SYNCHRONIZED_FILES } from "../facts.ts";
import type { Contents, FileFacts, ModuleFacts } from "../state.ts";
import { unknownFile } from "../state.ts";
import { type Step, since } from "../step.ts";
import { type ManagementSlot, otherSlot, type SynchronizedFile, type SyncMode } from "../vocabulary.ts";
import { forgetReports } from "./witness.ts";

/** What the report of a finished copy says of its content. */
export interface CopiedContents {
  readonly version?: string | undefined;
  readonly revision?: number | undefined;
  readonly digest?: string | undefined;
}

/** T5, T6, P6: a file begins to flow from the active to the standby; one that flows already goes on [R]. */
export const beginTransfer = (step: Step, file: SynchronizedFile, mode: SyncMode): void => {
  const facts = fileFacts(step.state, file);
  const { from, to } = direction(step);
  forgetReports(step.state, `completed ${file}`, `compared ${file} same`);
  Object.assign(facts, { status: "synchronizing", mode, from, to, transfer: since(step) } satisfies Partial<FileFacts>);
};

/** A file of the standby is the active's: by a finished copy, or presumed so from a ready report (T4, P19). */
export const completeCopy = (step: Step, file: SynchronizedFile, copied: CopiedContents | "presumed"): void => {
  const { state } = step;
  const facts = fileFacts(state, file);
  const { from, to } = direction(step);
  copyContents({
    file,
    source: state.modules[from],
    target: state.modules[to],
    copied: copied === "presumed" ? {} : copied,
  });
  if (file === "flash-code") copyIntegrity(state.modules[from], state.modules[to], copied !== "presumed");
  const mode = copied === "presumed" ? "presumed" : reportedMode(facts, file);
  markInSync(facts, { mode, from, to, syncedAt: step.at });
};

/** How a copy that is reported came about: as its transfer began, else as far as the file tells. */
const reportedMode = ({ transfer, mode }: FileFacts, file: SynchronizedFile): FileFacts["mode"] => {
  if (transfer !== null) return mode;
  if (file === "running-config") return "periodic";
  return mode === "presumed" ? null : mode;
};

/** A file was compared and found the same (P7) [R]. */
export const confirmSame = (step: Step, file: SynchronizedFile): void => {
  const { state } = step;
  const facts = fileFacts(state, file);
  const { from, to } = direction(step);
  const source = state.modules[from];
  const target = state.modules[to];
  alignContents(file, source, target);
  if (file === "flash-code" && target.integrity === "suspect") target.integrity = source.integrity;
  markInSync(facts, { mode: "compared", from, to, comparedAt: step.at });
};

/** The transfer of a file ends without completing: what it wrote to is not to be trusted (P10) [R]. */
export const abortTransfer = (step: Step, file: SynchronizedFile): void => {
  const facts = fileFacts(step.state, file);
  const target = facts.to;
  forgetReports(step.state, `started ${file}`, `compared ${file} different`);
  facts.status = "aborted";
  facts.transfer = null;
  if (target === null) return;
  facts.abortedTransfer = { ...since(step), target };
  if (file === "flash-code") step.state.modules[target].integrity = "suspect";
};

/** Every transfer under way ends without completing (T1, T11, T13, T15) [R]. */
export const abortTransfers = (step: Step): void => {
  for (const file of SYNCHRONIZED_FILES) {
    if (fileFacts(step.state, file).transfer !== null) abortTransfer(step, file);
  }
};

/** The files await comparison anew (T3, P7); that a transfer was aborted stays known [R]. */
export const awaitComparison = (step: Step): void => {
  for (const file of SYNCHRONIZED_FILES) {
    const facts = fileFacts(step.state, file);
    Object.assign(facts, { ...unknownFile(), abortedTransfer: facts.abortedTransfer } satisfies FileFacts);
  }
};

/** T6: a copy without comparison, for which a running standby leaves its ready state until it ends [R]. */
export const copyUnconditionally = (step: Step, file: SynchronizedFile): void => {
  if (runningStandby(step.state) === null) return;
  beginTransfer(step, file, "unconditional");
};

/** The flow of synchronization: always from the active to the other module (P6) [R]. */
const direction = ({ state }: Step): { from: ManagementSlot; to: ManagementSlot } => {
  const from = state.activeSlot ?? "M1";
  return { from, to: otherSlot(from) };
};

const markInSync = (facts: FileFacts, change: Partial<FileFacts>): void => {
  Object.assign(facts, {
    ...change,
    status: "in-sync",
    transfer: null,
    comparedDifferent: null,
    abortedTransfer: null,
  } satisfies Partial<FileFacts>);
};

interface Copy {
  readonly file: SynchronizedFile;
  readonly source: ModuleFacts;
  readonly target: ModuleFacts;
  readonly copied: CopiedContents;
}

/** P19: what a finished copy says, else what the source holds, is what the target holds [R/I]. */
const copyContents = ({ file, source, target, copied }: Copy): void => {
  if (file === "flash-code") {
    if (copied.version !== undefined && source.versions.primary === null) {
      source.versions = { ...source.versions, primary: copied.version };
    }
    const { primary, secondary, monitor } = source.versions;
    target.versions = { ...target.versions, primary: copied.version ?? primary, secondary, monitor };
    target.copiedSinceBoot = true;
    return;
  }
  const part = file === "system-config" ? "systemConfig" : "runningConfig";
  const named: Contents = { revision: copied.revision ?? null, digest: copied.digest ?? null };
  source[part] = learnt(source[part], named);
  target[part] = mayBeSame(source[part], named) ? source[part] : named;
};

/** What was unknown of a content becomes known, where nothing known contradicts it. */
const learnt = (known: Contents, named: Contents): Contents =>
  mayBeSame(known, named)
    ? { revision: known.revision ?? named.revision, digest: known.digest ?? named.digest }
    : known;

/** What a comparison found the same is the same: the active's knowledge counts, else the standby's. */
const alignContents = (file: SynchronizedFile, source: ModuleFacts, target: ModuleFacts): void => {
  if (file === "flash-code") {
    const shared = {
      primary: source.versions.primary ?? target.versions.primary,
      secondary: source.versions.secondary ?? target.versions.secondary,
      monitor: source.versions.monitor ?? target.versions.monitor,
    };
    source.versions = { ...source.versions, ...shared };
    target.versions = { ...target.versions, ...shared };
    return;
  }
  const part = file === "system-config" ? "systemConfig" : "runningConfig";
  source[part] = {
    revision: source[part].revision ?? target[part].revision,
    digest: source[part].digest ?? target[part].digest,
  };
  target[part] = source[part];
};

/** P10: a copy makes the target as sound as its source; a presumed one never clears suspicion [I]. */
const copyIntegrity = (source: ModuleFacts, target: ModuleFacts, reported: boolean): void => {
  if (reported || target.integrity !== "suspect") target.integrity = source.integrity;
};

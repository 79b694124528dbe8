import { createHash } from "node:crypto";
import { describeSwitchover, type FindingAbout, openFindings } from "../../shared/domain/describe.ts";
import { redundancyOf, syncStatusOf } from "../../shared/domain/facts.ts";
import type { Notification } from "../../shared/domain/notifications.ts";
import type { BasisPointer, Moment, Switchover, TwinState } from "../../shared/domain/state.ts";
import { timestamp } from "../../shared/domain/timestamp.ts";
import { NOTIFICATION_SOURCE } from "../../shared/domain/vocabulary.ts";
import { closingMessage, switchoverMessage } from "./messages.ts";

/** A twin as a write left it, at the moment of that write. */
export interface TwinThen {
  readonly state: TwinState;
  readonly at: Moment;
}

/** What is compared: a twin before a write and after it, and the switchovers that the write added. */
export interface Comparison {
  readonly chassisId: string;
  /** The revision after the write. */
  readonly revision: number;
  readonly before: TwinThen;
  readonly after: TwinThen;
  readonly switchovers: readonly Switchover[];
}

/** One notification for each difference, the same ones with the same ids whenever the same is compared. */
export const differences = (comparison: Comparison): readonly Notification[] => [
  ...comparison.switchovers.map((switchover) => switchoverDetected(comparison, switchover)),
  ...redundancyChanged(comparison),
  ...syncChanged(comparison),
  ...findingsChanged(comparison),
];

const switchoverDetected = (comparison: Comparison, switchover: Switchover): Notification => {
  const { sessionsClosed, configuration } = switchover;
  const type = "twin.switchover-detected";
  return {
    ...envelope(comparison, [type, switchover.from, switchover.at]),
    type,
    data: {
      message: switchoverMessage(switchover),
      revision: comparison.revision,
      switchover: { ...describeSwitchover(switchover), sessionsClosed, configuration },
    },
  };
};

const redundancyChanged = (comparison: Comparison): readonly Notification[] => {
  const [before, after] = [redundancyOf(comparison.before.state), redundancyOf(comparison.after.state)];
  if (before === after) return [];
  const type = "twin.redundancy-changed";
  const basis = basisOf(comparison, "/redundancy");
  const message = `Redundancy went from ${before} to ${after}.`;
  return [
    {
      ...envelope(comparison, [type, before, after, basis.since]),
      type,
      data: { message, revision: comparison.revision, before, after, ...basis },
    },
  ];
};

const syncChanged = (comparison: Comparison): readonly Notification[] => {
  const [before, after] = [syncStatusOf(comparison.before.state), syncStatusOf(comparison.after.state)];
  if (before === after) return [];
  const type = "twin.sync-changed";
  const basis = basisOf(comparison, "/sync");
  const message = `The sync of the standby with the active went from ${before} to ${after}.`;
  return [
    {
      ...envelope(comparison, [type, before, after, basis.since]),
      type,
      data: { message, revision: comparison.revision, before, after, ...basis },
    },
  ];
};

const basisOf = ({ after }: Comparison, pointer: BasisPointer) => {
  const basis = after.state.basis[pointer];
  return { since: basis === undefined ? null : timestamp(basis.at), evidence: [...(basis?.evidence ?? [])] };
};

const findingsChanged = (comparison: Comparison): readonly Notification[] => {
  const { before, after } = comparison;
  const were = findingsByKey(before);
  const are = findingsByKey(after);
  return [
    ...[...were].filter(([key]) => !are.has(key)).map(([, finding]) => findingClosed(comparison, finding)),
    ...[...are].filter(([key]) => !were.has(key)).map(([, finding]) => findingOpened(comparison, finding)),
  ];
};

const findingsByKey = ({ state, at }: TwinThen): ReadonlyMap<string, FindingAbout> =>
  new Map(openFindings(state, at).map((open) => [`${open.finding.code} ${open.about}`, open]));

const findingOpened = (comparison: Comparison, { about, finding }: FindingAbout): Notification => {
  const type = "twin.finding-opened";
  const { message, code, since } = finding;
  return {
    ...envelope(comparison, [type, code, about, since]),
    type,
    data: { message, revision: comparison.revision, finding },
  };
};

const findingClosed = (comparison: Comparison, open: FindingAbout): Notification => {
  const { about, finding } = open;
  const type = "twin.finding-closed";
  const message = closingMessage(open, comparison.before.state, comparison.after.state);
  return {
    ...envelope(comparison, [type, finding.code, about, finding.since]),
    type,
    data: { message, revision: comparison.revision, finding },
  };
};

/** The id names the difference: what changed, since when, and in which revision, as late events may turn it back. */
const envelope = (
  { chassisId, revision, after }: Comparison,
  difference: readonly [type: Notification["type"], ...particulars: unknown[]],
): Omit<Notification, "type" | "data"> => ({
  specversion: "1.0",
  id: createHash("sha256")
    .update(JSON.stringify([chassisId, revision, ...difference]))
    .digest("base64url"),
  source: NOTIFICATION_SOURCE,
  subject: chassisId,
  time: timestamp(after.at),
  datacontenttype: "application/json",
});

import * as z from "zod/mini";
import { byCodeUnits } from "../../shared/domain/code-unit-order.ts";
import { bySeverity } from "../../shared/domain/fleet.ts";
import { onFirstUse } from "../../shared/domain/on-first-use.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { Finding, Twin } from "../../shared/domain/twin.ts";
import { Severity } from "../../shared/domain/vocabulary.ts";

/** A finding of the fleet: on which chassis it is open, and all that the twin of that chassis says of it. */
export interface FleetFinding extends Finding {
  readonly chassisId: string;
}

/**
 * The place of a finding among all of the fleet: the most severe first, of one severity the oldest, and then by chassis,
 * by code, and by what it is about. It does not depend on which others are open.
 */
export interface Rank {
  readonly severity: Severity;
  readonly since: Moment;
  readonly chassisId: string;
  readonly code: string;
  /** The slots and the file, as text. */
  readonly subject: string;
}

/** The open findings of a twin. */
export const findingsOf = ({ chassisId, findings }: Twin): readonly FleetFinding[] =>
  findings.map((finding) => ({ chassisId, ...finding }));

/** The place of a finding. */
export const rankOf = ({ severity, since, chassisId, code, slots, file }: FleetFinding): Rank => ({
  severity,
  since: Date.parse(since),
  chassisId,
  code,
  subject: JSON.stringify([slots, file]),
});

/** Negative when the first place comes before the second one, and 0 when they are the same. */
export const byRank = (a: Rank, b: Rank): number =>
  bySeverity(a.severity, b.severity) ||
  a.since - b.since ||
  byCodeUnits(a.chassisId, b.chassisId) ||
  byCodeUnits(a.code, b.code) ||
  byCodeUnits(a.subject, b.subject);

/** A place as text, to be kept until the list is continued. */
export const rankText = ({ severity, since, chassisId, code, subject }: Rank): string =>
  JSON.stringify([severity, since, chassisId, code, subject]);

/** The place that a text stands for. */
export const rankIn = (text: string): Rank => {
  const [severity, since, chassisId, code, subject] = StoredRank().parse(JSON.parse(text));
  return { severity, since, chassisId, code, subject };
};

const StoredRank = onFirstUse(() => z.tuple([Severity(), z.number(), z.string(), z.string(), z.string()]));

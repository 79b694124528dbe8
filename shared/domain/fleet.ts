import * as z from "zod/mini";
import type { FleetItem } from "./fleet-item.ts";
import { onFirstUse } from "./on-first-use.ts";
import type { Moment, OpenFinding } from "./state.ts";
import type { Finding, Twin } from "./twin.ts";
import { BootSource, ManagementSlot, Redundancy, Severity, SyncStatus } from "./vocabulary.ts";

/** What the fleet is counted and filtered by: the words that place a chassis in one bucket of the fleet index. */
export const FleetBucket = onFirstUse(() =>
  z.object({
    activeSlot: z.union([ManagementSlot(), z.literal("none")]),
    redundancy: Redundancy(),
    sync: SyncStatus(),
    bootSource: z.union([BootSource(), z.literal("unknown")]),
    switchoverReady: z.enum(["true", "false"]),
    severity: z.union([Severity(), z.literal("none")]),
  }),
);
export type FleetBucket = z.infer<ReturnType<typeof FleetBucket>>;

/** The open findings of one code on a chassis, as the fleet index tells of them. */
export interface FindingsOfCode {
  readonly code: string;
  readonly count: number;
  /** Since when the oldest of them is open. */
  readonly oldestAt: Moment;
}

/** What of a twin says where its chassis stands in the fleet. */
export type Standing = Pick<Twin, "retired" | "activeSlot" | "redundancy" | "bootSource"> & {
  readonly sync: Pick<Twin["sync"], "status">;
  readonly switchover: Pick<Twin["switchover"], "ready">;
  readonly findings: readonly Pick<Finding, "code" | "severity">[];
};

/** The bucket of a twin; `null` when the chassis is retired, and so in no fleet answer but of before that. */
export const bucketOf = (twin: Standing): FleetBucket | null =>
  twin.retired
    ? null
    : {
        activeSlot: twin.activeSlot ?? "none",
        redundancy: twin.redundancy,
        sync: twin.sync.status,
        bootSource: twin.bootSource ?? "unknown",
        switchoverReady: twin.switchover.ready ? "true" : "false",
        severity:
          Severity.options.find((severity) => twin.findings.some((found) => found.severity === severity)) ?? "none",
      };

/** Negative when the first severity is worse than the second one. */
export const bySeverity = (a: Severity, b: Severity): number =>
  Severity.options.indexOf(a) - Severity.options.indexOf(b);

/** A finding is only in buckets whose worst severity is its own, or a worse one. */
export const mayHold = (worst: FleetBucket["severity"], severity: Severity): boolean =>
  worst !== "none" && bySeverity(worst, severity) <= 0;

/** Open findings by their code. */
export const findingsByCode = (findings: readonly Pick<OpenFinding, "code" | "at">[]): readonly FindingsOfCode[] => {
  const byCode = new Map<string, FindingsOfCode>();
  for (const { code, at } of findings) {
    const { count, oldestAt } = byCode.get(code) ?? { count: 0, oldestAt: at };
    byCode.set(code, { code, count: count + 1, oldestAt: Math.min(oldestAt, at) });
  }
  return [...byCode.values()];
};

/** The name of a bucket: its words in a fixed order. */
export const bucketName = (bucket: FleetBucket): string =>
  [bucket.activeSlot, bucket.redundancy, bucket.sync, bucket.bootSource, bucket.switchoverReady, bucket.severity].join(
    "|",
  );

/** The bucket that a name stands for. Throws a ZodError when it is no bucket's name. */
export const bucketNamed = (name: string): FleetBucket => {
  const [activeSlot, redundancy, sync, bootSource, switchoverReady, severity] = name.split("|");
  return FleetBucket().parse({ activeSlot, redundancy, sync, bootSource, switchoverReady, severity });
};

/** What a fleet answer says of a chassis. */
export const fleetItemOf = (twin: Twin): FleetItem => ({
  chassisId: twin.chassisId,
  activeSlot: twin.activeSlot,
  activeConfidence: twin.activeConfidence,
  redundancy: twin.redundancy,
  syncStatus: twin.sync.status,
  bootSource: twin.bootSource,
  switchoverReady: twin.switchover.ready,
  findings: [...new Set(twin.findings.map(({ code }) => code))],
  lastEventAt: twin.lastEventAt,
  revision: twin.revision,
});

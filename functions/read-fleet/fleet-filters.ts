import * as z from "zod/mini";
import { FINDING_CODES, SEVERITIES } from "../../shared/domain/findings/catalogue.ts";
import { bucketOf, type FleetBucket, mayHold } from "../../shared/domain/fleet.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import { BootSource, MANAGEMENT_SLOTS, Redundancy, SyncStatus } from "../../shared/domain/vocabulary.ts";
import { repeated } from "../../shared/edge/query.ts";
import type { FleetEntry } from "../../shared/ports.ts";

/** Boot sources that are asked for together. */
const BOOT_SOURCE_GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["flash", ["primary-flash", "secondary-flash"]],
  ["pcmcia", ["pcmcia-slot-1", "pcmcia-slot-2"]],
]);

/** What chassis are chosen by, and every word that each of these takes. */
export const FILTER_WORDS = {
  activeSlot: z.enum([...MANAGEMENT_SLOTS, "none"]),
  redundancy: Redundancy(),
  sync: SyncStatus(),
  bootSource: z.enum([...BootSource.options, ...BOOT_SOURCE_GROUPS.keys(), "unknown"]),
  switchoverReady: z.enum(["true", "false"]),
  finding: z.enum(FINDING_CODES),
  prefix: z
    .string()
    .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, "must be a chassisId or the beginning of one")),
};

/** The query parameters that choose chassis of the fleet. Values of one parameter are alternatives. */
export const filterParameters = {
  activeSlot: repeated(FILTER_WORDS.activeSlot),
  redundancy: repeated(FILTER_WORDS.redundancy),
  sync: repeated(FILTER_WORDS.sync),
  bootSource: repeated(FILTER_WORDS.bootSource),
  switchoverReady: repeated(FILTER_WORDS.switchoverReady),
  finding: repeated(FILTER_WORDS.finding),
  prefix: repeated(FILTER_WORDS.prefix),
};

/** Which chassis are asked for; an empty list asks for all. */
export type FleetFilters = Readonly<Record<keyof typeof FILTER_WORDS, readonly string[]>>;

/** A chassis as filters see it: all that its entry in the fleet index tells, or its twin. */
export interface Sight {
  readonly chassisId: string;
  readonly bucket: FleetBucket;
  /** The codes of its open findings. */
  readonly codes: readonly string[];
}

/** What the fleet index tells of a chassis in a bucket. */
export const sightOfEntry = ({ chassisId, findings }: FleetEntry, bucket: FleetBucket): Sight => ({
  chassisId,
  bucket,
  codes: findings.map(({ code }) => code),
});

/** What a twin tells; `null` for a retired chassis, which is never asked for. */
export const sightOfTwin = (twin: Twin): Sight | null => {
  const bucket = bucketOf(twin);
  return bucket && { chassisId: twin.chassisId, bucket, codes: twin.findings.map(({ code }) => code) };
};

/** Whether chassis of a bucket may be asked for. */
export const admitsBucket = (filters: FleetFilters, bucket: FleetBucket): boolean =>
  admits(filters.activeSlot, bucket.activeSlot) &&
  admits(filters.redundancy, bucket.redundancy) &&
  admits(filters.sync, bucket.sync) &&
  admits(
    filters.bootSource.flatMap((name) => BOOT_SOURCE_GROUPS.get(name) ?? [name]),
    bucket.bootSource,
  ) &&
  admits(filters.switchoverReady, bucket.switchoverReady) &&
  (filters.finding.length === 0 || filters.finding.some((code) => mayHave(bucket, code)));

/** Whether a chassis is asked for. */
export const admitsSight = (filters: FleetFilters, { chassisId, bucket, codes }: Sight): boolean =>
  (filters.prefix.length === 0 || filters.prefix.some((prefix) => chassisId.startsWith(prefix))) &&
  (filters.finding.length === 0 || codes.some((code) => filters.finding.includes(code))) &&
  admitsBucket(filters, bucket);

/** Whether a twin is asked for; a retired one never is. */
export const admitsTwin = (filters: FleetFilters, twin: Twin): boolean => {
  const sight = sightOfTwin(twin);
  return sight !== null && admitsSight(filters, sight);
};

/** The prefixes to read by: without those that another one includes, and the empty one when none is asked for. */
export const prefixesToRead = ({ prefix: asked }: Pick<FleetFilters, "prefix">): readonly string[] =>
  asked.length === 0 ? [""] : asked.filter((one) => !asked.some((other) => other !== one && one.startsWith(other)));

const mayHave = (bucket: FleetBucket, code: string): boolean => {
  const severity = SEVERITIES.get(code);
  return severity !== undefined && mayHold(bucket.severity, severity);
};

const admits = (asked: readonly string[], word: string): boolean => asked.length === 0 || asked.includes(word);

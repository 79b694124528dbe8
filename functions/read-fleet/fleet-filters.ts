import * as z from "zod";
import { FINDING_CODES } from "../../shared/domain/findings/catalogue.ts";
import { bucketOf, type FleetBucket } from "../../shared/domain/fleet.ts";
import { Redundancy, SyncStatus, type Twin } from "../../shared/domain/twin.ts";
import { BootSource, MANAGEMENT_SLOTS } from "../../shared/domain/vocabulary.ts";
import { repeated } from "../../shared/edge/query.ts";

/** Boot sources that are asked for together. */
const BOOT_SOURCE_GROUPS: ReadonlyMap<string, readonly string[]> = new Map([
  ["flash", ["primary-flash", "secondary-flash"]],
  ["pcmcia", ["pcmcia-slot-1", "pcmcia-slot-2"]],
]);

/** The query parameters that choose chassis of the fleet. Values of one parameter are alternatives. */
export const filterParameters = {
  activeSlot: repeated(z.enum([...MANAGEMENT_SLOTS, "none"])),
  redundancy: repeated(Redundancy),
  sync: repeated(SyncStatus),
  bootSource: repeated(z.enum([...BootSource.options, ...BOOT_SOURCE_GROUPS.keys(), "unknown"])),
  switchoverReady: repeated(z.enum(["true", "false"])),
  finding: repeated(z.enum(FINDING_CODES)),
  prefix: repeated(
    z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, "must be a chassisId or the beginning of one"),
  ),
};

/** Which chassis are asked for; an empty list asks for all. */
export type FleetFilters = z.infer<z.ZodObject<typeof filterParameters>>;

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
  (filters.finding.length === 0 || bucket.severity !== "none");

/** Whether a twin is asked for; a retired one never is. */
export const admitsTwin = (filters: FleetFilters, twin: Twin): boolean => {
  const bucket = bucketOf(twin);
  return (
    bucket !== null &&
    admitsBucket(filters, bucket) &&
    (filters.finding.length === 0 || twin.findings.some(({ code }) => filters.finding.includes(code)))
  );
};

/** The prefixes to read by: without those that another one includes, and the empty one when none is asked for. */
export const prefixesToRead = ({ prefix: asked }: FleetFilters): readonly string[] =>
  asked.length === 0 ? [""] : asked.filter((one) => !asked.some((other) => other !== one && one.startsWith(other)));

const admits = (asked: readonly string[], word: string): boolean => asked.length === 0 || asked.includes(word);

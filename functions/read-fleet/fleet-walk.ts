import * as z from "zod";
import { bucketName, type FleetBucket } from "../../shared/domain/fleet.ts";
import type { FleetIndex, FleetPage } from "../../shared/ports.ts";

/** A part of the fleet index that is read page by page: those chassis of a bucket that begin with a prefix. */
export interface Stretch {
  readonly name: string;
  readonly prefix: string;
  readonly bucket: FleetBucket;
}

/** Where to read on: in which stretch, and after which of its pages (`null`: at its beginning). */
export interface Position {
  readonly stretch: Stretch;
  readonly after: string | null;
}

const StoredPosition = z.tuple([z.string(), z.string(), z.string().nullable()]);

/** A walk over all of the chassis in `buckets` that begin with one of `prefixes`, in an order that is always the same. */
export const walkOver = (buckets: readonly FleetBucket[], prefixes: readonly string[]) => {
  const stretches = buckets
    .flatMap((bucket) => prefixes.map((prefix): Stretch => ({ name: bucketName(bucket), prefix, bucket })))
    .sort(inOrder);

  const startOf = (stretch: Stretch | undefined): Position | null =>
    stretch === undefined ? null : { stretch, after: null };

  return {
    /** Where the walk begins; `null` when there is nowhere to go. */
    start: (): Position | null => startOf(stretches[0]),

    /** Where the walk goes on that was left at a position kept as text; stretches may have come in between. */
    resume: (text: string): Position | null => {
      const [name, prefix, after] = StoredPosition.parse(JSON.parse(text));
      const stretch = stretches.find((candidate) => inOrder(candidate, { name, prefix }) >= 0);
      return stretch?.name === name && stretch.prefix === prefix ? { stretch, after } : startOf(stretch);
    },

    /** Where the walk goes on after a page; `null` when that was the last. */
    following: ({ stretch }: Position, { next }: FleetPage): Position | null =>
      next === null ? startOf(stretches[stretches.indexOf(stretch) + 1]) : { stretch, after: next },
  };
};

/** A position as text, to be kept until the walk is resumed. */
export const textOf = ({ stretch: { name, prefix }, after }: Position): string => JSON.stringify([name, prefix, after]);

/** One page of chassis, from a position on. */
export const pageAt = (fleet: FleetIndex, { stretch, after }: Position, limit: number): Promise<FleetPage> =>
  fleet.page({ bucket: stretch.bucket, prefix: stretch.prefix || undefined, after: after ?? undefined, limit });

const inOrder = (a: Omit<Stretch, "bucket">, b: Omit<Stretch, "bucket">): number =>
  compare(a.name, b.name) || compare(a.prefix, b.prefix);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

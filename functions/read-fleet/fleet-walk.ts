import * as z from "zod/mini";
import { byCodeUnits } from "../../shared/domain/code-unit-order.ts";
import { bucketName } from "../../shared/domain/fleet.ts";
import type { FleetEntry, FleetIndex, FleetPart } from "../../shared/ports.ts";

/** What is read of the fleet index page by page: those chassis of a part that begin with a prefix. */
export interface Stretch {
  /** Stretches are walked in the order of their names, and of their prefixes when these are equal. */
  readonly name: string;
  readonly prefix: string;
  readonly part: FleetPart;
}

/** Where to read on: in which stretch, and after which of its chassis (`null`: at its beginning). */
export interface Position {
  readonly stretch: Stretch;
  readonly after: string | null;
}

/** A page of the index on the way, and where the way goes on after it; `null` when it was the last. */
export interface WalkedPage {
  readonly stretch: Stretch;
  readonly entries: readonly FleetEntry[];
  readonly next: Position | null;
}

/** The whole way from some position on. */
export type Walk = readonly Position[];

/** How many stretches are read at once when the page is not full after the first. */
const AT_ONCE = 4;

const StoredPosition = z.tuple([z.string(), z.string(), z.nullable(z.string())]);

/**
 * The way over all of the chassis in `parts` that begin with one of `prefixes`, in an order that is always the same,
 * from where `from`, the text of a position, was left; parts may have come into use since.
 */
export const walkOver = (parts: readonly FleetPart[], prefixes: readonly string[], from: string | null): Walk => {
  const stretches = parts
    .flatMap((part) => prefixes.map((prefix): Stretch => ({ name: nameOf(part), prefix, part })))
    .sort(inOrder);
  if (from === null) return stretches.map(startOf);
  const [name, prefix, after] = StoredPosition.parse(JSON.parse(from));
  const rest = stretches.filter((stretch) => inOrder(stretch, { name, prefix }) >= 0);
  return rest.map((stretch) =>
    stretch.name === name && stretch.prefix === prefix ? { stretch, after } : startOf(stretch),
  );
};

/**
 * Reads along a walk, for whoever stops as soon as there is enough: the first stretch alone, since it is often long, and
 * then some at once, since the others may be short.
 */
export async function* pagesAlong(fleet: FleetIndex, walk: Walk, limit: number): AsyncGenerator<WalkedPage> {
  for (let at = 0, count = 1; at < walk.length; at += count, count = AT_ONCE) {
    const positions = walk.slice(at, at + count);
    const pages = await Promise.all(positions.map((position) => pageAt(fleet, position, limit)));
    for (const [index, { stretch }] of positions.entries()) {
      let page = pages[index];
      while (page !== undefined) {
        const { entries, next } = page;
        const onward = next === null ? null : { stretch, after: next };
        yield { stretch, entries, next: onward ?? walk[at + index + 1] ?? null };
        page = onward === null ? undefined : await pageAt(fleet, onward, limit);
      }
    }
  }
}

/** Where to go on after an entry of a page. */
export const positionAfter = ({ stretch, entries, next }: WalkedPage, { chassisId }: FleetEntry): Position | null =>
  entries.at(-1)?.chassisId === chassisId ? next : { stretch, after: chassisId };

/** A position as text, to be kept until the walk is resumed. */
export const textOf = ({ stretch: { name, prefix }, after }: Position): string => JSON.stringify([name, prefix, after]);

const startOf = (stretch: Stretch): Position => ({ stretch, after: null });

const pageAt = (fleet: FleetIndex, { stretch, after }: Position, limit: number) =>
  fleet.page({ part: stretch.part, prefix: stretch.prefix || undefined, after: after ?? undefined, limit });

// Most chassis are in good order: a walk that begins with those fills its pages from few stretches.
const nameOf = ({ group, shard }: FleetPart): string => {
  if (group === "retired") return `2 retired ${shard}`;
  const inGoodOrder = group.severity === "none" && group.switchoverReady === "true";
  return `${inGoodOrder ? 0 : 1} ${bucketName(group)} ${shard}`;
};

const inOrder = (a: Omit<Stretch, "part">, b: Omit<Stretch, "part">): number =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.prefix, b.prefix);

import { InvalidInput } from "../../shared/domain/errors.ts";
import type { FleetIndex, FleetPart } from "../../shared/ports.ts";

/** Of how many chassis one request may ask how they were: each is computed from its own history. */
const MOST_CHASSIS = 20_000;

/** How many parts are counted at once. */
const AT_ONCE = 16;

/** Counts the chassis that a question about a past moment is about. Throws `InvalidInput` when they are too many. */
export const refuseTooMany = async (
  fleet: FleetIndex,
  parts: readonly FleetPart[],
  prefixes: readonly string[],
): Promise<void> => {
  const counts = parts.flatMap((part) => prefixes.map((prefix) => () => fleet.count(part, prefix || undefined)));
  let total = 0;
  for (let from = 0; from < counts.length; from += AT_ONCE) {
    const counted = await Promise.all(counts.slice(from, from + AT_ONCE).map((count) => count()));
    total += counted.reduce((sum, count) => sum + count, 0);
    if (total > MOST_CHASSIS) throw tooMany();
  }
};

const tooMany = () =>
  new InvalidInput(
    [{ pointer: "/query/prefix", detail: `must leave at most ${MOST_CHASSIS} chassis; narrow with prefix` }],
    `A question about a past moment can be about at most ${MOST_CHASSIS} chassis; narrow with prefix.`,
  );

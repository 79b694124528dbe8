import { isDeepStrictEqual } from "node:util";

/** The members of an object by name. */
export type Members = Readonly<Record<string, unknown>>;

/** Tells an object with members from an array, `null` and everything else. */
export const hasMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * What of `value` is not as in `initial`: members that are equal are left out, at every depth; arrays are kept whole.
 * Absence then means "as at first", so `value` must have every member that `initial` has.
 */
export const differenceOf = (initial: Members, value: Members): Members => {
  const difference: [string, unknown][] = [];
  for (const [name, now] of Object.entries(value)) {
    const before = memberOf(initial, name);
    if (hasMembers(before) && hasMembers(now)) {
      const inside = differenceOf(before, now);
      if (Object.keys(inside).length > 0) difference.push([name, inside]);
    } else if (before !== now && !isDeepStrictEqual(before, now)) difference.push([name, now]);
  }
  return Object.fromEntries(difference);
};

/** The value that `differenceOf` told the difference of. Members that only `initial` has are taken from there. */
export const restore = (initial: Members, difference: Members): Members => ({
  ...initial,
  ...Object.fromEntries(
    Object.entries(difference).map(([name, now]) => {
      const before = memberOf(initial, name);
      return [name, hasMembers(before) && hasMembers(now) ? restore(before, now) : now];
    }),
  ),
});

const memberOf = (members: Members, name: string): unknown =>
  Object.hasOwn(members, name) ? members[name] : undefined;

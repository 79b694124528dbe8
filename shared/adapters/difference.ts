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
  const difference: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const now = value[name];
    const before = memberOf(initial, name);
    if (hasMembers(before) && hasMembers(now)) {
      const inside = differenceOf(before, now);
      if (Object.keys(inside).length > 0) setMember(difference, name, inside);
    } else if (before !== now && !isDeepStrictEqual(before, now)) setMember(difference, name, now);
  }
  return difference;
};

/** The value that `differenceOf` told the difference of. Members that only `initial` has are taken from there. */
export const restore = (initial: Members, difference: Members): Members => {
  const restored: Record<string, unknown> = { ...initial };
  for (const name of Object.keys(difference)) {
    const now = difference[name];
    const before = memberOf(initial, name);
    setMember(restored, name, hasMembers(before) && hasMembers(now) ? restore(before, now) : now);
  }
  return restored;
};

/** Gives an object a member of its own, whatever its name. */
export const setMember = (members: Record<string, unknown>, name: string, value: unknown): void => {
  // To assign this one would set the prototype.
  if (name === "__proto__") {
    Object.defineProperty(members, name, { value, enumerable: true, writable: true, configurable: true });
  } else members[name] = value;
};

const memberOf = (members: Members, name: string): unknown =>
  Object.hasOwn(members, name) ? members[name] : undefined;

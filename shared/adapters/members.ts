/** The members of an object by name. */
export type Members = Readonly<Record<string, unknown>>;

/** Tells an object with members from an array, `null` and everything else. */
export const hasMembers = (value: unknown): value is Members =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that has every member, and what its members that are objects have. */
export interface Whole {
  readonly members: Members;
  readonly names: readonly string[];
  readonly inside: readonly WholeMember[];
}

interface WholeMember {
  readonly name: string;
  readonly whole: Whole;
}

/** A value to complete others by. */
export const wholeOf = (members: Members): Whole => ({
  members,
  names: Object.keys(members),
  // What has no members at first has any there may be, such as interface modules by their slots.
  inside: Object.entries(members).flatMap(([name, value]) =>
    hasMembers(value) && Object.keys(value).length > 0 ? [{ name, whole: wholeOf(value) }] : [],
  ),
});

/** A value with the members that it lacks, at every depth. */
export const completed = ({ members, names, inside }: Whole, value: Members): Members => {
  let completeValue = areSame(Object.keys(value), names) ? value : { ...members, ...value };
  for (const { name, whole } of inside) {
    const now = completeValue[name];
    const wanted = hasMembers(now) ? completed(whole, now) : now;
    if (wanted !== now) completeValue = { ...completeValue, [name]: wanted };
  }
  return completeValue;
};

/** Whether two lists have the same names in the same order. */
export const areSame = (names: readonly string[], others: readonly string[]): boolean => {
  if (names.length !== others.length) return false;
  for (let index = 0; index < names.length; index += 1) if (names[index] !== others[index]) return false;
  return true;
};

/** Gives an object a member of its own, whatever its name. */
export const setMember = (members: Record<string, unknown>, name: string, value: unknown): void => {
  // To assign this one would set the prototype.
  if (name === "__proto__") {
    Object.defineProperty(members, name, { value, enumerable: true, writable: true, configurable: true });
  } else members[name] = value;
};

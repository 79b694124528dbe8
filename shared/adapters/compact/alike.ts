import { hasMembers } from "../members.ts";

/** Whether two JSON values have the same text: the same members in the same order. What they share is not compared. */
export const isAlike = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object") return false;
  if (Array.isArray(a)) return Array.isArray(b) && areAlike(a, b);
  return hasMembers(a) && hasMembers(b) && haveSameMembers(a, b);
};

const areAlike = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!isAlike(a[index], b[index])) return false;
  return true;
};

const haveSameMembers = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean => {
  const others = Object.keys(b);
  let index = 0;
  for (const name in a) {
    if (name !== others[index] || !isAlike(a[name], b[name])) return false;
    index += 1;
  }
  return index === others.length;
};

import { byCodeUnits } from "./code-unit-order.ts";

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/**
 * The one JSON text of a value: members in code-unit order of their names, no white space. Two values are the same
 * fact exactly when their canonical texts are equal. Members that are `undefined` are left out.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sortMembers);

const sortMembers = (_name: string, value: unknown): unknown => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCodeUnits(a, b)));
};

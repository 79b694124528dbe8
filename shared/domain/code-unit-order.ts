/**
 * Negative when the first text comes before the second one by their code units, and 0 when they are the same: an order
 * that depends on no locale.
 */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

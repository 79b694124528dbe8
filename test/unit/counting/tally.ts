import type { Counted, Counter } from "../../../shared/ports.ts";

/** A counter that a test can read; zeros are left out. */
export const tally = (): { readonly count: Counter; readonly sums: () => Partial<Record<Counted, number>> } => {
  const sums: Partial<Record<Counted, number>> = {};
  return {
    count(what, times = 1) {
      if (times > 0) sums[what] = (sums[what] ?? 0) + times;
    },
    sums: () => sums,
  };
};

import type { Moment } from "../../shared/domain/state.ts";
import type { Clock } from "../../shared/ports.ts";

/**
 * Computes a value and tells it again for some milliseconds, also to those who ask while it is being computed; after a
 * failure it is computed anew.
 */
export const keptFor = <Value>(
  milliseconds: number,
  clock: Clock,
  compute: (now: Moment) => Promise<Value>,
): (() => Promise<Value>) => {
  let kept: { readonly since: Moment; readonly value: Promise<Value> } | null = null;
  return async () => {
    const now = clock();
    const isFresh = kept !== null && now >= kept.since && now - kept.since < milliseconds;
    const current = isFresh && kept !== null ? kept : { since: now, value: compute(now) };
    kept = current;
    try {
      return await current.value;
    } catch (error) {
      if (kept === current) kept = null;
      throw error;
    }
  };
};

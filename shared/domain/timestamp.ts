import type { Moment } from "./state.ts";

/** A moment as readers see it: RFC 3339, UTC, with milliseconds. */
export const timestamp = (moment: Moment): string => new Date(moment).toISOString();

/** A moment that may not have come, or not be known, as readers see it. */
export const optionalTimestamp = (moment: Moment | null): string | null => (moment === null ? null : timestamp(moment));

import type { Counter } from "./ports.ts";

/** Counts nothing: where an operator sees otherwise what happens. */
export const countNothing: Counter = () => undefined;

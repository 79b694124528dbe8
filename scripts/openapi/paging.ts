/** What the parameters of every list mean. */
export const PAGING = {
  limit: "How many items at most.",
  cursor: "The `nextCursor` of the page before, with the same filters.",
} as const;

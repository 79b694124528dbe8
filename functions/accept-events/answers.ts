import * as z from "zod/mini";
import { InputFault } from "../../shared/edge/problem-details.ts";
import type { ItemResult } from "./accept-events.ts";

/** What became of one event that was posted. */
export const ItemResultAnswer = z.object({
  index: z.int().check(z.minimum(0)),
  id: z.nullable(z.string()),
  status: z.enum(["accepted", "rejected", "failed"]),
  errors: z.exactOptional(z.array(InputFault)),
}) satisfies z.ZodMiniType<ItemResult>;

/** The answer of `POST /events` when at least one event is on the bus. */
export const Receipt = z.object({
  accepted: z.int().check(z.minimum(1)),
  rejected: z.int().check(z.minimum(0)),
  results: z.array(ItemResultAnswer),
});

import * as z from "zod";
import { InputFault } from "../../shared/edge/problem-details.ts";
import type { ItemResult } from "./accept-events.ts";

/** What became of one event that was posted. */
export const ItemResultAnswer = z.object({
  index: z.int().min(0),
  id: z.string().nullable(),
  status: z.enum(["accepted", "rejected", "failed"]),
  errors: z.array(InputFault).exactOptional(),
}) satisfies z.ZodType<ItemResult>;

/** The answer of `POST /events` when at least one event is on the bus. */
export const Receipt = z.object({
  accepted: z.int().min(1),
  rejected: z.int().min(0),
  results: z.array(ItemResultAnswer),
});

import * as z from "zod/mini";
import { EventReference } from "./events.ts";

/**
 * One value of a twin that is another than before, by JSON Pointer into the twin; `null` where one of the two has none.
 * Lists count as one value. The evidence are the events that led to the value after: none when that is not known.
 */
export const TwinChange = z.object({
  pointer: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  evidence: z.array(EventReference()),
});
export type TwinChange = z.infer<typeof TwinChange>;

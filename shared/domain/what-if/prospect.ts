import * as z from "zod/mini";
import { Reason, Twin } from "../twin.ts";
import { TwinChange } from "../twin-changes.ts";
import { Impact } from "./impact.ts";

/** What would be if something happened to a chassis. */
export const Prospect = z.object({
  before: Twin,
  /** The twin right after the last of what happens. */
  after: Twin,
  changes: z.array(TwinChange),
  impact: Impact,
  /** Why it would be so, in words. */
  explanation: z.array(z.string()),
  /** Why an action would not be carried out. */
  refusals: z.array(Reason),
});
export type Prospect = z.infer<typeof Prospect>;

import * as z from "zod/mini";
import type { InputFault as Fault } from "../domain/errors.ts";
import type { Problem } from "./problem.ts";

/** What one part of an input has wrong, as a caller reads it. */
export const InputFault = z.object({ pointer: z.string(), detail: z.string() }) satisfies z.ZodMiniType<Fault>;

/** Problem details, as a caller reads them. */
export const ProblemDetails = z.object({
  type: z.string().check(z.regex(/^\/problems\/[a-z-]+$/)),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.exactOptional(z.array(InputFault)),
}) satisfies z.ZodMiniType<Problem>;

import * as z from "zod";
import type { InputFault as Fault } from "../domain/errors.ts";
import type { Problem } from "./problem.ts";

/** What one part of an input has wrong, as a caller reads it. */
export const InputFault = z.object({ pointer: z.string(), detail: z.string() }) satisfies z.ZodType<Fault>;

/** Problem details, as a caller reads them. */
export const ProblemDetails = z.object({
  type: z.string().regex(/^\/problems\/[a-z-]+$/),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(InputFault).exactOptional(),
}) satisfies z.ZodType<Problem>;

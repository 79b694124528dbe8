import * as z from "zod/mini";
import { Reason, Twin } from "../twin.ts";
import { TwinChange } from "../twin-change.ts";
import { BootSource } from "../vocabulary.ts";

/**
 * How long a chassis is usually without redundancy after a switchover, in seconds: the median of some past ones, of this
 * chassis (`chassis`), else of others (`fleet`); `unknown` when none has come to its end yet.
 */
export const RecoveryTime = z.object({
  seconds: z.nullable(z.number()),
  from: z.enum(["chassis", "fleet", "unknown"]),
  switchovers: z.int(),
});
export type RecoveryTime = z.infer<typeof RecoveryTime>;

/** What it would mean for the operation of a chassis if something happened. */
export const Impact = z.object({
  /** Another module would be active, without a restart of the chassis. */
  switchover: z.boolean(),
  /** How many management sessions would close. */
  sessionsClosed: z.int(),
  /** Where the module that would be active boots, or has booted, from; `null` when there is none or it is not known. */
  bootSource: z.nullable(BootSource()),
  /** The code it would run. */
  runningVersion: z.nullable(z.string()),
  /** Changes of the configuration might be gone. */
  configLossPossible: z.boolean(),
  /** Nobody would be known to be active, or the whole chassis would restart. */
  serviceLoss: z.boolean(),
  /** How long it would take until a standby is ready again; 0 when one stays ready, `null` when it is not known. */
  withoutRedundancySeconds: z.nullable(z.number()),
  /** On what that rests. */
  recovery: RecoveryTime,
});
export type Impact = z.infer<typeof Impact>;

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

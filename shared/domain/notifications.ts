import * as z from "zod/mini";
import { EventReference } from "./events.ts";
import { Finding, LastSwitchover } from "./twin.ts";
import { ChassisId, NOTIFICATION_SOURCE, Redundancy, SyncStatus } from "./vocabulary.ts";

const time = z.iso.datetime();
const evidence = z.array(EventReference());

const notification = <T extends string, D extends z.core.$ZodShape>(type: T, data: D) =>
  z.object({
    specversion: z.literal("1.0"),
    /** The same for the same difference, however often it is announced. */
    id: z.string(),
    source: z.literal(NOTIFICATION_SOURCE),
    type: z.literal(type),
    /** The chassisId. */
    subject: ChassisId(),
    /** When the twin was found changed; `data` tells the device's own times. */
    time,
    datacontenttype: z.literal("application/json"),
    data: z.object({
      /** A sentence for people. */
      message: z.string(),
      /** The revision of the twin that shows the difference. */
      revision: z.int(),
      ...data,
    }),
  });

/** The active role moved. */
export const SwitchoverDetected = notification("twin.switchover-detected", {
  switchover: z.extend(LastSwitchover, {
    sessionsClosed: z.int(),
    configuration: z.enum(["kept", "possibly-lost", "lost"]),
  }),
});

/** The chassis became redundant, or ceased to be. */
export const RedundancyChanged = notification("twin.redundancy-changed", {
  before: Redundancy(),
  after: Redundancy(),
  since: z.nullable(time),
  evidence,
});

/** The standby came into sync with the active, or fell out of it. */
export const SyncChanged = notification("twin.sync-changed", {
  before: SyncStatus(),
  after: SyncStatus(),
  since: z.nullable(time),
  evidence,
});

/** There is a finding that there was not before. */
export const FindingOpened = notification("twin.finding-opened", { finding: Finding });

/** A finding is no more: `finding` is what it last was. */
export const FindingClosed = notification("twin.finding-closed", { finding: Finding });

/** Tells of one difference between the twin before a write and after it; a CloudEvent. */
export const Notification = z.discriminatedUnion("type", [
  SwitchoverDetected,
  RedundancyChanged,
  SyncChanged,
  FindingOpened,
  FindingClosed,
]);
export type Notification = z.infer<typeof Notification>;

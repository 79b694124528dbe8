import { NOTIFICATION_SOURCE } from "./domain/vocabulary.ts";

/**
 * How entries on the event bus are marked, declared once: by whoever publishes events, the rule that passes them on, and
 * the consumer that reads them.
 */
export const BUS = {
  /** Who the API's entries say they are from. */
  source: "chassis-twin.api",
  /** The detail-type of an entry that carries several events of one chassis. */
  detailType: "chassis-events",
  /** Who notifications of changed twins are from: the one source that the rule does not pass on. */
  notificationSource: NOTIFICATION_SOURCE,
} as const;

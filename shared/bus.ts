/**
 * How entries on the event bus are marked, declared once: by whoever publishes events, the rule that passes them on, and
 * the consumer that reads them.
 */
export const BUS = {
  /** Who the API's entries say they are from. What the rule leaves out is `chassis-twin`, the announcements' source. */
  source: "chassis-twin.api",
  /** The detail-type of an entry that carries several events of one chassis. */
  detailType: "chassis-events",
} as const;

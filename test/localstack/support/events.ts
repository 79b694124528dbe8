import { randomUUID } from "node:crypto";

/** Sets the chassis of this run apart from those that an earlier one may have left. */
const RUN = randomUUID().slice(0, 8);

/** A chassis that nobody has heard of yet. */
export const newChassis = (name: string): string => `${name}-${RUN}`;

/** A CloudEvent that is right in every way, of a moment or so many seconds ago. */
export const eventOf = (
  subject: string,
  type: string,
  data: object,
  { secondsAgo = 60, ...attributes }: { readonly secondsAgo?: number; readonly [attribute: string]: unknown } = {},
): object => ({
  specversion: "1.0",
  id: randomUUID(),
  source: "urn:chassis-twin:localstack",
  subject,
  type,
  time: new Date(Date.now() - secondsAgo * 1000).toISOString(),
  data,
  ...attributes,
});

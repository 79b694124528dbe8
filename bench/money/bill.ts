import type { EventUnits } from "./measured-units.ts";
import { PRICES, type Price } from "./prices.ts";

/** How events reach the twin. */
export interface Way {
  /** Events in one request of the API; `null` when producers write to the bus themselves. */
  readonly perRequest: number | null;
  /** Events of one chassis in one entry of the bus. */
  readonly perEntry: number;
  /** Messages that one invocation of the projector finds in the queue. */
  readonly perInvocation: number;
  readonly units: EventUnits;
}

/** A line of a bill: how much of what an event takes, and its price. */
export interface BillLine {
  readonly what: string;
  readonly perEvent: number;
  readonly price: Price;
}

// Not measured by the benchmarks: what is billed of the functions' time, on the memory that the stack gives them.
const ACCEPT = { gib: 1, milliseconds: 8, perEventMs: 0.5 };
const PROJECT = { gib: 1, milliseconds: 5, perEntryMs: 4 };
const ANNOUNCE = { gib: 0.5, perWriteMs: 4, writesPerInvocation: 10 };
const LOG_BYTES_PER_INVOCATION = 350;
const GIB = 1024 ** 3;

/** What one event costs on its way, part by part. */
export const billOf = ({ perRequest, perEntry, perInvocation, units }: Way): readonly BillLine[] => {
  const requests = perRequest === null ? 0 : 1 / perRequest;
  const entries = 1 / perEntry;
  const projections = entries / perInvocation;
  const announcements = entries / ANNOUNCE.writesPerInvocation;
  const invocations = requests + projections + announcements;
  const gibSeconds =
    (requests * ACCEPT.milliseconds + (perRequest === null ? 0 : ACCEPT.perEventMs)) * ACCEPT.gib +
    (projections * PROJECT.milliseconds + entries * PROJECT.perEntryMs) * PROJECT.gib +
    entries * ANNOUNCE.perWriteMs * ANNOUNCE.gib;
  return [
    { what: "API Gateway", perEvent: requests, price: PRICES.restRequest },
    { what: "Lambda, invocations", perEvent: invocations, price: PRICES.lambdaRequest },
    { what: "Lambda, time", perEvent: gibSeconds / 1000, price: PRICES.lambdaGibSecond },
    { what: "EventBridge", perEvent: entries, price: PRICES.busEntry },
    { what: "SQS: sent, received, deleted", perEvent: entries + 2 * projections, price: PRICES.queueRequest },
    { what: "DynamoDB, writes", perEvent: units.write, price: PRICES.writeUnit },
    { what: "DynamoDB, reads", perEvent: units.read, price: PRICES.readUnit },
    { what: "CloudWatch, logs", perEvent: (invocations * LOG_BYTES_PER_INVOCATION) / GIB, price: PRICES.loggedGib },
    { what: "EventBridge, notifications", perEvent: units.notifications, price: PRICES.busEntry },
  ];
};

/** What a million events cost in dollars. */
export const perMillion = (bill: readonly BillLine[]): number =>
  bill.reduce((sum, { perEvent, price }) => sum + perEvent * price.dollars, 0) * 1_000_000;

/** A list price of us-east-1 in US dollars, and since or as of when it is known. */
export interface Price {
  readonly dollars: number;
  /** What is paid for, in words for a bill. */
  readonly per: string;
  /** The month in which it was published, or last seen. */
  readonly asOf: string;
}

const million = (dollars: number, what: string, asOf: string): Price => ({
  dollars: dollars / 1_000_000,
  per: `million ${what}: ${dollars.toFixed(3)}`,
  asOf,
});

/** What everything costs that an event meets. Free tiers and volume discounts are left out. */
export const PRICES = {
  restRequest: million(3.5, "requests of a REST API", "2025-12"),
  lambdaRequest: million(0.2, "invocations", "2025-12"),
  lambdaGibSecond: { dollars: 0.0000133334, per: "GB-second on arm64: 0.0000133334", asOf: "2025-12" },
  busEntry: million(1, "custom events of up to 64 KiB", "2026-03"),
  queueRequest: million(0.4, "requests of a standard queue", "2025-12"),
  writeUnit: million(0.625, "write request units", "2025-07"),
  readUnit: million(0.125, "read request units", "2025-07"),
  storedGib: { dollars: 0.25, per: "GB of the table and month: 0.25", asOf: "2025-07" },
  loggedGib: { dollars: 0.5, per: "GB of log: 0.50", asOf: "2025-12" },
  alarm: { dollars: 0.1, per: "alarm and month: 0.10", asOf: "2025-12" },
} as const satisfies Readonly<Record<string, Price>>;

/** AWS IoT Device Shadow with fleet indexing, for one update of up to 1 KB: it keeps no history. */
export const SHADOW_PRICES = {
  message: million(1, "messages of up to 5 KB", "2025-12"),
  shadow: million(1.25, "shadow operations of up to 1 KB", "2025-12"),
  indexing: million(2.25, "index updates of up to 1 KB", "2025-12"),
} as const satisfies Readonly<Record<string, Price>>;

/** The stages that the suite deploys: one whose callers sign their requests, and one whose callers bring tokens. */
export const STAGES = { signed: "suite", tokens: "suite-tokens" } as const;

/** Where the tests' issuer listens: MiniStack makes plain HTTP of what functions send to 127.0.0.1 by HTTPS. */
export const ISSUER_HOST = "127.0.0.2";

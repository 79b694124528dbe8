/** The stages that the suite deploys: one whose callers sign their requests, and one whose callers bring tokens. */
export const STAGES = { signed: "suite", tokens: "suite-tokens" } as const;

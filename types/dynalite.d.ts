declare module "dynalite" {
  import type { Server } from "node:http";

  interface Options {
    /** Where the tables are kept; in memory when absent. */
    readonly path?: string;
    /** How long a new table stays in the state CREATING. */
    readonly createTableMs?: number;
    readonly deleteTableMs?: number;
    readonly updateTableMs?: number;
    readonly maxItemSizeKb?: number;
  }

  /** A server that speaks DynamoDB's protocol, not listening yet. */
  function dynalite(options?: Options): Server;

  export = dynalite;
}

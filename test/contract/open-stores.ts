import type { DueIndex, FleetIndex, HealthProbe, TwinStore } from "../../shared/ports.ts";

/** The ports of one store, empty at first, and how to be rid of it. */
export interface Opened {
  readonly store: TwinStore;
  readonly fleet: FleetIndex;
  readonly dueIndex: DueIndex;
  readonly health: HealthProbe;
  close(): Promise<void>;
}

/** Opens a store of the kind that a contract is run on. */
export type OpenStores = () => Promise<Opened>;

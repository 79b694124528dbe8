import type { ChassisEvent } from "../../shared/domain/events.ts";
import type { Moment } from "../../shared/domain/state.ts";
import type { Twin } from "../../shared/domain/twin.ts";
import type { Delivery } from "../workload/deliveries.ts";

/** A way to keep twins in DynamoDB, with tables of its own. */
export interface Peer {
  readonly name: string;
  /** Is told beforehand what will be delivered, if it has a use for that; not measured. */
  rehearse?(delivery: Delivery): Promise<void>;
  /** Makes a twin count what is delivered; it is durable when this ends. */
  project(delivery: Delivery): Promise<void>;
  /** Brings a chassis to where its history ends, as fast as may be; not measured. */
  load(chassisId: string, history: readonly ChassisEvent[]): Promise<void>;
  /** The twin as it is stored, at a moment. */
  twin(chassisId: string, asOf: Moment): Promise<Twin>;
}

/** A peer stored no twin. */
export class TwinMissing extends Error {
  override readonly name = "TwinMissing";
}

import { setTimeout } from "node:timers/promises";
import { functionLog } from "../../shared/adapters/function-log.ts";
import { type Endpoint, endpoint, type FailureLog } from "../../shared/edge/http.ts";
import type { Clock, FleetIndex, Pause, TwinStore } from "../../shared/ports.ts";
import { compareChassis } from "./compare-chassis.ts";
import { describeChassis } from "./describe-chassis.ts";
import { listEvents } from "./list-events.ts";
import { listSwitchovers } from "./list-switchovers.ts";
import { answerWhatIf } from "./what-if.ts";

/** What the endpoint works with. */
export interface Dependencies {
  readonly store: TwinStore;
  readonly fleet: FleetIndex;
  readonly clock: Clock;
  readonly pause?: Pause;
  readonly logger?: FailureLog;
}

/** What is to be read of one chassis: its twin and its history. */
export const readTwinEndpoint = ({
  store,
  fleet,
  clock,
  pause = setTimeout,
  logger = functionLog("read-twin"),
}: Dependencies): Endpoint =>
  endpoint<"read-twin">(
    {
      "GET /chassis/{id}": describeChassis({ store, clock, pause }),
      "GET /chassis/{id}/events": listEvents(store, clock),
      "GET /chassis/{id}/switchovers": listSwitchovers(store, clock),
      "GET /chassis/{id}/diff": compareChassis(store, clock),
      "POST /chassis/{id}/what-if": answerWhatIf({ store, fleet, clock }),
    },
    logger,
  );

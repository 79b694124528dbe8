import { functionLog } from "../../shared/adapters/function-log.ts";
import { type Answer, type Endpoint, endpoint, type FailureLog, json } from "../../shared/edge/http.ts";
import { parseQuery } from "../../shared/edge/query.ts";
import { ServiceUnavailable } from "../../shared/edge/request-errors.ts";
import { ROUTES } from "../../shared/edge/routes.ts";
import type { Clock, FleetIndex, HealthProbe, TwinStore } from "../../shared/ports.ts";
import { assertFleet } from "./assert-fleet.ts";
import { listChassis } from "./list-chassis.ts";
import { listFindings } from "./list-findings.ts";
import { summarizeFleet } from "./summarize-fleet.ts";

/** What the endpoint works with. */
export interface Dependencies {
  readonly store: TwinStore;
  readonly fleet: FleetIndex;
  readonly health: HealthProbe;
  readonly clock: Clock;
  readonly logger?: FailureLog;
}

/** What is to be read of the whole fleet, and of the service itself. */
export const readFleetEndpoint = ({ health, logger = functionLog("read-fleet"), ...sources }: Dependencies): Endpoint =>
  endpoint<"read-fleet">(
    {
      "GET /": index,
      "GET /chassis": listChassis(sources),
      "GET /fleet/summary": summarizeFleet(sources),
      "GET /fleet/findings": listFindings(sources),
      "POST /fleet/assertions": assertFleet(sources),
      "GET /health": checkHealth(health),
    },
    logger,
  );

const index: Answer = async (request) => {
  parseQuery(request, {});
  const routes = ROUTES.map(({ method, path, summary }) => ({ method, path, summary }));
  return json(200, { name: "chassis-twin", routes });
};

const checkHealth =
  (health: HealthProbe): Answer =>
  async (request) => {
    parseQuery(request, {});
    try {
      await health.check();
    } catch (cause) {
      throw new ServiceUnavailable("The store does not answer.", { cause });
    }
    return json(200, { status: "ok" });
  };

import { Logger } from "@aws-lambda-powertools/logger";
import type { APIGatewayProxyResult } from "aws-lambda";
import { InvalidInput } from "../../shared/domain/errors.ts";
import { type Endpoint, endpoint, type FailureLog, json, problemResponse } from "../../shared/edge/http.ts";
import { ServiceUnavailable } from "../../shared/edge/request-errors.ts";
import type { Clock, EventBus } from "../../shared/ports.ts";
import { acceptEvents, type ItemResult } from "./accept-events.ts";
import { submissionIn } from "./submission.ts";

/** What the endpoint works with. */
export interface Dependencies {
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly logger?: FailureLog;
}

/**
 * `POST /events`: 202 when at least one event is on the bus, 503 when the bus took none of the valid ones, 400 when none
 * is valid; each with a result for every event.
 */
export const acceptEventsEndpoint = ({
  bus,
  clock,
  logger = new Logger({ serviceName: "accept-events" }),
}: Dependencies): Endpoint =>
  endpoint<"accept-events">(
    {
      "POST /events": async (request) => {
        const results = await acceptEvents(bus, submissionIn(request), clock());
        const failed = count(results, "failed");
        if (failed > 0) logger.error("The bus did not take events", { failed, of: results.length });
        return answerTo(results);
      },
    },
    logger,
  );

const answerTo = (results: readonly ItemResult[]): APIGatewayProxyResult => {
  const accepted = count(results, "accepted");
  const rejected = count(results, "rejected");
  if (accepted > 0) return json(202, { accepted, rejected, results });
  if (rejected < results.length)
    return problemResponse(new ServiceUnavailable("No event could be taken now; send them again."), { results });
  const faults = results.flatMap(({ errors = [] }) => errors);
  return problemResponse(new InvalidInput(faults, "No event was accepted."), { results });
};

const count = (results: readonly ItemResult[], status: ItemResult["status"]): number =>
  results.filter((result) => result.status === status).length;

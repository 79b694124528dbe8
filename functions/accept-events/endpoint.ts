import type { APIGatewayProxyResult } from "aws-lambda";
import { functionLog } from "../../shared/adapters/function-log.ts";
import { InvalidInput } from "../../shared/domain/errors.ts";
import { type Endpoint, endpoint, type FailureLog, headerOf, json, problemResponse } from "../../shared/edge/http.ts";
import { preferenceIn } from "../../shared/edge/prefer.ts";
import { ServiceUnavailable } from "../../shared/edge/request-errors.ts";
import { TWIN_TOKEN, twinTokenOf } from "../../shared/edge/twin-token.ts";
import type { Clock, EventBus } from "../../shared/ports.ts";
import { type Acceptance, acceptEvents, type Handling, type ItemResult } from "./accept-events.ts";
import { submissionIn } from "./submission.ts";

/** What the endpoint works with. */
export interface Dependencies {
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly logger?: FailureLog;
}

/**
 * `POST /events`: 202 when at least one event is on the bus, 503 when the bus took none of the valid ones, 400 when none
 * is valid or, with `Prefer: handling=strict`, when one is not; each with a result for every event.
 */
export const acceptEventsEndpoint = ({ bus, clock, logger = functionLog("accept-events") }: Dependencies): Endpoint =>
  endpoint<"accept-events">(
    {
      "POST /events": async (request) => {
        const handling = preferenceIn(headerOf(request, "prefer"), "handling") === "strict" ? "strict" : "lenient";
        const acceptance = await acceptEvents(bus, submissionIn(request), { receivedAt: clock(), handling });
        const failed = count(acceptance.results, "failed");
        if (failed > 0) logger.error("The bus did not take events", { failed, of: acceptance.results.length });
        const answer = answerTo(acceptance);
        return { ...answer, headers: { ...answer.headers, ...headersOf(acceptance, handling) } };
      },
    },
    logger,
  );

const answerTo = ({ results, faults }: Acceptance): APIGatewayProxyResult => {
  const accepted = count(results, "accepted");
  const rejected = count(results, "rejected");
  if (accepted > 0) return json(202, { accepted, rejected, results });
  if (rejected < results.length)
    return problemResponse(new ServiceUnavailable("No event could be taken now; send them again."), { results });
  return problemResponse(new InvalidInput(faults, "No event was accepted."), { results });
};

const headersOf = ({ taken }: Acceptance, handling: Handling): Readonly<Record<string, string>> => {
  const token = twinTokenOf(taken);
  return {
    ...(handling === "strict" && { "preference-applied": "handling=strict" }),
    ...(token !== null && { [TWIN_TOKEN]: token }),
  };
};

const count = (results: readonly ItemResult[], status: ItemResult["status"]): number =>
  results.filter((result) => result.status === status).length;
